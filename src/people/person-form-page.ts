import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Offers } from './person-form.ts'
import { roleNames, roles } from './roles.ts'
import { dayInput } from './pieces.ts'

export type PersonForm = {
  readonly csrf: string
  readonly form: Form
  readonly offers: Offers
  readonly refusal?: Refusal
  /** undefined when somebody new is added */
  readonly known?: { readonly id: string; readonly name: string }
}

export function personFormPage(it: PersonForm): Page {
  const to = it.known ? `/people/${it.known.id}` : '/people'
  const body = html`
    ${errorSummaryFor(it.refusal, { fromOn: 'fromOn-day', untilOn: 'untilOn-day' })}
    <form method="post" action="${it.known ? `${to}/edit` : '/people/new'}" novalidate>
      ${csrfField(it.csrf)} ${whoTheyAre(it)} ${whatTheyMay(it)}
      <div class="govuk-button-group">
        ${button({ text: it.known ? 'Save changes' : 'Add this person', preventDoubleClick: true })}
        <a class="govuk-link" href="${to}">Cancel</a>
      </div>
    </form>
  `
  const title = it.known ? `Change ${it.known.name}` : 'Add a person'
  return { title, body, current: '/people', back: { href: to, text: it.known?.name ?? 'People' } }
}

function whoTheyAre({ form, refusal }: PersonForm): Html {
  const field = (name: string, label: string, more: { hint?: string; type?: string; classes?: string } = {}) =>
    textInput({
      name,
      label: { text: label },
      ...(more.hint && { hint: { text: more.hint } }),
      type: more.type,
      classes: more.classes,
      autocomplete: 'off',
      spellcheck: false,
      value: form.text(name),
      errorMessage: errorFor(refusal, name),
    })
  return html`
    ${field('name', 'Full name', { hint: 'As it should stand in pages and letters' })}
    ${field('email', 'Email address', { type: 'email', hint: 'Sign-in links and notices go there' })}
    ${field('title', 'What they do (optional)', { hint: 'For example, highways inspector' })}
    ${field('phone', 'Phone (optional)', { type: 'tel', classes: 'govuk-input--width-20' })}
    ${textarea({
      name: 'otherAddresses',
      label: { text: 'Other addresses they write from (optional)' },
      hint: { text: 'One on each line. Mail from them counts as theirs' },
      rows: 3,
      spellcheck: false,
      value: form.text('otherAddresses'),
      errorMessage: errorFor(refusal, 'otherAddresses'),
    })}
  `
}

function whatTheyMay(it: PersonForm): Html {
  const inside: Record<string, Html> = { member: seat(it), partner: organisation(it) }
  return checkboxes({
    name: 'roles',
    fieldset: { legend: { text: 'Roles', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: 'Select all that apply. Without a role somebody can sign in and see little' },
    values: it.form.texts('roles'),
    errorMessage: errorFor(it.refusal, 'roles'),
    items: roleNames.map(role => ({
      value: role,
      text: roles[role].label,
      hint: { text: roles[role].means },
      conditional: inside[role] && { html: inside[role] },
    })),
  })
}

const seat = ({ form, offers, refusal }: PersonForm): Html => html`
  ${choice('wardId', 'Ward', 'Select a ward', offers.wards, form, refusal)}
  ${choice('groupId', 'Political group', 'No group', offers.groups, form, refusal)}
  ${dayInput({ name: 'fromOn', legend: 'Took office on', hint: 'For example, 8 5 2026', form, refusal })}
  ${dayInput({ name: 'untilOn', legend: 'Last day in office', hint: 'Leave empty while they serve', form, refusal })}
`

const organisation = ({ form, offers, refusal }: PersonForm): Html =>
  choice('organisationId', 'Organisation', 'Select an organisation', offers.organisations, form, refusal)

type Offered = readonly { readonly id: string; readonly name: string }[]

const choice = (
  name: string,
  label: string,
  none: string,
  offered: Offered,
  form: Form,
  refusal: Refusal | undefined,
): Html =>
  select({
    name,
    label: { text: label },
    items: [{ value: '', text: none }, ...offered.map(it => ({ value: it.id, text: it.name }))],
    value: form.text(name),
    errorMessage: errorFor(refusal, name),
  })
