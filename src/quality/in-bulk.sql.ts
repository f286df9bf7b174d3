import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { monthAfter } from './sample/month.ts'

// For the demonstration and imports: many rows at once, in a transaction of the system. What the database demands of
// each (nobody scores what they wrote) holds here too; who may is asked of the rules by whoever calls.

export type DrawnAnswer = {
  readonly sampleId: string
  readonly mailboxId: string
  readonly month: Day
  readonly drawnOn: Day
  readonly enquiryId: string
  readonly round: number
  readonly authorId: string
  readonly restricted: boolean
  readonly reference: string
}

/** Every answer of the samples from a month on, in the order they were drawn. */
export const drawnSince = (tx: Tx, month: Day): Promise<DrawnAnswer[]> => tx<DrawnAnswer[]>`
  select d.sample_id, s.mailbox_id, s.month, s.drawn_on, d.enquiry_id, d.round, d.author_id, e.restricted, e.reference
  from quality.sampled d join quality.sample s on s.id = d.sample_id join enquiries.enquiry e on e.id = d.enquiry_id
  where s.month >= ${month} order by s.month, s.mailbox_id, d.draw
`

export type GivenScore = {
  readonly enquiryId: string
  readonly round: number
  readonly authorId: string
  readonly score: number
  readonly notes: string
  readonly scoredOn: Day
  readonly scoredAt: Date
  readonly scoredBy: string
}

/** All by the first standard. */
export async function insertScores(tx: Tx, scores: readonly GivenScore[]): Promise<void> {
  for (const some of inParts(scores))
    await tx`insert into quality.score ${tx(some.map(it => ({ ...it, standard: 1 })))}`
}

export type RatableAnswer = {
  readonly enquiryId: string
  readonly round: number
  readonly answeredOn: Day
  readonly memberId: string
  /** the member said that it did not answer: another round followed */
  readonly again: boolean
}

/** The answers from a month on that stand, each with whom it went to. */
export const ratableSince = (tx: Tx, month: Day): Promise<RatableAnswer[]> => tx<RatableAnswer[]>`
  select distinct on (m.enquiry_id, m.round) m.enquiry_id, m.round, v.on_day as answered_on, e.member_id, e.round > m.round as again
  from enquiries.event v
  join enquiries.message m on m.id = (v.data ->> 'messageId')::uuid
  join enquiries.enquiry e on e.id = v.enquiry_id
  where v.type = 'answered' and v.on_day >= ${month} and v.on_day < ${monthAfter(month, 14)}
  order by m.enquiry_id, m.round, v.sequence desc
`

export type GivenRating = {
  readonly enquiryId: string
  readonly round: number
  readonly rating: number
  readonly ratedOn: Day
  readonly ratedAt: Date
  readonly ratedBy: string | null
  readonly via: 'page' | 'email'
}

export async function insertRatings(tx: Tx, ratings: readonly GivenRating[]): Promise<void> {
  for (const some of inParts(ratings))
    await tx`insert into quality.rating ${tx(some.map(it => ({ ...it, firstRatedOn: it.ratedOn })))}`
}

/** As many as one question to the database takes. */
function inParts<T>(all: readonly T[], most = 4000): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += most) parts.push(all.slice(at, at + most))
  return parts
}
