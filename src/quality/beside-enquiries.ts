import type { Beside, Opened } from '#enquiries/door.ts'
import { card } from '#platform/views/components/card.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { standardCard } from './checks/standard-card.ts'
import { examplesFor } from './example/example.sql.ts'
import { examplesCard } from './example/pages.ts'
import { ratingRow } from './rating/pages.ts'
import { ratableOf, ratingWords } from './rating/rating.ts'
import { qualityOf, type QualityOfRound } from './round.sql.ts'
import { scoreWords } from './score/score.ts'

/** What this room puts on the pages of enquiries. */
export const besideEnquiries: Beside = { writing: standardCard, examples, enquiry: qualityCard, tracked: rating }

/** Good answers to the like of it. A restricted matter learns from the same topic alone: its words search nothing. */
async function examples({ tx, enquiry, names }: Opened): Promise<Html> {
  return examplesCard(await examplesFor(tx, enquiry, enquiry.restricted ? '' : names.subject))
}

/** What its member and whoever runs the mailbox made of its answers. */
async function qualityCard({ tx, enquiry }: Opened): Promise<Html> {
  if (enquiry.firstAnsweredOn === null) return nothing
  const rounds = await qualityOf(tx, enquiry.id)
  if (rounds.length === 0) return nothing
  return card({
    heading: { text: 'Quality' },
    html: html`${rounds.map(it => round(it, enquiry.reference, enquiry.round > 1))}`,
  })
}

const round = ({ round, rating, score, sampled }: QualityOfRound, reference: string, many: boolean): Html =>
  html`<p class="govuk-body">
    ${many && html`<strong>Round ${round}</strong><br />`}
    ${rating !== null && html`The member said: ${ratingWords(rating)}<br />`}
    ${sampled &&
    html`<a class="govuk-link" href="/quality/answers/${reference}/${round}"
      >${score === null ? 'Drawn to be scored' : `Scored ${score} of 4: ${scoreWords(score).toLowerCase()}`}</a
    >`}
  </p>`

/** The member rates the answer that stands. */
async function rating({ tx, enquiry, asked }: Opened): Promise<Html> {
  if (enquiry.answeredOn === null) return nothing
  const ratable = await ratableOf(tx, enquiry.id, enquiry.round)
  if (!ratable) return nothing
  const action = `/quality/ratings/${enquiry.reference}/${enquiry.round}`
  return ratingRow({ action, csrf: asked.csrf, ratable, today: asked.now.today }) || nothing
}
