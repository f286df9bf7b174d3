import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type BadgeParams = Content & { classes?: string; attributes?: Attributes }

/** A short mark beside a heading or a name. */
export function badge(params: BadgeParams): Html {
  return html`<span${attributes({ class: classes('moj-badge', params.classes), ...params.attributes })}>${inside(params)}</span>`
}
