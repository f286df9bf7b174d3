import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'

/** Something an answer promised and nobody has marked as kept. */
export type PromisedToMember = {
  readonly reference: Reference
  readonly words: string
  readonly who: string
  readonly dueOn: Day
  /** it got a later date */
  readonly moved: boolean
}

/** What these members were promised and still wait for, the earliest first; at most 50. */
export const promisedTo = (tx: Tx, members: readonly string[]): Promise<PromisedToMember[]> => tx<PromisedToMember[]>`
  select e.reference, p.words, p.who, (x ->> 'dueOn')::date as due_on, x ? 'firstDueOn' as moved
  from enquiries.enquiry e
  cross join lateral jsonb_array_elements(e.promises) x
  join enquiries.promise p on p.id = (x ->> 'id')::uuid
  where e.member_id = any (${members as string[]}::uuid[]) and e.promises <> '[]' and not x ? 'keptOn'
  order by due_on, e.reference limit 50
`
