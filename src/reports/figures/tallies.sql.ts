import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Tally } from './measure.ts'

/**
 * The condition of every tally, asked of a fact `f`: sums, drills and cells all count by these, so that they cannot
 * count differently. Of facts that are no longer live they hold whatever day it is.
 */
export const conditions = (tx: Tx, today: Day) =>
  ({
    received: tx`true`,
    judged: judged(tx, tx`f.target_on`, today),
    onTime: tx`coalesce(f.answered_on <= f.target_on, false)`,
    judgedAgreed: judged(tx, tx`f.agreed_on`, today),
    onTimeAgreed: tx`coalesce(f.answered_on <= f.agreed_on, false)`,
    judgedGross: judged(tx, tx`f.gross_on`, today),
    onTimeGross: tx`coalesce(f.answered_on <= f.gross_on, false)`,
    answered: tx`f.answered_on is not null`,
    again: tx`(f.answered_on is not null and f.rounds > 1)`,
    open: tx`f.is_open`,
    overdue: tx`(f.is_open and coalesce(f.due_on < ${today}::date, false))`,
    extended: tx`f.extensions > 0`,
    paused: tx`f.pauses > 0`,
    chased: tx`f.chases > 0`,
    climbed: tx`f.climbs > 0`,
    scored: tx`f.score is not null`,
    rated: tx`f.rating is not null`,
    ratedWell: tx`coalesce(f.rating = 3, false)`,
    promised: tx`(f.promises > 0 or coalesce(f.promise_due_on < ${today}::date, false))`,
    broken: tx`(f.promises_broken > 0 or coalesce(f.promise_due_on < ${today}::date, false))`,
    recorded: tx`not f.direct`,
    registeredLate: tx`f.registered_late`,
    deflected: tx`f.deflected`,
  }) satisfies Record<Tally, unknown>

/** It has been answered, or its date passed while nobody had: before it was closed, and before today. */
const judged = (tx: Tx, on: ReturnType<typeof tx>, today: Day) => tx`
  (${on} is not null and (f.answered_on is not null or (not f.joined and ${on} < coalesce(f.closed_on, ${today}::date))))
`

export const tallyNames = (tx: Tx): Tally[] => Object.keys(conditions(tx, '2000-01-01' as Day)) as Tally[]

/** The columns of cells, one for each tally. */
export const tallyColumns = (tx: Tx) =>
  tallyNames(tx)
    .map(name => tx`${tx(name)}`)
    .reduce((all, one) => tx`${all}, ${one}`)
