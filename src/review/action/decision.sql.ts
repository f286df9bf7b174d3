import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** What a review decided, in the words of whoever wrote it down. */
export type Decision = {
  readonly id: string
  readonly number: number
  readonly review: string
  readonly words: string
  readonly takenOn: Day
  readonly recordedBy: string | null
}

/** The newest first. */
export const readDecisions = (tx: Tx, since: Day): Promise<Decision[]> => tx<Decision[]>`
  select id, number, review, words, taken_on, recorded_by from review.decision
  where taken_on >= ${since} order by taken_on desc, number desc
`

export type NewDecision = Omit<Decision, 'id' | 'number'> & { readonly recordedAt: Date }

export async function insertDecision(tx: Tx, it: NewDecision): Promise<{ id: string; number: number }> {
  const [row] = await tx<{ id: string; number: number }[]>`
    insert into review.decision (review, words, taken_on, recorded_by, recorded_at)
    values (${it.review}, ${it.words}, ${it.takenOn}, ${it.recordedBy}, ${it.recordedAt})
    returning id, number
  `
  return row!
}
