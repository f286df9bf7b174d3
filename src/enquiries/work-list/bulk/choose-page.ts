import { newId } from '#kernel/id.ts'
import type { Refusal } from '#kernel/result.ts'
import { numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { classes } from '#platform/views/components/content.ts'
import { errorMessage } from '#platform/views/components/error-message.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Choice } from '../registers.ts'
import { bulkActNamed, type BulkActName } from './bulk-acts.ts'
import { mostAtOnce } from './bulk.ts'

export type Choosing = {
  /** how many are meant; more than can be done at once are cut off, and that is said */
  readonly n: number
  /** what they are, in words: `Unassigned, Streets and pavements` */
  readonly which: string
  /** names them again when the form is sent: the address words of the list, or the ticked references */
  readonly fields: readonly (readonly [string, string])[]
  readonly acts: readonly BulkActName[]
  readonly people: readonly Choice[]
  readonly mailboxes: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly back: string
  readonly csrf: string
  readonly typed: Form
  readonly refusal?: Refusal | undefined
}

/** What is to be done to all of them. Nothing happens before what would happen has been looked at. */
export const choosePage = (it: Choosing): Page => ({
  title: `What should happen to ${enquiries(Math.min(it.n, mostAtOnce))}?`,
  ownHeading: true,
  back: { href: it.back, text: 'Back to the list' },
  body: html`${errorSummaryFor(it.refusal)}
    <span class="govuk-caption-l">${it.which}</span>
    <h1 class="govuk-heading-l">What should happen to ${enquiries(Math.min(it.n, mostAtOnce))}?</h1>
    ${it.n > mostAtOnce &&
    insetText({ text: `There are more. The first ${numberInWords(mostAtOnce)} of the list are done at once at most.` })}
    <form method="post" action="/enquiries/bulk" novalidate>
      ${csrfField(it.csrf)} <input type="hidden" name="id" value="${it.typed.text('id') || newId()}" />
      ${it.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${actChoices(it)}
      <p class="govuk-body">You see what would change before anything does.</p>
      <div class="govuk-button-group">
        ${button({ text: 'Continue' })} <a class="govuk-link" href="${it.back}">Cancel</a>
      </div>
    </form>`,
})

/**
 * One of several, each with its own fields, shown by the style sheet while it is chosen: without JavaScript too, and
 * without telling a radio that it expands, which it may not.
 */
function actChoices(it: Choosing): Html {
  const error = errorFor(it.refusal, 'act')
  return html`<div class="${classes('govuk-form-group', error && 'govuk-form-group--error')}">
    <fieldset class="govuk-fieldset" ${error && html` aria-describedby="act-error"`}>
      <legend class="govuk-fieldset__legend govuk-visually-hidden">Select what to do</legend>
      ${error && errorMessage({ ...error, id: 'act-error' })}
      <div class="govuk-radios">${it.acts.map((name, at) => actChoice(name, at, it))}</div>
    </fieldset>
  </div>`
}

function actChoice(name: BulkActName, at: number, it: Choosing): Html {
  const { text, hint } = bulkActNamed(name)
  const id = at === 0 ? 'act' : `act-${name}`
  const fields = fieldsFor(name, it)
  return html`<div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id="${id}"
        name="act"
        type="radio"
        value="${name}"
        aria-describedby="${id}-hint"
        ${it.typed.text('act') === name && html` checked`}
      />
      <label class="govuk-label govuk-radios__label" for="${id}">${text}</label>
      <div class="govuk-hint govuk-radios__hint" id="${id}-hint">${hint}</div>
    </div>
    ${fields && html`<div class="govuk-radios__conditional os-reveal">${fields}</div>`}`
}

export const enquiries = (n: number): string => `${numberInWords(n)} ${n === 1 ? 'enquiry' : 'enquiries'}`

function fieldsFor(name: BulkActName, it: Choosing): Html | false {
  const error = (field: string) => errorFor(it.refusal, field)
  const text = (field: string, label: string, hint: string) =>
    textarea({
      name: field,
      label: { text: label },
      hint: { text: hint },
      rows: 4,
      value: it.typed.text(field),
      errorMessage: error(field),
    })
  const one = (field: string, label: string, empty: string, choices: readonly Choice[]) =>
    select({
      name: field,
      label: { text: label },
      value: it.typed.text(field),
      errorMessage: error(field),
      items: [{ value: '', text: empty }, ...choices],
    })
  switch (name) {
    case 'give':
      return one('give-to', 'Who should answer them?', 'Select a person', it.people)
    case 'move':
      return html`${one('move-mailbox', 'Where do they belong?', 'Select a mailbox', it.mailboxes)}
      ${text('move-why', 'Why do they belong there?', 'An internal note for whoever gets them')}`
    case 'set-topic':
      return one('new-topic', 'What are they about?', 'Select a topic', it.topics)
    case 'note':
      return text('note-text', 'Your note', 'For the council’s own people. Members do not see it')
    case 'close':
      return html`${one('close-outcome', 'Why are they closed?', 'Select a reason', outcomes)}
      ${textInput({
        name: 'close-route',
        label: { text: 'Where can they go next?' },
        hint: { text: 'Needed where they are not satisfied' },
        value: it.typed.text('close-route'),
        errorMessage: error('close-route'),
      })}
      ${text('close-text', 'What should the members be told?', 'It is sent to every one of them')}`
    default:
      return false
  }
}

const outcomes: readonly Choice[] = [
  { value: 'no-response', text: 'The members could not be reached' },
  { value: 'unsatisfied', text: 'The members are not satisfied and have somewhere else to go' },
]
