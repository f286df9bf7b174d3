import { measures } from './measures.ts'
import type { Tally } from './measure.ts'
import type { Tallied } from './tallied.sql.ts'

/** Several rows as one: of a service, or of everything. */
export function sumOf(value: string, rows: readonly Tallied[]): Tallied {
  const sum = (of: (row: Tallied) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const tallies = Object.fromEntries(tallyNames.map(name => [name, sum(row => row[name])])) as Record<Tally, number>
  const days = Map.groupBy(
    rows.flatMap(row => row.days ?? []),
    ([workingDays]) => workingDays,
  )
  return {
    ...tallies,
    value,
    scoreSum: sum(row => row.scoreSum),
    oldestOn: rows.flatMap(row => row.oldestOn ?? []).toSorted()[0] ?? null,
    days: [...days].map(([workingDays, some]) => [workingDays, total(some, 1), total(some, 2)] as const),
  }
}

const total = (some: readonly (readonly [number, number, number])[], at: 1 | 2): number =>
  some.reduce((all, it) => all + it[at], 0)

const tallyNames = [...new Set(measures.flatMap(({ how }) => ('counts' in how ? [how.counts, how.of] : [how.of])))]
