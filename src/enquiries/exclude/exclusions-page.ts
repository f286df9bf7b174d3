import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Person } from '#people/door.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import type { Exclusion } from './exclusion.sql.ts'

export type ExclusionsShown = {
  readonly opened: Opened
  readonly exclusions: readonly Exclusion[]
  readonly nameOf: (id: string) => string
  /** who may be kept out: whoever is named in its mailbox, then everybody else */
  readonly named: readonly Person[]
  readonly others: readonly Person[]
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** Who may not see one enquiry, and the form that keeps somebody out. */
export function exclusionsPage(it: ExclusionsShown): Page {
  const { enquiry } = it.opened
  const inForce = it.exclusions.filter(one => !one.liftedAt)
  const lifted = it.exclusions.filter(one => one.liftedAt)
  return {
    title: `Keep somebody out – ${enquiry.reference}`,
    ownHeading: true,
    current: '/enquiries',
    back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
    invalid: it.refusal !== undefined,
    body: html`${errorSummaryFor(it.refusal)}
      <span class="govuk-caption-l os-reference">${enquiry.reference}</span>
      <h1 class="govuk-heading-l">Keep somebody out of this enquiry</h1>
      <p class="govuk-body">
        For a conflict of interest: a neighbour, a relative, somebody it is about. For whoever you name it is not there
        any more, on no page and in no file. They are not told, and what they had of it goes back to its mailbox.
      </p>
      ${inForce.map(one => drawInForce(it, one))} ${form(it)} ${lifted.length > 0 && drawLifted(it, lifted)}`,
  }
}

const drawInForce = ({ opened, nameOf, refusal, form }: ExclusionsShown, one: Exclusion): Html => {
  const here = form.text('id') === one.id
  return card({
    heading: { text: `${nameOf(one.personId)} does not see it` },
    html: html`<p class="govuk-body">${one.why}</p>
      <p class="govuk-hint">${nameOf(one.byPerson)}, ${instantInWords(one.at)}</p>
      <form method="post" action="${addressOf(opened.enquiry)}/exclusions/lift" novalidate>
        ${csrfField(opened.asked.csrf)} <input type="hidden" name="id" value="${one.id}" />
        ${textInput({
          id: `why-${one.id}`,
          name: 'why',
          label: { text: 'Why may they see it again?' },
          value: here ? form.text('why') : '',
          errorMessage: here ? errorFor(refusal, 'why') : undefined,
        })}
        ${button({ text: 'Let them see it again', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
      </form>`,
  })
}

function form({ opened, named, others, form, refusal }: ExclusionsShown): Html {
  const adding = !form.text('id')
  const item = (person: Person) => ({ value: person.id, text: person.name })
  return html`<h2 class="govuk-heading-m">Keep out</h2>
    <form method="post" action="${addressOf(opened.enquiry)}/exclusions" novalidate>
      ${csrfField(opened.asked.csrf)}
      ${select({
        name: 'person',
        label: { text: 'Who may not see it?' },
        hint: { text: 'The people of its mailbox come first' },
        value: adding ? form.text('person') : '',
        items: [{ value: '', text: 'Select a person' }, ...named.map(item), ...others.map(item)],
        errorMessage: adding ? errorFor(refusal, 'person') : undefined,
      })}
      ${textInput({
        name: 'why',
        label: { text: 'Why' },
        hint: { text: 'Whoever runs the mailbox, One Stop and the data protection officer can read this' },
        value: adding ? form.text('why') : '',
        errorMessage: adding ? errorFor(refusal, 'why') : undefined,
      })}
      ${button({ text: 'Keep them out', preventDoubleClick: true })}
    </form>`
}

const drawLifted = ({ nameOf }: ExclusionsShown, lifted: readonly Exclusion[]): Html =>
  html`<h2 class="govuk-heading-m">Earlier</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${lifted.map(
        one => html`<li>
          ${nameOf(one.personId)}: ${one.why}
          <div class="govuk-hint">
            From ${instantInWords(one.at)} to ${one.liftedAt ? instantInWords(one.liftedAt) : nothing}: ${one.liftedWhy}
            (${one.liftedBy ? nameOf(one.liftedBy) : nothing})
          </div>
        </li>`,
      )}
    </ul>`
