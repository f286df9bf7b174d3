import { html, type Html } from '#platform/views/html.ts'
import { alertIcons } from './alert-icons.ts'
import { attributes, classes, hasContent, heading, inside, type Attributes, type Content } from './content.ts'

export type AlertParams = Content & {
  variant?: keyof typeof alertIcons
  /** read out before the alert; shown when there is nothing else, or as a heading when asked */
  title: string
  showTitleAsHeading?: boolean
  headingTag?: 'h2' | 'h3' | 'h4'
  role?: string
  dismissible?: boolean
  dismissText?: string
  disableAutoFocus?: boolean
  focusOnDismissSelector?: string
  classes?: string
  attributes?: Attributes
}

/** A line or two about something that matters on this page now. */
export function alert(params: AlertParams): Html {
  const variant = params.variant ?? 'information'
  const headed = params.showTitleAsHeading && hasContent(params)
  const all = {
    role: params.role || 'region',
    class: classes('moj-alert', `moj-alert--${variant}`, headed && 'moj-alert--with-heading', params.classes),
    'aria-label': `${variant}: ${params.title}`,
    'data-module': 'moj-alert',
    'data-dismissible': params.dismissible ? 'true' : undefined,
    'data-disable-auto-focus': params.disableAutoFocus ? 'true' : undefined,
    'data-focus-on-dismiss-selector': params.focusOnDismissSelector || undefined,
    ...params.attributes,
  }
  return html`<div${attributes(all)}>
    <div>${icon(variant)}</div>
    <div class="moj-alert__content">${content(params)}</div>
    <div class="moj-alert__action">
      <button class="moj-alert__dismiss" hidden>${params.dismissText || 'Dismiss'}</button>
    </div>
  </div>`
}

function content(params: AlertParams): Html {
  const words = inside(params)
  if (!words) return html`${params.title}`
  if (!params.showTitleAsHeading) return html`${words}`
  const level = Number((params.headingTag ?? 'h2').slice(1))
  return html`${heading(level, { class: 'moj-alert__heading' }, params.title)}${words}`
}

function icon(variant: keyof typeof alertIcons): Html {
  const shape = variant === 'success' ? {} : { 'fill-rule': 'evenodd', 'clip-rule': 'evenodd' }
  return html`<svg
    class="moj-alert__icon"
    role="presentation"
    focusable="false"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 30 30"
    height="30"
    width="30"
  >
    <path${attributes(shape)} d="${alertIcons[variant]}" fill="currentColor" />
  </svg>`
}
