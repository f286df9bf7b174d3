import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { shortened } from '#kernel/text.ts'
import type { Drawing } from '../page/act-page.ts'
import { addressOf } from '../page/open-enquiry.ts'
import { perhapsInOneSet, perhapsTheSame, type Other } from './together.sql.ts'

/** The number of another enquiry, with those of the same member that seem to be about the same matter. */
export async function otherField(drawing: Drawing, label: string, act: string): Promise<Html> {
  const { tx, enquiry, names } = drawing.opened
  return fieldWith(drawing, label, {
    act,
    lead: 'Perhaps one of these, by the same member:',
    perhaps: await perhapsTheSame(tx, enquiry, names.subject),
  })
}

/** The number of another member’s enquiry, with those that seem to be about the same matter. */
export async function otherMembersField(drawing: Drawing, label: string, act: string): Promise<Html> {
  const { tx, enquiry, names } = drawing.opened
  return fieldWith(drawing, label, {
    act,
    lead: 'Perhaps one of these, by other members:',
    perhaps: await perhapsInOneSet(tx, enquiry, names.subject),
  })
}

type Offered = { readonly act: string; readonly lead: string; readonly perhaps: readonly Other[] }

function fieldWith({ opened, typed, error }: Drawing, label: string, { act, lead, perhaps }: Offered): Html {
  const chosen = typed.text('other')
  const shown = perhaps.filter(it => it.reference !== chosen)
  return html`${textInput({
    name: 'other',
    label: { text: label, classes: 'govuk-label--m' },
    hint: { text: 'Its number, such as ME-2026-000123' },
    value: chosen,
    classes: 'govuk-input--width-10',
    spellcheck: false,
    autocomplete: 'off',
    errorMessage: error('other'),
  })}
  ${shown.length > 0 &&
  html`<p class="govuk-body govuk-!-margin-bottom-1">${lead}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${shown.map(
        it =>
          html`<li>
            <a class="govuk-link" href="${addressOf(opened.enquiry)}/${act}?other=${it.reference}">${named(it)}</a>
          </li>`,
      )}
    </ul>`}`
}

/** `ME-2026-000123 Pothole in Mill Lane`. */
export const named = ({ reference, subject }: Pick<Other, 'reference' | 'subject'>): Html =>
  html`<span class="os-reference">${reference}</span> <bdi>${shortened(subject, 80)}</bdi>`
