import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, hasContent, inside, type Content } from './content.ts'

export type ProgressStep = { title: Content; note?: Content; state: 'done' | 'current' | 'ahead' }

const spoken = { done: 'Done: ', current: 'Now: ', ahead: 'Still to come: ' } as const

/** Where something is on its way, like a parcel's. */
export function progressTrack(params: { steps: readonly ProgressStep[]; label: string; classes?: string }): Html {
  const all = { class: classes('os-track', params.classes), 'aria-label': params.label }
  return html`<ol${attributes(all)}>${params.steps.map(step)}</ol>`
}

function step(it: ProgressStep): Html {
  const all = { class: `os-track__step os-track__step--${it.state}`, 'aria-current': it.state === 'current' && 'step' }
  return html`<li${attributes(all)}>
    <span class="os-track__title"><span class="govuk-visually-hidden">${spoken[it.state]}</span>${inside(it.title)}</span>
    ${hasContent(it.note) && html`<span class="os-track__note">${inside(it.note)}</span>`}
  </li>`
}
