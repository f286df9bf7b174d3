import { inWords } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { KeptRow } from './risk.sql.ts'

/** Of fewer a share says nothing. */
const fewest = 20

/** What was said of the last months, learnt from the time before them, held against what came of it. */
export const keptPage = (rows: readonly KeptRow[]): Page => ({
  title: 'Can the risk of being late be believed?',
  current: '/enquiries/board',
  back: { href: '/enquiries/board', text: 'Board' },
  body: html`<p class="govuk-body-l">
      If it can, then of those said to be at a risk of 30%, about 30% are late in the end.
    </p>
    ${rows.length > 0 ? held(rows) : tooFew}
    <h2 class="govuk-heading-m">How risk is worked out</h2>
    <p class="govuk-body">
      By counting. Of all enquiries that were still open with as many working days left, some share was late. That share
      is moved by two things: the topic, and how much its handler has, each by how far the past was different there.
      Where few cases speak, the wider count has more say; so much more as foretells the last three months best from
      those before.
    </p>
    <p class="govuk-body">
      It looks at what was due in the last 13 months. Restricted matters teach nothing here. Being late means that the
      first answer came after the day first due; an enquiry that is closed by then is not late. It says how things
      usually went, not what you will do: start early and the risk is wrong.
    </p>`,
})

function held(rows: readonly KeptRow[]): Html {
  const { fromOn, untilOn, workedOutOn } = rows[0]!
  const n = rows.reduce((sum, it) => sum + it.n, 0)
  return html`<p class="govuk-body">
      This was tried on what was due from ${inWords(fromOn)} to ${inWords(untilOn)}, with nothing learnt from those
      months. Every open enquiry was asked about on each working day, ${numberInWords(n)} times in all.
    </p>
    ${table({
      caption: 'What was said, and what came of it',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Said to be at' },
        { text: 'How often', format: 'numeric' },
        { text: 'On average said', format: 'numeric' },
        { text: 'Late in the end', format: 'numeric' },
      ],
      firstCellIsHeader: true,
      rows: rows.map(it => [
        { text: `${it.tenth * 10}% to ${it.tenth * 10 + 10}%` },
        { text: numberInWords(it.n), format: 'numeric' as const },
        { text: `${Math.round(100 * it.said)}%`, format: 'numeric' as const },
        {
          text: it.n < fewest ? 'Too few to say' : `${Math.round((100 * it.late) / it.n)}%`,
          format: 'numeric' as const,
        },
      ]),
    })}
    <p class="os-quiet">Worked out on ${inWords(workedOutOn)}, and again every night.</p>`
}

const tooFew = emptyState({
  heading: { text: 'Too few to say' },
  text: 'There is not enough history yet that began and ended before the last three months. Risk is tried as soon as there is.',
})
