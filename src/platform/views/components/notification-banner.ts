import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, heading, inside, type Attributes, type Content } from './content.ts'

export type NotificationBannerParams = Content & {
  titleText?: string
  titleHtml?: Html
  titleHeadingLevel?: number | string
  titleId?: string
  type?: 'success' | (string & {})
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

/** What has just happened, or what somebody should know before going on. */
export function notificationBanner(params: NotificationBannerParams): Html {
  const success = params.type === 'success'
  const titleId = params.titleId || 'govuk-notification-banner-title'
  const all = {
    class: classes('govuk-notification-banner', success && 'govuk-notification-banner--success', params.classes),
    role: params.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': params.disableAutoFocus === undefined ? undefined : String(params.disableAutoFocus),
    ...params.attributes,
  }
  const title = inside({ html: params.titleHtml, text: params.titleText }) || (success ? 'Success' : 'Important')
  const level = Number(params.titleHeadingLevel || 2)
  return html`<div${attributes(all)}>
    <div class="govuk-notification-banner__header">
      ${heading(level, { class: 'govuk-notification-banner__title', id: titleId }, title)}
    </div>
    <div class="govuk-notification-banner__content">${content(params)}</div>
  </div>`
}

function content(params: Content): Piece {
  if (params.html?.text) return params.html
  return params.text && html`<p class="govuk-notification-banner__heading">${params.text}</p>`
}
