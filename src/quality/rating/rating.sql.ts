import type { Day, Now } from '#kernel/day.ts'
import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'

/** What a member said of the answer of one round. */
export type Rating = {
  readonly round: number
  readonly rating: number
  readonly ratedOn: Day
  readonly firstRatedOn: Day
}

/** The ratings of an enquiry, by round. */
export const ratingsOf = (tx: Tx, enquiryId: string): Promise<Rating[]> => ask(tx, askRatings(tx, enquiryId))

export const askRatings = (tx: Tx, enquiryId: string): Asking<Rating[]> => ({
  statement: tx`
    select round, rating, rated_on, first_rated_on from quality.rating where enquiry_id = ${enquiryId} order by round
  `,
  read: rows => rows,
})

/** The day of the answer of this round that stands; undefined when none was given, or it did not arrive. */
export const askAnsweredAt = (tx: Tx, enquiryId: string, round: number): Asking<Day | undefined> => ({
  statement: tx`
    select v.on_day as "on"
    from enquiries.event v join enquiries.message m on m.id = (v.data ->> 'messageId')::uuid
    -- the enquiry stands at both: its few messages are looked at, and not all there ever were
    where v.enquiry_id = ${enquiryId} and v.type = 'answered' and m.enquiry_id = ${enquiryId} and m.round = ${round}
      and not exists (select from enquiries.event u where u.enquiry_id = v.enquiry_id
        and u.type = 'answer-undelivered' and u.data ->> 'messageId' = v.data ->> 'messageId')
    order by v.sequence desc limit 1
  `,
  read: ([row]: { on: Day }[]) => row?.on,
})

type Rated = { readonly enquiryId: string; readonly round: number; readonly rating: number }
type Rater = { readonly by: string | null; readonly via: string; readonly now: Now }

/** The last rating of an answer counts; the day of the first one is kept. Needs the system. */
export async function keepRating(tx: Tx, { enquiryId, round, rating }: Rated, { by, via, now }: Rater): Promise<void> {
  await tx`
    insert into quality.rating (enquiry_id, round, rating, rated_on, rated_at, rated_by, via, first_rated_on)
    values (${enquiryId}, ${round}, ${rating}, ${now.today}, ${now.at}, ${by}, ${via}, ${now.today})
    on conflict (enquiry_id, round) do update
    set rating = excluded.rating, rated_on = excluded.rated_on, rated_at = excluded.rated_at,
      rated_by = excluded.rated_by, via = excluded.via
  `
}
