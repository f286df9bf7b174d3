import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type ErrorSummaryItem = Content & { href?: string; attributes?: Attributes }

export type ErrorSummaryParams = {
  titleText?: string
  titleHtml?: Html
  descriptionText?: string
  descriptionHtml?: Html
  errorList?: readonly ErrorSummaryItem[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

/** Everything that has to be mended on the page, at its top, each a link to its field. */
export function errorSummary(params: ErrorSummaryParams): Html {
  const all = {
    class: classes('govuk-error-summary', params.classes),
    'data-disable-auto-focus': params.disableAutoFocus === undefined ? undefined : String(params.disableAutoFocus),
    ...params.attributes,
    'data-module': 'govuk-error-summary',
  }
  const description = inside({ html: params.descriptionHtml, text: params.descriptionText })
  return html`<div${attributes(all)}><div role="alert">
    <h2 class="govuk-error-summary__title">${inside({ html: params.titleHtml, text: params.titleText })}</h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${list(params.errorList)}
    </div>
  </div></div>`
}

function list(errors: readonly ErrorSummaryItem[] | undefined): Piece {
  if (!errors?.length) return ''
  return html`<ul class="govuk-list govuk-error-summary__list">
    ${errors.map(error => html`<li>${line(error)}</li>`)}
  </ul>`
}

function line(error: ErrorSummaryItem): Piece {
  if (!error.href) return inside(error)
  return html`<a${attributes({ href: error.href, ...error.attributes })}>${inside(error)}</a>`
}
