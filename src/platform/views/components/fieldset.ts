import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, hasContent, inside, type Attributes, type Content } from './content.ts'

export type LegendParams = Content & { classes?: string; isPageHeading?: boolean }

export type FieldsetParams = {
  describedBy?: string
  legend?: LegendParams
  classes?: string
  role?: string
  attributes?: Attributes
  html?: Html
}

/** Several fields under one legend. */
export function fieldset(params: FieldsetParams): Html {
  const all = {
    class: classes('govuk-fieldset', params.classes),
    role: params.role || undefined,
    'aria-describedby': params.describedBy || undefined,
    ...params.attributes,
  }
  return html`<fieldset${attributes(all)}>${legend(params.legend)}${params.html}</fieldset>`
}

function legend(params: LegendParams | undefined): Piece {
  if (!hasContent(params)) return ''
  const words = params.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${inside(params)}</h1>` : inside(params)
  return html`<legend class="${classes('govuk-fieldset__legend', params.classes)}">${words}</legend>`
}
