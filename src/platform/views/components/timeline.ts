import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, heading, inside, type Attributes, type Content } from './content.ts'
import { machineDate, spokenDate, type Instant, type SpokenDateType } from './spoken-date.ts'

export type TimelineItem = Content & {
  label: Content
  /** who did it; the word `by` is put before, or another */
  byline?: Content & { lead?: string }
  datetime: { timestamp: Instant; type?: SpokenDateType }
  classes?: string
  attributes?: Attributes
}

export type TimelineParams = {
  items: readonly TimelineItem[]
  headingLevel?: number
  classes?: string
  attributes?: Attributes
}

/** What happened, in order. Item classes beginning `os-timeline__item--` give the mark another tone. */
export function timeline(params: TimelineParams): Html {
  const all = { class: classes('moj-timeline', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>${params.items.map(it => item(it, params.headingLevel ?? 2))}</div>`
}

function item(it: TimelineItem, level: number): Html {
  const all = { class: classes('moj-timeline__item', it.classes), ...it.attributes }
  const { timestamp, type = 'datetime' } = it.datetime
  return html`<div${attributes(all)}>
    <div class="moj-timeline__header">
      ${heading(level, { class: 'moj-timeline__title' }, inside(it.label))}
      ${it.byline && html`<p class="moj-timeline__byline">${it.byline.lead ?? 'by'} ${inside(it.byline)}</p>`}
    </div>
    <p class="moj-timeline__date"><time datetime="${machineDate(timestamp)}">${spokenDate(timestamp, type)}</time></p>
    <div class="moj-timeline__description">${inside(it)}</div>
  </div>`
}
