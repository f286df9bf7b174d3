import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Content } from './content.ts'

export type DayMeterParams = {
  /** the headline, such as `Due 15 June 2026` */
  heading: Content
  /** the same in words, such as `Working day 6 of 10`; the tiles alone are not read out */
  words: Content
  /** working days used, and allowed; days over the limit are drawn as late */
  used: number
  limit: number
  tone: 'good' | 'soon' | 'late' | 'paused' | 'done'
  link?: { text: string; href: string }
  classes?: string
}

/** At most this many tiles after the limit; beyond, a plus sign says there are more. */
const mostLateTiles = 5

/** How much of the time allowed is used, a tile for each working day. */
export function dayMeter(params: DayMeterParams): Html {
  return html`<div class="${classes('os-meter', `os-meter--${params.tone}`, params.classes)}">
    <p class="os-meter__heading">${inside(params.heading)}</p>
    <div class="os-meter__tiles" aria-hidden="true">${tiles(params)}</div>
    <p class="os-meter__words">
      ${inside(params.words)}
      ${params.link && html`<a${attributes({ class: 'govuk-link', href: params.link.href })}>${params.link.text}</a>`}
    </p>
  </div>`
}

function tiles({ used, limit, tone }: DayMeterParams): Html[] {
  const within = Array.from({ length: limit }, (_, at) => (at < used ? 'used' : 'left'))
  const over = Array.from({ length: Math.min(Math.max(used - limit, 0), mostLateTiles) }, () => 'over')
  const drawn = [...within, ...over].map((kind, at) => {
    const today = tone !== 'done' && at === Math.min(used, limit + mostLateTiles) - 1
    return html`<span
      class="${classes('os-meter__tile', `os-meter__tile--${kind}`, today && 'os-meter__tile--today')}"
    ></span>`
  })
  return used - limit > mostLateTiles ? [...drawn, html`<span class="os-meter__more">+</span>`] : drawn
}
