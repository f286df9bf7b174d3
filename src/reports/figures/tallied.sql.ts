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
  const one = tx`
    select ${valueOf(tx, by)} as value, ${marksOf(tx, today)} as marks, f.working_days, f.working_days_net, f.score,
      case when f.is_open then f.received_on end as open_since
    from reports.fact f where ${fits}
  `
  return tx<Tallied[]>`
    with month as materialized (
      select it.first_on, it.first_on >= ${period.from}::date and it.last_on <= ${period.to}::date and ${mayRoll}
          and exists (select from reports.rolled r where r.month = it.first_on) as rolled,
        greatest(it.first_on, ${period.from}::date) as from_on, least(it.last_on, ${period.to}::date) as to_on
      from (
        select m::date as first_on, (m + interval '1 month')::date - 1 as last_on
        from generate_series(date_trunc('month', ${period.from}::timestamp), ${period.to}::timestamp, interval '1 month') m
      ) it
    ), alike as materialized (
      select value, marks, working_days, working_days_net, count(*) as n, sum(score) as score_sum,
        min(open_since) as oldest_on
      from (
        ${one} and f.live and ${receivedIn(tx, period)}
        union all
        ${mayRoll ? monthByMonth(tx, one) : tx`${one} and not f.live and ${receivedIn(tx, period)}`}
      ) it
      group by value, marks, working_days, working_days_net
    ), summed as (
      select value, ${sumsOf(tx, names)}, sum(score_sum)::int as score_sum, min(oldest_on) as oldest_on
      from (
        select c.value, ${tallyColumns(tx)}, c.score_sum, null::date as oldest_on
        from reports.cell c join month on month.first_on = c.month and month.rolled
        where c.dimension = ${by}
        union all
        select value ${countsOf(tx, names)}, coalesce(sum(score_sum), 0), min(oldest_on) from alike group by value
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
          select value, working_days, n, 0 from alike where working_days is not null
          union all
          select value, working_days_net, 0, n from alike where working_days_net is not null
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

/**
 * Every condition a fact fulfils, a bit for each in the order of their names. Few facts differ in all that is counted: the
 * alike are counted together first, and each tally asks of them instead of every fact by itself.
 */
const marksOf = (tx: Tx, today: Day) =>
  Object.values(conditions(tx, today))
    .map((it, nth) => tx`case when ${it} then ${2 ** nth}::int else 0 end`)
    .reduce((all, one) => tx`${all} + ${one}`)

const sumsOf = (tx: Tx, names: readonly Tally[]) =>
  names.map(name => tx`sum(${tx(name)})::int as ${tx(name)}`).reduce((all, one) => tx`${all}, ${one}`)

const countsOf = (tx: Tx, names: readonly Tally[]) =>
  names.map((_, nth) => tx`, coalesce(sum(n) filter (where marks & ${2 ** nth}::int > 0), 0)`)
