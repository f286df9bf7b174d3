import { details } from '#platform/views/components/details.ts'
import { heading } from '#platform/views/components/content.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { tableOf, type Chart } from './chart.ts'
import { svgOf } from './svg.ts'

/** A chart on a page: its title, what it shows, the picture, and the table behind it. */
export const chartFigure = (chart: Chart, level = 3): Html =>
  html`<figure class="os-chart">
    <figcaption>
      ${heading(level, { class: 'govuk-heading-s govuk-!-margin-bottom-1' }, chart.title)}
      <p class="govuk-body-s os-quiet">${chart.description}</p>
    </figcaption>
    ${svgOf(chart)}
    ${details({ summaryText: 'These figures as a table', html: chartTable(chart), classes: 'os-chart__table' })}
  </figure>`

function chartTable(chart: Chart): Html {
  const { head, rows } = tableOf(chart)
  return scrolling(
    table({
      caption: chart.title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      classes: 'os-table--small',
      head: head.map((text, at) => (at === 0 ? { text } : { text, format: 'numeric' })),
      rows: rows.map(cells => cells.map((text, at) => (at === 0 ? { text } : { text, format: 'numeric' }))),
    }),
    `Table: ${chart.title}`,
  )
}
