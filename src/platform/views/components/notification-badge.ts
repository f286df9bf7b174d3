import { html, nothing, type Html } from '#platform/views/html.ts'
import { attributes, classes, type Attributes } from './content.ts'

export type NotificationBadgeParams = {
  /** how many; nothing is drawn for none */
  text: string | number
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}

/** How many wait, beside the link that leads to them. */
export function notificationBadge(params: NotificationBadgeParams): Html {
  const count = Number.parseInt(String(params.text), 10)
  if (!(count > 0)) return nothing
  const spoken = [count >= 99 ? '99 or more' : count, params.visuallyHiddenText].filter(Boolean).join(' ')
  return html`<span${attributes({ class: classes('moj-notification-badge', params.classes), ...params.attributes })}>
    <span aria-hidden="true">${count >= 99 ? '99+' : count}</span>
    <span class="govuk-visually-hidden">(${spoken})</span>
  </span>`
}
