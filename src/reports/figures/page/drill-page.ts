import { inWords } from '#kernel/day.ts'
import { counted, listInWords, shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { statusWords } from '#enquiries/door.ts'
import { dimensionWords, type Dimension, type Within } from '../dimension.ts'
import type { Drilled, DrillPart } from '../drill.sql.ts'
import type { Measure } from '../measure.ts'
import type { Period } from '../period.ts'
import type { Registers } from '../registers.ts'
import { figuresPath } from './asking.ts'
import { periodInWords } from './chosen-period.ts'

export type DrillView = {
  readonly measure: Measure
  readonly part: DrillPart
  readonly period: Period
  readonly within: Within
  readonly registers: Registers
  readonly n: number
  readonly rows: readonly Drilled[]
  readonly mailboxName: (id: string | null) => string | null
  /** the other parts of the same figure, by where they are */
  readonly others: readonly { readonly text: string; readonly href: string }[]
  /** where the page after this one begins */
  readonly next: string | undefined
  readonly back: string
}

const partWords: Record<DrillPart, string> = {
  counted: 'those it counts',
  all: 'all it rests on',
  rest: 'those it does not count',
}

/** The enquiries behind a figure: exactly as many as it says. */
export const drillPage = (view: DrillView): Page => ({
  title: `${view.measure.label}: ${counted(view.n, 'enquiry', 'enquiries')}`,
  wide: true,
  current: figuresPath,
  back: { href: view.back, text: 'Back to the figures' },
  body: html`<p class="govuk-body">
      <strong>${periodInWords(view.period)}</strong>, ${partWords[view.part]}${narrowed(view)}.
      ${view.measure.definition}
    </p>
    ${view.others.length > 0 &&
    html`<ul class="govuk-list os-figure-chosen os-no-print">
      ${view.others.map(it => html`<li><a class="govuk-link" href="${it.href}">${it.text}</a></li>`)}
    </ul>`}
    ${view.n === 0 ? emptyState({ heading: { text: 'None' }, text: 'There are no such enquiries.' }) : list(view)}
    ${view.next &&
    html`<p class="govuk-body os-no-print"><a class="govuk-link" href="${view.next}">Show the next ones</a></p>`}`,
})

function narrowed({ within, registers }: DrillView): string {
  const all = (Object.entries(within) as [Dimension, readonly string[]][]).map(([by, keys]) => {
    const labels = keys.map(key => registers.entryOf(by, registers.idsOf(by, [key])[0]!).label)
    return `${dimensionWords[by].toLowerCase()} ${listInWords(labels, 'or')}`
  })
  return all.map(it => `, ${it}`).join('')
}

const list = ({ rows, mailboxName }: DrillView): Html =>
  workList({
    caption: 'Enquiries',
    columns: [
      { text: 'Enquiry' },
      { text: 'Mailbox' },
      { text: 'Received' },
      { text: 'First due' },
      { text: 'Answered' },
      { text: 'Working days', format: 'numeric' },
      { text: 'Status' },
    ],
    rows: rows.map(it => ({
      cells: it.visible
        ? [
            {
              html: html`<a class="govuk-link" href="/enquiries/${it.reference}"
                  ><bdi>${shortened(it.subject ?? '', 140)}</bdi></a
                >
                <span class="os-quiet os-reference">${it.reference}</span>`,
            },
            { text: mailboxName(it.mailboxId) ?? 'Not placed yet' },
            { text: inWords(it.receivedOn) },
            { text: it.targetOn ? inWords(it.targetOn) : '–' },
            { text: it.answeredOn ? inWords(it.answeredOn) : '–' },
            { text: it.workingDays === null ? '–' : String(it.workingDays) },
            { text: it.status ? statusWords[it.status] : '' },
          ]
        : [
            { html: html`<span class="os-reference">${it.reference}</span> <span class="os-quiet">Restricted</span>` },
            ...Array.from({ length: 6 }, () => ({ text: '–' })),
          ],
    })),
  })
