import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Figure } from '#platform/views/components/figures.ts'

/** How the council answered a member lately, and what each figure counts. */
export type OwnFigures = {
  readonly received: number
  readonly items: readonly Figure[]
  readonly meanings: readonly (readonly [name: string, meaning: string])[]
}

/** Figures are the house's to work out: there is one definition of each, wherever it is shown. */
export type AskOwnFigures = (tx: Tx, members: readonly string[], today: Day) => Promise<OwnFigures>
