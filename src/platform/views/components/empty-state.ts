import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, heading, inside, type Attributes, type Content } from './content.ts'

export type EmptyStateParams = Content & {
  heading: Content & { level?: number }
  /** what somebody could do next */
  action?: Html
  classes?: string
  attributes?: Attributes
}

/** What a list says when there is nothing in it: calm, and with a way on. */
export function emptyState(params: EmptyStateParams): Html {
  const all = { class: classes('os-empty', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>
    ${heading(params.heading.level ?? 2, { class: 'os-empty__heading' }, inside(params.heading))}
    <div class="os-empty__words">${inside(params)}</div>
    ${params.action}
  </div>`
}
