import { figures } from '#platform/views/components/figures.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { table as drawTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { chartFigure } from '#platform/views/chart/figure.ts'
import { cellInWords, tableOfCases, type Block, type PackDocument, type Table } from './document.ts'

/** A pack as a page: its contents, then section by section. `path` leads to an enquiry of the reader's own council. */
export const drawnDocument = (it: PackDocument): Html => html`
  <p class="govuk-body-l">${it.subtitle}</p>
  <nav class="os-pack__contents os-no-print" aria-label="Contents">
    <ul class="govuk-list">
      ${it.sections.map(({ id, heading }) => html`<li><a class="govuk-link" href="#${id}">${heading}</a></li>`)}
    </ul>
  </nav>
  ${it.sections.map(
    ({ id, heading, blocks }) =>
      html`<section class="os-pack__section" aria-labelledby="${id}">
        <h2 class="govuk-heading-m" id="${id}">${heading}</h2>
        ${blocks.map(drawnBlock)}
      </section>`,
  )}
`

function drawnBlock(block: Block): Html {
  if (block.kind === 'words') return html`<p class="govuk-body">${block.text}</p>`
  if (block.kind === 'points')
    return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      ${block.points.map(it => html`<li>${it}</li>`)}
    </ul>`
  if (block.kind === 'figures')
    return figures({
      items: block.items.map(({ label, value, note, tone }) => ({
        label,
        value: { text: value },
        note: { text: note },
        ...(tone && { tone }),
      })),
    })
  if (block.kind === 'chart') return chartFigure(block.chart)
  return drawnTable(block.kind === 'cases' ? tableOfCases(block) : block, block.kind === 'cases')
}

function drawnTable({ caption, columns, rows, empty }: Table, cases: boolean): Html {
  if (rows.length === 0)
    return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${caption}</h3>
      <p class="govuk-body">${empty}</p>`
  const format = (at: number) => (columns[at]?.numeric ? { format: 'numeric' } : {})
  return scrolling(
    drawTable({
      caption,
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: columns.map((it, at) => ({ text: it.text, ...format(at) })),
      rows: rows.map(row =>
        row.map((cell, at) => {
          const text = cellInWords(cell, columns[at]!)
          return cases && at === 0
            ? { html: html`<a class="govuk-link" href="/enquiries/${text}">${text}</a>` }
            : { text, ...format(at) }
        }),
      ),
    }),
    `Table: ${caption}`,
  )
}
