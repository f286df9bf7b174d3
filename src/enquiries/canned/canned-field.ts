import { cannedRepliesOffered, filledIn, type CannedReply, type CannedValues } from '#mailboxes/door.ts'
import { inWords, inWordsWithWeekday } from '#kernel/day.ts'
import { button } from '#platform/views/components/button.ts'
import { select } from '#platform/views/components/select.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Opened } from '../page/open-enquiry.ts'

/** The canned replies of the enquiry's mailbox, to be put below what was written; nothing where there are none. */
export async function cannedField(opened: Opened): Promise<Html | false> {
  const offered = await offeredTo(opened)
  return (
    offered.length > 0 &&
    html`<div class="os-canned os-no-print">
      ${select({
        name: 'canned',
        label: { text: 'Canned reply' },
        hint: { text: 'Put below what you wrote, with its fields filled in' },
        items: [{ value: '', text: 'Select a canned reply' }, ...offered.map(it => ({ value: it.id, text: it.name }))],
      })}
      ${button({ text: 'Insert', name: 'do', value: 'insert', classes: 'govuk-button--secondary' })}
    </div>`
  )
}

/** What was typed with the chosen reply below it; the same when none was chosen or it is offered no more. */
export async function withCanned(opened: Opened, text: string, id: string): Promise<string> {
  const chosen = (await offeredTo(opened)).find(it => it.id === id)
  if (!chosen) return text
  const words = filledIn(chosen.words, valuesOf(opened))
  return text === '' ? words : `${text}\n\n${words}`
}

const offeredTo = async ({ tx, enquiry }: Opened): Promise<CannedReply[]> =>
  enquiry.mailboxId ? cannedRepliesOffered(tx, [enquiry.mailboxId]) : []

const valuesOf = ({ enquiry, names, asked }: Opened): CannedValues => ({
  member: names.member,
  reference: enquiry.reference,
  subject: names.subject,
  received: inWords(enquiry.receivedOn),
  'due date': enquiry.dueOn ? inWordsWithWeekday(enquiry.dueOn) : undefined,
  today: inWords(asked.now.today),
  holder: names.holder ?? undefined,
  mailbox: names.mailbox ?? undefined,
  'mailbox phone': names.mailboxPhone || undefined,
})
