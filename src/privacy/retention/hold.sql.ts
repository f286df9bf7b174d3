import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

export type Hold = {
  readonly id: string
  readonly about: 'enquiry' | 'person' | 'topic'
  readonly subjectId: string
  readonly called: string
  readonly reason: string
  readonly reviewOn: Day
  readonly placedBy: string
  readonly placedAt: Date
}

/** The holds that stand, the next to be reviewed first. */
export const standingHolds = (tx: Tx): Promise<Hold[]> => tx<Hold[]>`
  select id, about, subject_id, called, reason, review_on, placed_by, placed_at from privacy.hold
  where lifted_at is null order by review_on, id
`

export async function insertHold(tx: Tx, it: Omit<Hold, 'id'>): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into privacy.hold (about, subject_id, called, reason, review_on, placed_by, placed_at)
    values (${it.about}, ${it.subjectId}, ${it.called}, ${it.reason}, ${it.reviewOn}, ${it.placedBy}, ${it.placedAt})
    returning id
  `
  return row!.id
}

/** Lifts a hold that stands; false when it did not. */
export async function liftHold(tx: Tx, id: string, by: string, because: string, at: Date): Promise<boolean> {
  const done = await tx`
    update privacy.hold set lifted_by = ${by}, lifted_because = ${because}, lifted_at = ${at}
    where id = ${id} and lifted_at is null
  `
  return done.count === 1
}

/** What a hold may be about: an enquiry by its reference, a person by their address, a topic by its key. */
export async function subjectCalled(
  tx: Tx,
  about: Hold['about'],
  called: string,
): Promise<{ id: string; called: string } | undefined> {
  const [row] = await tx<{ id: string; called: string }[]>`
    select id, reference as called from enquiries.enquiry where ${about} = 'enquiry' and reference = upper(${called})
    union all
    select id, name from people.person where ${about} = 'person' and email = ${called}
    union all
    select id, name from mailboxes.topic where ${about} = 'topic' and (key = lower(${called}) or lower(name) = lower(${called}))
    limit 1
  `
  return row
}
