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

/** The one that was set last, begun or not. */
export async function latestStandard(tx: Tx): Promise<Standard> {
  const [row] = await tx<Standard[]>`select ${columns(tx)} from quality.standard order by version desc limit 1`
  return row!
}

/** Every version, the latest first. */
export const standardsSet = (tx: Tx): Promise<Standard[]> =>
  tx<Standard[]>`select ${columns(tx)} from quality.standard order by version desc`

/** False when somebody took this number meanwhile. */
export async function addStandard(tx: Tx, it: Standard): Promise<boolean> {
  const { count } = await tx`
    insert into quality.standard (version, from_on, points, reading_age, longest_sentence_words, jargon, why, set_at, set_by)
    values (${it.version}, ${it.fromOn}, ${JSON.stringify(it.points)}, ${it.readingAge}, ${it.longestSentenceWords},
      ${JSON.stringify(it.jargon)}, ${it.why}, ${it.setAt}, ${it.setBy})
    on conflict (version) do nothing
  `
  return count === 1
}
