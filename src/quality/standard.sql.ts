import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Standard } from './standard.ts'

const columns = (tx: Tx) => tx`
  version, from_on, points, reading_age, longest_sentence_words, jargon, why, set_at, set_by
`

/** The standard in force on a day: of those that had begun, the one that was set last. There always is one. */
export async function standardOn(tx: Tx, on: Day): Promise<Standard> {
  const [row] = await tx<Standard[]>`
    select ${columns(tx)} from quality.standard where from_on <= ${on} order by version desc limit 1
  `
  return row!
}
