import { isOpen, openMailboxes, type Mailbox } from '#mailboxes/door.ts'
import { services } from '#people/door.ts'
import type { Html } from '#platform/views/html.ts'
import type { Drawing } from '../page/act-page.ts'
import { groupedSelect, type Option } from '../page/grouped-select.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { mailboxesSuggested } from '../set-topic/suggested.ts'

/** Every mailbox this enquiry could go to: first those the member's words point to, then all by the service that runs them. */
export async function mailboxSelect(
  drawing: Drawing,
  { name = 'mailbox', empty = 'Select a mailbox' }: { name?: string; empty?: string } = {},
): Promise<Html> {
  const { opened } = drawing
  const [groups, suggested] = await Promise.all([mailboxesByService(opened), mailboxesSuggested(opened)])
  const fitting = suggested.filter(({ mailbox }) => isPossible(mailbox, opened))
  const isSuggested = (id: string) => fitting.some(({ mailbox }) => mailbox.id === id)
  return groupedSelect(drawing, {
    name,
    label: 'Where does it belong?',
    hint: opened.enquiry.restricted
      ? 'A restricted enquiry can only go to another restricted mailbox'
      : 'Moving it to a restricted mailbox makes it restricted',
    empty,
    groups: [
      [
        'Suggested by the member’s words',
        fitting.map(({ mailbox, because }) => ({ value: mailbox.id, text: `${mailbox.name} (${because})` })),
      ],
      ...groups.map(([service, mailboxes]): [string, Option[]] => [
        service,
        mailboxes.filter(it => !isSuggested(it.id)).map(option),
      ]),
    ],
  })
}

const option = (it: Mailbox): Option => ({ value: it.id, text: it.restricted ? `${it.name} (restricted)` : it.name })

async function mailboxesByService(opened: Opened): Promise<[string, Mailbox[]][]> {
  const { tx, asked } = opened
  const [mailboxes, known] = await Promise.all([openMailboxes(tx, asked.now.today), services(tx)])
  const nameOf = new Map(known.map(it => [it.id, it.name]))
  const possible = mailboxes.filter(it => isPossible(it, opened))
  const groups = Map.groupBy(possible, it => (it.serviceId && nameOf.get(it.serviceId)) || 'Other')
  return [...groups].toSorted(
    ([a], [b]) => Number(a === 'Other') - Number(b === 'Other') || a.localeCompare(b, 'en-GB'),
  )
}

const isPossible = (it: Mailbox, { asked, enquiry }: Opened): boolean =>
  it.id !== enquiry.mailboxId && isOpen(it, asked.now.today) && (it.restricted || !enquiry.restricted)
