import { card } from '#platform/views/components/card.ts'
import { html, type Html } from '#platform/views/html.ts'
import { isOpen } from '../enquiry.ts'
import type { Opened } from '../page/open-enquiry.ts'
import type { RiskKept } from './risk.sql.ts'
import { riskInWords } from './risk-words.ts'

/** How likely an open enquiry is to be late, as of last night, with the reasons. Of one that is late it says nothing. */
export function riskCard({ enquiry, names, asked }: Opened, risk: RiskKept | undefined): Html | false {
  if (!risk?.why.alike || !isOpen(enquiry) || enquiry.dueOn === null || enquiry.dueOn < asked.now.today) return false
  const { heading, reasons, when } = riskInWords(risk, names.topic)
  return card({
    heading: { text: 'Risk of being late' },
    html: html`<p class="govuk-body"><strong>${heading}</strong></p>
      <ul class="govuk-list govuk-list--bullet">
        ${reasons.map(it => html`<li>${it}</li>`)}
      </ul>
      <p class="os-quiet">${when} <a class="govuk-link" href="/enquiries/board/risk">Can it be believed?</a></p>`,
  })
}
