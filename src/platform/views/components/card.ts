import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, hasContent, heading, inside, type Attributes, type Content } from './content.ts'

export type CardParams = Content & {
  heading?: Content & { level?: number }
  /** a link or a small button beside the heading */
  action?: Html
  classes?: string
  attributes?: Attributes
}

/** A sheet of paper on the page: one matter with its heading. `os-card--quiet` lets it recede. */
export function card(params: CardParams): Html {
  const all = { class: classes('os-card', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>
    ${hasContent(params.heading) && title(params.heading, params.action)}
    <div class="os-card__content">${inside(params)}</div>
  </div>`
}

const title = (words: Content & { level?: number }, action: Html | undefined): Html =>
  html`<div class="os-card__head">
    ${heading(words.level ?? 2, { class: 'os-card__heading' }, inside(words))} ${action}
  </div>`
