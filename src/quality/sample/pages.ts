import { inWords, type Day } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { select } from '#platform/views/components/select.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { qualityHeading } from '../pages.ts'
import { addressOfScore } from '../score/pages.ts'
import { scoreWords } from '../score/score.ts'
import { monthInWords } from './month.ts'
import type { Sample, Sampled } from './sample.ts'

type Listed = {
  readonly viewer: Viewer
  readonly month: Day | undefined
  readonly months: readonly Day[]
  readonly samples: readonly Sample[]
}

/** The samples of a month: what was drawn in each mailbox and how much of it is scored. */
export const samplesPage = (it: Listed): Page => ({
  title: 'Samples of answers',
  ownHeading: true,
  wide: true,
  current: '/quality',
  body: html`${qualityHeading('Samples of answers', '/quality/samples', it.viewer)}
    <p class="govuk-body-l">
      On the first working day of each month some of every mailbox’s answers are drawn at random. Whoever runs the
      mailbox scores them against the standard.
    </p>
    ${it.month ? ofMonth(it, it.month) : nothingYet}`,
})

const nothingYet = emptyState({
  heading: { text: 'No sample has been drawn yet' },
  text: 'The first one comes on the first working day of next month, from this month’s answers.',
})

const ofMonth = ({ months, samples }: Listed, month: Day): Html =>
  html`${months.length > 1 && monthChoice(months, month)}
  ${scrolling(
    table({
      caption: monthInWords(month),
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        { text: 'Mailbox' },
        { text: 'Answers', format: 'numeric' },
        { text: 'Drawn', format: 'numeric' },
        { text: 'Scored', format: 'numeric' },
        { text: 'State' },
      ],
      rows: samples.map(it => [
        { html: html`<a class="govuk-link" href="/quality/samples/${it.id}">${it.mailbox}</a>` },
        { text: String(it.answers), format: 'numeric' },
        { text: String(it.drawn), format: 'numeric' },
        { text: String(it.scored), format: 'numeric' },
        { html: state(it) },
      ]),
    }),
    `Samples of ${monthInWords(month)}`,
  )}`

const monthChoice = (months: readonly Day[], month: Day): Html =>
  html`<form method="get" action="/quality/samples" class="os-canned">
    ${select({
      name: 'month',
      label: { text: 'Month' },
      value: month.slice(0, 7),
      items: months.map(it => ({ value: it.slice(0, 7), text: monthInWords(it) })),
    })}
    ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`

function state({ answers, drawn, scored, runs }: Sample): Html {
  if (answers === 0) return html`<span class="os-quiet">No answers</span>`
  if (scored >= drawn) return tag({ text: 'Done', classes: 'govuk-tag--green' })
  return tag({
    text: runs ? 'For you to score' : 'Being scored',
    classes: runs ? 'govuk-tag--yellow' : 'govuk-tag--grey',
  })
}

type One = {
  readonly sample: Sample
  readonly answers: readonly Sampled[]
  readonly person: string
  readonly all: number
}

/** One sample: its answers, what each scored, and how anybody can check that they were drawn fairly. */
export function samplePage({ sample, answers, person, all }: One): Page {
  const title = `${sample.mailbox}, ${monthInWords(sample.month)}`
  const next = sample.runs && answers.find(it => it.score === null && it.authorId !== person)
  return {
    title,
    ownHeading: true,
    wide: true,
    current: '/quality',
    back: { href: `/quality/samples?month=${sample.month.slice(0, 7)}`, text: 'Samples of answers' },
    body: html`<span class="govuk-caption-l">Sample of answers</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${all === 0
        ? emptyState({
            heading: { text: 'Nothing to score' },
            text: 'No answer of this mailbox was sent in this month.',
          })
        : html`<p class="govuk-body">${summary(sample, all)}</p>
            ${next && button({ text: 'Score the next answer', href: addressOfScore(next) })} ${listed(answers, person)}
            ${hidden(all - answers.length)}`}
      ${howDrawn(sample)}`,
  }
}

const summary = ({ answers, scored }: Sample, all: number): string =>
  `${all} of ${counted(answers, 'answer')} ${all === 1 ? 'was' : 'were'} drawn. ${scored === 0 ? 'None is scored yet' : scored >= all ? 'All are scored' : `${scored} of them scored so far`}.`

const listed = (answers: readonly Sampled[], person: string): Html =>
  html`<ul class="govuk-list os-rows">
    ${answers.map(
      it => html`<li class="govuk-!-margin-bottom-4">
        <a class="govuk-link govuk-!-font-weight-bold" href="${addressOfScore(it)}" dir="auto"
          >${shortened(it.subject, 120)}</a
        >
        ${standing(it, person)}<br />
        <span class="os-quiet"
          ><span class="os-reference">${it.reference}</span>, <bdi>${it.author}</bdi>, answered
          ${inWords(it.answeredOn)}${it.round > 1 && `, round ${it.round}`}</span
        >
      </li>`,
    )}
  </ul>`

function standing({ score, authorId }: Sampled, person: string): Html {
  if (score !== null)
    return tag({
      text: `${score} ${scoreWords(score)}`,
      classes: score >= 3 ? 'govuk-tag--green' : score === 2 ? 'govuk-tag--yellow' : 'govuk-tag--red',
    })
  return tag({
    text: authorId === person ? 'Yours: somebody else scores it' : 'Not scored',
    classes: 'govuk-tag--grey',
  })
}

const hidden = (n: number): Html | false =>
  n > 0 && html`<p class="govuk-body os-quiet">${counted(n, 'answer')} of this sample cannot be shown to you.</p>`

const howDrawn = (it: Sample): Html =>
  details({
    summaryText: 'How these were drawn',
    html: html`<p class="govuk-body">
        On ${inWords(it.drawnOn)}, ${it.percent} in 100 of the month’s ${counted(it.answers, 'answer')}, and at least
        ${it.least} where there are as many. Each answer draws a number: the SHA-256 of the seed, the enquiry’s id and
        the round, with a space between them. The lowest numbers are in the sample, so anybody with the seed can check
        any answer.
      </p>
      <p class="govuk-body">Seed: <code class="os-reference">${it.seed}</code></p>`,
  })
