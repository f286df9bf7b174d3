import type { Page } from '#platform/http/answer.ts'
import { details } from '#platform/views/components/details.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Processing, ProcessingRecord } from './record.ts'

/** The record of processing as it follows from how the council is set up now. */
export const processingPage = ({ lines, partners, measures }: ProcessingRecord): Page => ({
  title: 'Record of processing',
  current: '/privacy/desk',
  back: { href: '/privacy/desk', text: 'Data protection' },
  body: html`<p class="govuk-body-l">
      Which data One Stop holds, why, who sees it, how long and where it goes: worked out from how the council is set up
      now.
    </p>
    <p class="govuk-body os-no-print">
      Download as <a class="govuk-link" href="/privacy/processing.csv">CSV</a>,
      <a class="govuk-link" href="/privacy/processing.json">JSON</a>
    </p>
    ${lines.map(drawLine)}
    <h2 class="govuk-heading-m">Partners</h2>
    <p class="govuk-body">${partners.length > 0 ? partners.join(', ') : 'None'}</p>
    <h2 class="govuk-heading-m">How it is protected</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${measures.map(it => html`<li>${it}</li>`)}
    </ul>`,
})

const drawLine = (it: Processing): Html =>
  html`<h2 class="govuk-heading-m">${it.label}</h2>
    ${summaryList({
      rows: [
        ['About', it.about],
        ['Why', it.why],
        ['Lawful basis', it.basis],
        ['Special matters', it.special ? 'May stand in it' : 'None expected'],
        ['Pages are open to', it.seenBy.join(', ')],
        ['Kept', it.kept.join('. ')],
        ['Where it goes', it.leaves],
      ].map(([key, value]) => ({ key: { text: key! }, value: { text: value! } })),
    })}
    ${details({
      summaryText: `Where ${it.label.toLowerCase()} stands in the database`,
      html: html`<ul class="govuk-list">
        ${it.tables.map(table => html`<li><strong>${table.name}</strong>: ${table.columns.join(', ')}</li>`)}
      </ul>`,
    })}`
