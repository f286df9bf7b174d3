import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Tally } from './measure.ts'
import type { Period } from './period.ts'
import { conditions, tallyColumns, tallyNames } from './tallies.sql.ts'
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
  const fits = tx`${receivedIn(tx, period)} and ${isWithin(tx, within)}`
  const mayRoll = Object.keys(within).length === 0
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
      select ${valueOf(tx, by)} as value, f.* from reports.fact f where f.live and ${fits}
      union all
      select ${valueOf(tx, by)} as value, f.* from month
      cross join lateral (
        select f.* from reports.fact f
        where not f.live and f.received_on between month.from_on and month.to_on and ${isWithin(tx, within)}
      ) f
      where not month.rolled
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

const sumsOf = (tx: Tx, names: readonly Tally[]) =>
  names.map(name => tx`sum(${tx(name)})::int as ${tx(name)}`).reduce((all, one) => tx`${all}, ${one}`)

const countsOf = (tx: Tx, today: Day) =>
  Object.values(conditions(tx, today)).map(it => tx`, count(*) filter (where ${it})`)
