import { attributes, classes } from '#platform/views/components/content.ts'
import { field } from '#platform/views/components/form-group.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Drawing } from './act-page.ts'

export type Option = { readonly value: string; readonly text: string }

type Grouped = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** stands there while nothing is chosen */
  readonly empty: string
  /** a heading with what stands under it; one without anything is left out */
  readonly groups: readonly (readonly [string, readonly Option[]])[]
}

/** One out of many that stand under headings. */
export function groupedSelect({ typed, error }: Drawing, { name, label, hint, empty, groups }: Grouped): Html {
  const wrong = error(name)
  const chosen = typed.text(name)
  const option = ({ value, text }: Option): Html =>
    html`<option${attributes({ value, selected: value === chosen })}>${text}</option>`
  return field(
    {
      name,
      label: { text: label, classes: 'govuk-label--m' },
      ...(hint && { hint: { text: hint } }),
      errorMessage: wrong,
    },
    describedBy => html`<select${attributes({ class: classes('govuk-select', wrong && 'govuk-select--error'), id: name, name, 'aria-describedby': describedBy })}>
      <option value="">${empty}</option>
      ${groups.map(([heading, options]) =>
        options.length > 0 ? html`<optgroup label="${heading}">${options.map(option)}</optgroup>` : nothing,
      )}
    </select>`,
  )
}
