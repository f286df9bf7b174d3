import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type WarningTextParams = Content & { iconFallbackText?: string; classes?: string; attributes?: Attributes }

/** Something with consequences, marked by an exclamation mark. */
export function warningText(params: WarningTextParams): Html {
  const all = { class: classes('govuk-warning-text', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span> ${inside(params)}
    </strong>
  </div>`
}
