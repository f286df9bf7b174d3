import type { Day } from '#kernel/day.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Tally } from './measure.ts'
import type { Period } from './period.ts'
import { conditions, tallyColumns, tallyNames } from './tallies.sql.ts'
import { isTheirs, seesAll } from './seen.sql.ts'
import { isWithin, receivedIn, valueOf, wholeMonths, type KeptDimension, type KeptWithin } from './within.sql.ts'

/** What the enquiries of one row add up to. Measures are made of nothing else. */
export type Tallied = Readonly<Record<Tally, number>> & {
  readonly value: string
  readonly scoreSum: number
  /** receipt of the longest open one */
  readonly oldestOn: Day | null
  /** for so many working days: how many were answered after them, waiting included and taken off */
  readonly days: readonly (readonly [workingDays: number, gross: number, net: number])[] | null
}

/**
 * Counts by one dimension what was received in a period and the viewer may count. Whole months come from their sums
 * where those hold; what time may still change, what is not summed up, and what is narrowed comes from the facts. All in
 * one question, so that both are of one moment.
 */
export async function tallied(
  tx: Tx,
  asked: Period,
  by: KeptDimension,
  within: KeptWithin,
  today: Day,
): Promise<Tallied[]> {
  const period = wholeMonths(asked, today)
  const names = tallyNames(tx)
  const everything = await seesAll(tx)
  const fits = tx`${isWithin(tx, within)} and ${everything ? tx`true` : isTheirs(tx)}`
  // sums are of everything: who counts less, or narrows, counts the facts
  const mayRoll = everything && Object.keys(within).length === 0
  const one = tx`select ${valueOf(tx, by)} as value, ${counting(tx)} from reports.fact f where ${fits}`
  return tx<Tallied[]>`
    with month as materialized (
      select it.first_on, it.first_on >= ${period.from}::date and it.last_on <= ${period.to}::date and ${mayRoll}
          and exists (select from reports.rolled r where r.month = it.first_on) as rolled,
        greatest(it.first_on, ${period.from}::date) as from_on, least(it.last_on, ${period.to}::date) as to_on
      from (
        select m::date as first_on, (m + interval '1 month')::date - 1 as last_on
        from generate_series(date_trunc('month', ${period.from}::timestamp), ${period.to}::timestamp, interval '1 month') m
      ) it
    ), f as materialized (
      ${one} and f.live and ${receivedIn(tx, period)}
      union all
      ${mayRoll ? monthByMonth(tx, one) : tx`${one} and not f.live and ${receivedIn(tx, period)}`}
    ), summed as (
      select value, ${sumsOf(tx, names)}, sum(score_sum)::int as score_sum, min(oldest_on) as oldest_on
      from (
        select c.value, ${tallyColumns(tx)}, c.score_sum, null::date as oldest_on
        from reports.cell c join month on month.first_on = c.month and month.rolled
        where c.dimension = ${by}
        union all
        select f.value ${countsOf(tx, today)}, coalesce(sum(f.score), 0), min(f.received_on) filter (where f.is_open)
        from f group by f.value
      ) it
      group by value
    ), days as (
      select value, jsonb_agg(jsonb_build_array(working_days, gross, net)) as days
      from (
        select value, working_days, sum(gross) as gross, sum(net) as net
        from (
          select c.value, c.working_days, c.gross, c.net
          from reports.cell_days c join month on month.first_on = c.month and month.rolled
          where c.dimension = ${by}
          union all
          select f.value, f.working_days, count(*), 0 from f where f.answered_on is not null group by 1, 2
          union all
          select f.value, f.working_days_net, 0, count(*) from f where f.answered_on is not null group by 1, 2
        ) it
        group by value, working_days
      ) it
      group by value
    )
    select summed.*, days.days from summed left join days using (value)
  `
}

/** The facts of the months of which no sum holds. */
const monthByMonth = (tx: Tx, one: Statement) => tx`
  select f.* from month
  cross join lateral (${one} and not f.live and f.received_on between month.from_on and month.to_on) f
  where not month.rolled
`

/** What conditions ask of a fact, and no more: these rows are held while they are counted. */
const counting = (tx: Tx) => tx`
  f.received_on, f.is_open, f.joined, f.deflected, f.direct, f.registered_late, f.due_on, f.target_on, f.agreed_on,
  f.gross_on, f.answered_on, f.closed_on, f.working_days, f.working_days_net, f.extensions, f.pauses, f.chases, f.climbs,
  f.rounds, f.promises, f.promises_broken, f.promise_due_on, f.score, f.rating
`

const sumsOf = (tx: Tx, names: readonly Tally[]) =>
  names.map(name => tx`sum(${tx(name)})::int as ${tx(name)}`).reduce((all, one) => tx`${all}, ${one}`)

const countsOf = (tx: Tx, today: Day) =>
  Object.values(conditions(tx, today)).map(it => tx`, count(*) filter (where ${it})`)
