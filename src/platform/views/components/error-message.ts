import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type ErrorMessageParams = Content & {
  id?: string
  classes?: string
  attributes?: Attributes
  /** spoken before the message; `Error` unless told, empty for nothing */
  visuallyHiddenText?: string
}

/** What is wrong with one field, in words that begin with Enter or Select. */
export function errorMessage(params: ErrorMessageParams): Html {
  const spoken = params.visuallyHiddenText ?? 'Error'
  const all = {
    id: params.id || undefined,
    class: classes('govuk-error-message', params.classes),
    ...params.attributes,
  }
  return html`<p${attributes(all)}>
    ${spoken && html`<span class="govuk-visually-hidden">${spoken}:</span>`} ${inside(params)}
  </p>`
}
