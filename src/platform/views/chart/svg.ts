import { shortened } from '#kernel/text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { BarChart, Chart, LineChart, Mark, Tone } from './chart.ts'
import { barsOf, lineOf, type Place, type Run } from './geometry.ts'

/**
 * A chart as SVG that stretches to the width it gets while its letters keep their size, because all that stretches is
 * given in per cent: on a phone it is as readable as on paper. It carries its title and description; its children say
 * nothing to a screen reader, which has the table. No style stands in it: the sheet knows its classes.
 */
export const svgOf = (chart: Chart): Html => (chart.kind === 'bars' ? svgOfBars(chart) : svgOfLine(chart))

function framed({ id, title, description }: Chart, height: number, inside: readonly Html[]): Html {
  return html`<svg
    class="os-chart__picture"
    role="img"
    aria-labelledby="${id}-svg-title ${id}-svg-words"
    width="100%"
    height="${height}"
  >
    <title id="${id}-svg-title">${title}</title>
    <desc id="${id}-svg-words">${description}</desc>
    ${inside}
  </svg>`
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

// ---- bars ----

const rowHeight = 46
const barTop = 20
const barHeight = 16
/** the rest of the width is for the words at the end of the longest bar */
const longest = 0.7
const markFoot = 22

function svgOfBars(chart: BarChart): Html {
  const { bars, mark } = barsOf(chart)
  const foot = bars.length * rowHeight
  const rows = chart.bars.map((bar, at) => {
    const { length, before } = bars[at]!
    const y = at * rowHeight
    const end = percent((length ?? 0) * longest)
    return html`<text class="os-chart__label" x="0" y="${y + 14}">${shortened(bar.label, 44)}</text>
      <rect class="os-chart__track" x="0" y="${y + barTop}" width="${percent(longest)}" height="${barHeight}" />
      ${length !== null && drawnBar(chart.id, bar.tone ?? 'plain', y + barTop, end)}
      ${before !== null && tick(before * longest, y + barTop)}`
  })
  const ends = chart.bars.map((bar, at) => {
    const end = percent((bars[at]!.length ?? 0) * longest)
    return html`<svg class="os-chart__end" x="${end}" y="${at * rowHeight + barTop}" width="1" height="${barHeight}">
      <text class="os-chart__value" x="6" y="13">${bar.words}</text>
    </svg>`
  })
  const hatch = html`<defs>${hatchOf(chart.id)}</defs>`
  const across = mark === null ? [] : [markAcross(mark * longest, foot, chart.mark!)]
  return framed(chart, foot + (mark === null ? 0 : markFoot), [hatch, ...rows, ...across, ...ends])
}

const drawnBar = (id: string, tone: Tone, y: number, width: string): Html => {
  const at = html`x="0" y="${y}" width="${width}" height="${barHeight}"`
  const hatched = tone === 'late' || tone === 'soon'
  return html`<rect class="os-chart__bar os-chart__bar--${tone}" ${at} />${hatched &&
    html`<rect class="os-chart__hatch" fill="url(#${id}-hatch-${tone})" ${at} />`}`
}

/** Stripes for what is late, dots for what is amber: to be told apart without colours. */
const hatchOf = (id: string): Html =>
  html`<pattern id="${id}-hatch-late" width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="os-chart__stripe" d="M0 6 6 0" />
    </pattern>
    <pattern id="${id}-hatch-soon" width="8" height="8" patternUnits="userSpaceOnUse">
      <circle class="os-chart__dot" cx="4" cy="4" r="1.4" />
    </pattern>`

const tick = (share: number, y: number): Html =>
  html`<line
    class="os-chart__before"
    x1="${percent(share)}"
    x2="${percent(share)}"
    y1="${y - 3}"
    y2="${y + barHeight + 3}"
  />`

/** The label stands on the side on which there is more room. */
const markAcross = (share: number, foot: number, { label }: Mark): Html =>
  html`<line class="os-chart__mark" x1="${percent(share)}" x2="${percent(share)}" y1="${barTop - 4}" y2="${foot - 2}" />
    <text
      class="os-chart__small"
      x="${percent(share)}"
      y="${foot + 14}"
      text-anchor="${share > longest / 2 ? 'end' : 'start'}"
    >
      ${label}
    </text>`

// ---- line ----

const plotTop = 26
const plotHeight = 170
/** the plot is drawn in these units and stretched */
const wide = 1000

function svgOfLine(chart: LineChart): Html {
  const line = lineOf(chart)
  const yOf = (share: number) => plotTop + (1 - share) * plotHeight
  const grid = line.ticks.map(
    ({ value, y }) =>
      html`<line class="os-chart__grid" x1="0" x2="100%" y1="${yOf(y)}" y2="${yOf(y)}" />
        <text class="os-chart__small" x="0" y="${yOf(y) - 4}"
          >${value.toLocaleString('en-GB')}${chart.suffix ?? ''}</text
        >`,
  )
  const plot = html`<svg
    x="0"
    y="${plotTop}"
    width="100%"
    height="${plotHeight}"
    viewBox="0 0 ${wide} ${plotHeight}"
    preserveAspectRatio="none"
  >
    ${line.runs.map(drawnRun)}
  </svg>`
  const dots = line.points.map(
    ({ x, y }) => y !== null && html`<circle class="os-chart__point" cx="${percent(x)}" cy="${yOf(y)}" r="3.5" />`,
  )
  return framed(chart, plotTop + plotHeight + 26, [
    ...grid,
    plot,
    ...(line.mark === null ? [] : [markLine(yOf(line.mark), chart.mark!)]),
    html`${dots}`,
    html`${lastValue(chart, line.points, yOf)}`,
    html`${axis(chart)}`,
  ])
}

function drawnRun({ line, band }: Run): Html {
  const path = (places: readonly Place[]) =>
    places
      .map(({ x, y }) => `${Math.round(x * wide * 10) / 10},${Math.round((1 - y) * plotHeight * 10) / 10}`)
      .join(' ')
  return html`${band.length > 3 && html`<polygon class="os-chart__band" points="${path(band)}" />`}<polyline
      class="os-chart__line"
      points="${path(line)}"
      vector-effect="non-scaling-stroke"
    />`
}

const markLine = (y: number, { label }: Mark): Html =>
  html`<line class="os-chart__mark" x1="0" x2="100%" y1="${y}" y2="${y}" />
    <text class="os-chart__small os-chart__small--mark" x="50%" y="${y - 5}" text-anchor="middle">${label}</text>`

/** The newest value is the one people came for. */
function lastValue(chart: LineChart, places: readonly { x: number; y: number | null }[], yOf: (y: number) => number) {
  const at = places.findLastIndex(it => it.y !== null)
  if (at < 0)
    return html`<text class="os-chart__label" x="50%" y="${plotTop + plotHeight / 2}" text-anchor="middle"
      >Too few to say</text
    >`
  const { x, y } = places[at]!
  const above = yOf(y!) > plotTop + 18
  return html`<text
    class="os-chart__value"
    x="${percent(Math.min(0.99, x + 0.03))}"
    y="${yOf(y!) + (above ? -10 : 20)}"
    text-anchor="${x > 0.8 ? 'end' : 'middle'}"
  >
    ${chart.points[at]!.words}
  </text>`
}

/** On a narrow screen only every third name has room; the newest always has. */
const axis = ({ points }: LineChart): Html[] =>
  points.map(
    ({ short }, at) =>
      html`<text
        class="${(points.length - 1 - at) % 3 === 0 ? 'os-chart__small' : 'os-chart__small os-chart__small--minor'}"
        x="${percent((at + 0.5) / points.length)}"
        y="${plotTop + plotHeight + 18}"
        text-anchor="middle"
      >
        ${short}
      </text>`,
  )
