import { inWords } from '#kernel/day.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { standingTag } from '../contribution/standing.ts'
import type { Opened } from '../page/open-enquiry.ts'
import type { Whole } from '../page/read-enquiry.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { fileNote } from '../attach/file-words.ts'
import { piecesShown } from './what-they-see.ts'

/** With which partner it is, by their own clock, and what they were shown. */
export function partnerCard({ enquiry, names, asked, calendar }: Opened, { handOver }: Whole): Html | false {
  const fact = enquiry.handedOver
  if (!fact || !handOver) return false
  return card({
    heading: { text: `With ${names.partner ?? 'a partner'}` },
    html: html`<p class="govuk-body">
        Since ${inWords(fact.askedOn)}, by ${inWords(fact.dueOn)} ${standingTag(fact, asked.now.today, calendar)}
      </p>
      <p class="govuk-body os-plain-text" dir="auto">${handOver.wanted}</p>
      ${details({
        summaryText: 'What they were shown',
        html: html`${piecesShown(handOver.shared)}
        ${attachmentList(handOver.files.map(it => ({ name: it.name, note: fileNote(it) })))}`,
      })}`,
  })
}
