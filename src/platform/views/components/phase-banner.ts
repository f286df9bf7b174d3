import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'
import { tag, type TagParams } from './tag.ts'

export type PhaseBannerParams = Content & { tag?: TagParams; classes?: string; attributes?: Attributes }

/** The state of the product itself, such as a demonstration. */
export function phaseBanner(params: PhaseBannerParams): Html {
  const all = { class: classes('govuk-phase-banner govuk-width-container', params.classes), ...params.attributes }
  const phase = { html: params.tag?.html, text: params.tag?.text }
  return html`<div${attributes(all)}><p class="govuk-phase-banner__content">
    ${tag({ ...phase, classes: classes('govuk-phase-banner__content__tag', params.tag?.classes) })}
    <span class="govuk-phase-banner__text">${inside(params)}</span>
  </p></div>`
}
