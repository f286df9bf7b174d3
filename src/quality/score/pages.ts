import { inWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ratingWords } from '../rating/rating.ts'
import type { Sampled } from '../sample/sample.ts'
import type { Standard } from '../standard.ts'
import { mayScore, scores, scoreWords } from './score.ts'
import type { GivenAnswer } from './score.sql.ts'

export type Scored = {
  readonly asked: Asked
  readonly sampled: Sampled
  readonly given: GivenAnswer
  readonly standard: Standard
  /** what the member said of it */
  readonly rating: number | undefined
  readonly typed: { readonly score: string; readonly notes: string }
  readonly refusal?: Refusal | undefined
}

/** One answer of a sample: what was asked, what was answered, the standard, and the score. */
export function scorePage(it: Scored): Page {
  const { sampled, refusal } = it
  return {
    title: `Score an answer – ${sampled.reference}`,
    ownHeading: true,
    wide: true,
    invalid: refusal !== undefined,
    current: '/quality',
    back: { href: `/quality/samples/${sampled.sampleId}`, text: 'Back to the sample' },
    body: html`${errorSummaryFor(refusal)}
      <span class="govuk-caption-l"
        ><span class="os-reference">${sampled.reference}</span>${sampled.round > 1 && `, round ${sampled.round}`}</span
      >
      <h1 class="govuk-heading-l" dir="auto">${shortened(sampled.subject, 160)}</h1>
      <div class="os-composer">
        <div>${answered(it)} ${scoring(it)}</div>
        <div>${beside(it)}</div>
      </div>`,
  }
}

function answered({ sampled, given }: Scored): Html {
  return html`${details({ summaryText: 'What the member asked', open: true, html: words(given.asked) })}
  ${card({
    heading: { text: 'The answer' },
    html: html`<p class="govuk-body os-quiet">
        <bdi>${sampled.author}</bdi>, ${inWords(sampled.answeredOn)}.
        <a class="govuk-link" href="/enquiries/${sampled.reference}">Open the enquiry</a>
      </p>
      ${words(given.words)} ${given.questions.length > 0 && questions(given)}
      ${given.promises.length > 0 && promises(given)}
      ${given.contact && html`<p class="govuk-body">Contact: <bdi>${given.contact}</bdi></p>`}
      <p class="govuk-body">${sharing(given.mayShare)}</p>`,
  })}`
}

const words = (text: string): Html => html`<p class="govuk-body os-plain-text" dir="auto">${text}</p>`

const sharing = (mayShare: boolean | null): string =>
  mayShare === null
    ? 'It does not say whether it may be shared.'
    : mayShare
      ? 'It may be shared with the resident.'
      : 'It may not be shared with the resident.'

const questions = ({ questions }: GivenAnswer): Html =>
  html`<ol class="govuk-list govuk-list--number">
    ${questions.map(
      it =>
        html`<li>
          <strong dir="auto">${it.words}</strong><br />
          <span class="os-plain-text" dir="auto"
            >${it.answer ?? (it.excuse ? `Cannot be answered: ${it.excuse}` : 'Not answered')}</span
          >
        </li>`,
    )}
  </ol>`

const promises = ({ promises }: GivenAnswer): Html =>
  html`<h3 class="govuk-heading-s">Promised</h3>
    <ul class="govuk-list govuk-list--bullet">
      ${promises.map(
        it =>
          html`<li><span dir="auto">${it.words}</span>${it.who && ` (${it.who})`}, by ${inWords(it.dueOn as Day)}</li>`,
      )}
    </ul>`

/** The form for who may score it; for everybody else the score, or why there is none yet. */
function scoring(it: Scored): Html {
  const { asked, sampled, typed, refusal } = it
  const may = mayScore(sampled, asked.viewer.person!)
  if (!may.ok)
    return html`${given(sampled)}
      <p class="govuk-body">${may.refusal.words}.</p>`
  return html`<form method="post" action="${addressOfScore(sampled)}" novalidate>
    ${csrfField(asked.csrf)}
    ${radios({
      name: 'score',
      value: typed.score,
      fieldset: { legend: { text: 'How good is this answer?', classes: 'govuk-fieldset__legend--m' } },
      items: scores.map(({ value, text, means }) => ({
        value: String(value),
        text: `${value} ${text}`,
        hint: { text: means },
      })),
      errorMessage: errorFor(refusal, 'score'),
    })}
    ${textarea({
      name: 'notes',
      label: { text: 'Notes', classes: 'govuk-label--m' },
      hint: { text: 'Whoever wrote the answer can read them. Say what was good, and what was missing' },
      rows: 4,
      value: typed.notes,
      errorMessage: errorFor(refusal, 'notes'),
    })}
    ${button({ text: sampled.score === null ? 'Save the score' : 'Change the score', preventDoubleClick: true })}
  </form>`
}

const given = ({ score, notes, scorer, scoredOn }: Sampled): Html | false =>
  score !== null &&
  card({
    heading: { text: `Score: ${score}, ${scoreWords(score).toLowerCase()}` },
    html: html`${notes && words(notes)}
      <p class="govuk-body os-quiet"><bdi>${scorer}</bdi>, ${scoredOn && inWords(scoredOn)}</p>`,
  })

const beside = ({ standard, rating }: Scored): Html =>
  html`${card({
    classes: 'os-card--quiet',
    heading: { text: 'A good answer says' },
    html: html`<ul class="govuk-list govuk-list--bullet">
      ${standard.points.map(it => html`<li>${it.words}</li>`)}
    </ul>`,
  })}
  ${rating !== undefined &&
  card({
    classes: 'os-card--quiet',
    heading: { text: 'The member said' },
    html: html`<p class="govuk-body">${ratingWords(rating)}</p>`,
  })}`

export const addressOfScore = ({ reference, round }: Pick<Sampled, 'reference' | 'round'>): string =>
  `/quality/answers/${reference}/${round}`
