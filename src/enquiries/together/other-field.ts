import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { shortened } from '#kernel/text.ts'
import type { Drawing } from '../page/act-page.ts'
import { addressOf } from '../page/open-enquiry.ts'
import { perhapsTheSame, type Other } from './together.sql.ts'

/** The number of another enquiry, with those of the same member that seem to be about the same matter. */
export async function otherField(drawing: Drawing, label: string, act: string): Promise<Html> {
  const { opened, typed, error } = drawing
  const perhaps = await perhapsTheSame(opened.tx, opened.enquiry, opened.names.subject)
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
  html`<p class="govuk-body govuk-!-margin-bottom-1">Perhaps one of these, by the same member:</p>
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
