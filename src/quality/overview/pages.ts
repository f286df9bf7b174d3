import type { Day } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { chartFigure } from '#platform/views/chart/figure.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { qualityHeading } from '../pages.ts'
import { monthInWords } from '../sample/month.ts'
import type { By, Judged } from './overview.sql.ts'
import { trendCharts } from './trend-charts.ts'

type Overview = {
  readonly viewer: Viewer
  readonly by: By
  readonly rows: readonly Judged[]
  /** with fewer an average is too few to say */
  readonly fewest: number
}

/** How good answers were in the last twelve months: what they scored beside what members said of them. */
export const overviewPage = ({ viewer, by, rows, fewest }: Overview): Page => ({
  title: 'Quality of answers',
  ownHeading: true,
  wide: true,
  current: '/quality',
  body: html`${qualityHeading('Quality of answers', '/quality', viewer)}
    <p class="govuk-body-l">The last 12 months: what a random sample scored, beside what members said.</p>
    <p class="govuk-body">
      ${by === 'mailbox'
        ? html`By mailbox. <a class="govuk-link" href="/quality?by=topic">See it by topic</a>`
        : html`By topic. <a class="govuk-link" href="/quality?by=mailbox">See it by mailbox</a>`}
    </p>
    ${rows.length === 0
      ? emptyState({
          heading: { text: 'Nothing is scored or rated yet' },
          text: 'Answers are drawn on the first working day of each month, and members rate them as they come.',
        })
      : figures(by === 'mailbox' ? 'Mailbox' : 'Topic', rows, fewest, it => ({
          html: html`<a class="govuk-link" href="/quality/${by}/${it.id}">${it.name}</a>`,
        }))}
    ${whatTheyMean(fewest)}`,
})

type Trend = { readonly name: string; readonly by: By; readonly rows: readonly Judged[]; readonly fewest: number }

/** One mailbox or topic month by month. */
export const trendPage = ({ name, by, rows, fewest }: Trend): Page => ({
  title: `Quality: ${name}`,
  wide: true,
  current: '/quality',
  back: { href: `/quality?by=${by}`, text: 'Quality of answers' },
  body: html`${rows.length === 0
    ? emptyState({ heading: { text: 'Nothing is scored or rated yet' }, text: 'Nothing of the last 12 months.' })
    : html`${trendCharts(rows, fewest).map(chart => chartFigure(chart, 2))}
        <h2 class="govuk-heading-m">Month by month</h2>
        ${figures('Month', rows, fewest, it => ({ text: monthInWords(it.name as Day) }))}`}
  ${whatTheyMean(fewest)}`,
})

type Cell = { readonly text: string } | { readonly html: Html }

const figures = (what: string, rows: readonly Judged[], fewest: number, first: (it: Judged) => Cell): Html =>
  scrolling(
    table({
      caption: `Scores and ratings by ${what.toLowerCase()}`,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: what },
        { text: 'Scored', format: 'numeric' },
        { text: 'Average score', format: 'numeric' },
        { text: 'Rated', format: 'numeric' },
        { text: 'Answers everything', format: 'numeric' },
        { text: 'Not useful', format: 'numeric' },
      ],
      rows: rows.map(it => [
        first(it),
        number(String(it.scores)),
        number(it.scores < fewest ? tooFew : `${(it.average ?? 0).toFixed(1)} of 4`),
        number(String(it.ratings)),
        number(share(it.everything, it.ratings, fewest)),
        number(share(it.notUseful, it.ratings, fewest)),
      ]),
    }),
    'Scores and ratings',
  )

const tooFew: Piece = html`<span class="os-quiet os-nowrap">too few to say</span>`

const number = (shown: Piece) => ({ html: html`${shown}`, format: 'numeric' })

const share = (n: number, of: number, fewest: number): Piece =>
  of < fewest ? tooFew : `${Math.round((100 * n) / of)}%`

const whatTheyMean = (fewest: number): Html =>
  details({
    summaryText: 'What these figures count',
    html: html`<dl>
      <dt><strong>Scored, average score</strong></dt>
      <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">
        Answers of the random samples that have a score, from 1 (not good enough) to 4 (excellent), by the day of the
        answer.
      </dd>
      <dt><strong>Rated, answers everything, not useful</strong></dt>
      <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">
        Answers that their member rated, by the day of the first rating, and the share of the ratings that say so.
      </dd>
      <dt><strong>Too few to say</strong></dt>
      <dd class="govuk-!-margin-left-0">Fewer than ${fewest} scores or ratings.</dd>
    </dl>`,
  })
