import type { Mailbox } from '#mailboxes/door.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { details } from '#platform/views/components/details.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { statuses, statusWords } from '../enquiry.ts'
import type { Narrowing } from './narrowing.ts'

/** What narrows the view: words, a mailbox, a status. A GET form, so that the address can be kept and passed on. */
export const narrowingForm = (it: Narrowing, mailboxes: readonly Mailbox[]): Html =>
  html`<form class="os-narrow" method="get" action="/enquiries">
    <input type="hidden" name="view" value="${it.view}" />
    <div class="os-narrow__line">
      ${textInput({ name: 'q', type: 'search', label: { text: 'Search by words or number' }, value: it.q })}
      ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
    </div>
    ${details({
      summaryText: 'By mailbox or status',
      open: Boolean(it.mailbox || it.status || it.overdue),
      html: choices(it, mailboxes),
    })}
  </form>`

const choices = (it: Narrowing, mailboxes: readonly Mailbox[]): Html =>
  html`<div class="os-narrow__choices">
    ${select({
      name: 'mailbox',
      label: { text: 'Mailbox' },
      value: it.mailbox?.key ?? '',
      items: [{ value: '', text: 'Every mailbox' }, ...mailboxes.map(({ key, name }) => ({ value: key, text: name }))],
    })}
    ${select({
      name: 'status',
      label: { text: 'Status' },
      value: it.status ?? '',
      items: [
        { value: '', text: 'As the view has it' },
        ...statuses.map(value => ({ value, text: statusWords[value] })),
      ],
    })}
    ${checkboxes({
      name: 'overdue',
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'Only overdue', checked: it.overdue }],
    })}
  </div>`
