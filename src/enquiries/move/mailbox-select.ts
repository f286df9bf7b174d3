import { isOpen, openMailboxes, type Mailbox } from '#mailboxes/door.ts'
import { services } from '#people/door.ts'
import { attributes, classes } from '#platform/views/components/content.ts'
import { field } from '#platform/views/components/form-group.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Drawing } from '../page/act-page.ts'
import type { Opened } from '../page/open-enquiry.ts'

/** Every mailbox this enquiry could go to, under the service that runs it. */
export async function mailboxSelect({ opened, typed, error }: Drawing): Promise<Html> {
  const groups = await mailboxesByService(opened)
  const wrong = error('mailbox')
  const chosen = typed.text('mailbox')
  return field(
    {
      name: 'mailbox',
      label: { text: 'Where does it belong?', classes: 'govuk-label--m' },
      hint: {
        text: opened.enquiry.restricted
          ? 'A restricted enquiry can only go to another restricted mailbox'
          : 'Moving it to a restricted mailbox makes it restricted',
      },
      errorMessage: wrong,
    },
    describedBy => html`<select${attributes({ class: classes('govuk-select', wrong && 'govuk-select--error'), id: 'mailbox', name: 'mailbox', 'aria-describedby': describedBy })}>
      <option value="">Select a mailbox</option>
      ${groups.map(
        ([service, mailboxes]) =>
          html`<optgroup label="${service}">${mailboxes.map(it => option(it, chosen))}</optgroup>`,
      )}
    </select>`,
  )
}

const option = (it: Mailbox, chosen: string): Html =>
  html`<option${attributes({ value: it.id, selected: it.id === chosen })}>${it.name}${it.restricted && ' (restricted)'}</option>`

async function mailboxesByService({ tx, asked, enquiry }: Opened): Promise<[string, Mailbox[]][]> {
  const [mailboxes, known] = await Promise.all([openMailboxes(tx, asked.now.today), services(tx)])
  const nameOf = new Map(known.map(it => [it.id, it.name]))
  const possible = mailboxes.filter(
    it => it.id !== enquiry.mailboxId && isOpen(it, asked.now.today) && (it.restricted || !enquiry.restricted),
  )
  const groups = Map.groupBy(possible, it => (it.serviceId && nameOf.get(it.serviceId)) || 'Other')
  return [...groups].toSorted(
    ([a], [b]) => Number(a === 'Other') - Number(b === 'Other') || a.localeCompare(b, 'en-GB'),
  )
}
