import type { Tx } from '#platform/db/database.ts'

/** Somebody who opened something, how often, and when first and last. */
export type Looker = {
  readonly person: string | null
  readonly views: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Everybody who looked at an enquiry whose views are written down, the last one first. */
export const lookersAt = (tx: Tx, reference: string): Promise<Looker[]> => tx<Looker[]>`
  select actor as person, count(*)::int as views, min(at) as first_at, max(at) as last_at from audit.entry
  where subject_reference = ${reference} and act = 'enquiries.viewed'
  group by actor order by max(at) desc
`

/** What somebody did: how often each act, the most frequent first. */
export type Habit = { readonly act: string; readonly count: number; readonly lastAt: Date }
export const habitsOf = (tx: Tx, person: string): Promise<Habit[]> => tx<Habit[]>`
  select act, count(*)::int as count, max(at) as last_at from audit.entry
  where actor = ${person} group by act order by count(*) desc, act limit 60
`

/** The restricted enquiries somebody looked at, the last one first. */
export type Seen = { readonly reference: string; readonly views: number; readonly lastAt: Date }
export const seenBy = (tx: Tx, person: string): Promise<Seen[]> => tx<Seen[]>`
  select subject_reference as reference, count(*)::int as views, max(at) as last_at from audit.entry
  where actor = ${person} and act = 'enquiries.viewed' and subject_reference is not null
  group by subject_reference order by max(at) desc limit 200
`
