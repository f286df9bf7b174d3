import { routeFor, suggestTopics, type Mailbox, type Suggestion } from '#mailboxes/door.ts'
import { messagesOf } from '../message.sql.ts'
import type { Opened } from '../page/open-enquiry.ts'

/** Up to three topics that the member's own words speak of, the likeliest first, each with its reason. */
export async function topicsSuggested({ tx, enquiry, names }: Opened): Promise<Suggestion[]> {
  const messages = await messagesOf(tx, enquiry.id)
  const first = messages.find(it => it.kind === 'enquiry')
  return suggestTopics(tx, `${names.subject}\n${first?.words ?? ''}`)
}

export type SuggestedMailbox = { readonly mailbox: Mailbox; readonly because: string }

/** The mailboxes those topics lead to, each once. */
export async function mailboxesSuggested(opened: Opened): Promise<SuggestedMailbox[]> {
  const { tx, asked, enquiry } = opened
  const topics = await topicsSuggested(opened)
  const routed = await Promise.all(
    topics.map(async ({ topicId, name, reason }) => {
      const found = await routeFor(tx, { topicId, wardId: enquiry.wardId, on: asked.now.today })
      return found.ok ? [{ mailbox: found.value.mailbox, because: `${name}: ${reason}` }] : []
    }),
  )
  const all = routed.flat()
  return all.filter((it, at) => all.findIndex(other => other.mailbox.id === it.mailbox.id) === at)
}
