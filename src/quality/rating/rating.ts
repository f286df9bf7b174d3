import { record } from '#audit/door.ts'
import { addDays, type Day, type Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { askAtOnce } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { askAnsweredAt, askRatings, keepRating, type Rating } from './rating.sql.ts'

/** What a member can say of an answer with one tap (domain, section 8: answers everything, useful). */
export const ratings = [
  { value: 3, text: 'It answers everything' },
  { value: 2, text: 'Useful, but not everything' },
  { value: 1, text: 'Not useful' },
] as const

export const ratingWords = (rating: number): string => ratings.find(it => it.value === rating)?.text ?? ''

/** How an answer stands to its rating; `until` is the last day on which it can be given or changed. */
export type Ratable = { readonly round: number; readonly rating: Rating | undefined; readonly until: Day }

/** Undefined when there is no answer of this round that stands. Settings come with the transaction's first question. */
export async function ratableOf(tx: Tx, enquiryId: string, round: number): Promise<Ratable | undefined> {
  const [[answeredOn, given], days, changeDays] = await Promise.all([
    askAtOnce(tx, askAnsweredAt(tx, enquiryId, round), askRatings(tx, enquiryId)),
    setting(tx, 'quality.rate-days'),
    setting(tx, 'quality.change-rating-days'),
  ])
  if (!answeredOn) return undefined
  const rating = given.find(it => it.round === round)
  return { round, rating, until: rating ? addDays(rating.firstRatedOn, changeDays) : addDays(answeredOn, days) }
}

/** Whether it can be rated now, or changed. */
export function mayRate({ rating, until }: Ratable, today: Day): Result<true> {
  if (today <= until) return allow(true)
  return rating
    ? refuse('rated-already', 'You rated this answer already, and it can no longer be changed')
    : refuse('too-late', 'This answer can no longer be rated')
}

export type Rated = {
  readonly enquiryId: string
  readonly reference: string
  readonly round: number
  readonly rating: number
}

type Rater = { readonly by: string | null; readonly via: 'page' | 'email' | 'api'; readonly now: Now }

/**
 * Keeps the member's rating of an answer: once for each answer, changeable for some days. The same rating again changes
 * nothing. Who may rate is asked before; needs a transaction of the system. Refusals: `rating`, `no-answer`,
 * `rated-already`, `too-late`.
 */
export async function rateAnswer(tx: Tx, it: Rated, { by, via, now }: Rater): Promise<Result<Ratable>> {
  if (!ratings.some(({ value }) => value === it.rating))
    return refuse('rating', 'Select how good the answer was', 'rating')
  const ratable = await ratableOf(tx, it.enquiryId, it.round)
  if (!ratable) return refuse('no-answer', 'There is no answer to rate')
  if (ratable.rating?.rating === it.rating) return allow(ratable)
  const may = mayRate(ratable, now.today)
  if (!may.ok) return may
  await keepRating(tx, it, { by, via, now })
  await record(tx, {
    at: now.at,
    actor: by,
    act: 'quality.rate',
    subject: { kind: 'enquiry', id: it.enquiryId, reference: it.reference },
    details: { round: it.round, rating: it.rating, via },
  })
  return allow((await ratableOf(tx, it.enquiryId, it.round))!)
}
