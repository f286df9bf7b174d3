import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { conditions, tallyColumns } from './tallies.sql.ts'

/** Which lock it is that a month's facts and its sums share. */
const lockClass = 5404

const lockNumber = (month: Day): number => Number(month.slice(0, 7).replace('-', ''))

/** The first day of a day's month. */
export const monthOf = (on: Day): Day => `${on.slice(0, 7)}-01` as Day

/**
 * The sums of these months no longer hold: a fact of theirs changes in this transaction. Whoever sums a month up waits
 * for all who change facts in it, so that no sum misses what was being written.
 */
export async function unroll(tx: Tx, months: readonly Day[]): Promise<void> {
  for (const month of [...new Set(months)].toSorted())
    await tx`select pg_advisory_xact_lock_shared(${lockClass}, ${lockNumber(month)})`
  if (months.length > 0) await tx`delete from reports.rolled where month = any (${months as Day[]}::date[])`
}

/** The months with facts whose sums do not hold, the newest first. */
export async function unrolled(tx: Tx): Promise<Day[]> {
  const rows = await tx<{ month: Day }[]>`
    select m::date as month
    from (select min(received_on) as first_on, max(received_on) as last_on from reports.fact where not live) it,
      generate_series(date_trunc('month', it.first_on::timestamp), it.last_on, interval '1 month') m
    where not exists (select from reports.rolled r where r.month = m::date)
    order by 1 desc
  `
  return rows.map(it => it.month)
}

/** Sums one month up. Harmless to repeat. */
export async function roll(tx: Tx, month: Day, at: Date): Promise<void> {
  await tx`select pg_advisory_xact_lock(${lockClass}, ${lockNumber(month)})`
  await tx`delete from reports.cell where month = ${month}`
  await tx`delete from reports.cell_days where month = ${month}`
  await tx`
    insert into reports.cell (month, dimension, value, ${tallyColumns(tx)}, score_sum)
    ${cellsOf(tx, month)}
  `
  await tx`insert into reports.cell_days (month, dimension, value, working_days, gross, net) ${daysOf(tx, month)}`
  await tx`
    insert into reports.rolled (month, at) values (${month}, ${at}) on conflict (month) do update set at = excluded.at
  `
}

/** Whether the sums of a month that are said to hold are what its facts add up to. */
export async function rolledRightly(tx: Tx, month: Day): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(${lockClass}, ${lockNumber(month)})`
  const [row] = await tx<{ right: boolean }[]>`
    select not exists (select from reports.rolled where month = ${month}) or not (
      exists (${cellsOf(tx, month)} except all ${keptCells(tx, month)})
      or exists (${keptCells(tx, month)} except all ${cellsOf(tx, month)})
      or exists (${daysOf(tx, month)} except all ${keptDays(tx, month)})
      or exists (${keptDays(tx, month)} except all ${daysOf(tx, month)})
    ) as right
  `
  return row!.right
}

export async function rolledMonths(tx: Tx): Promise<Day[]> {
  const rows = await tx<{ month: Day }[]>`select month from reports.rolled order by month`
  return rows.map(it => it.month)
}

const keptCells = (tx: Tx, month: Day) => tx`
  select month, dimension, value, ${tallyColumns(tx)}, score_sum from reports.cell where month = ${month}
`

const keptDays = (tx: Tx, month: Day) => tx`
  select month, dimension, value, working_days, gross, net from reports.cell_days where month = ${month}
`

/** What of a fact `f` is told apart, by every dimension that cells know. */
const values = (tx: Tx) => tx`
  cross join lateral (values
    ('mailbox', coalesce(f.mailbox_id::text, 'none')), ('ward', coalesce(f.ward_id::text, 'none')),
    ('member', coalesce(f.member_id::text, 'none')), ('topic', coalesce(f.topic_id::text, 'none')),
    ('kind', f.kind), ('channel', f.channel)) as d (dimension, told)
  cross join lateral (select d.dimension, case when f.restricted then 'restricted' else d.told end as value) v
`

const settledIn = (tx: Tx, month: Day) => tx`
  not f.live and f.received_on >= ${month}::date and f.received_on < (${month}::date + interval '1 month')::date
`

/** What is settled counts as it does on every later day. */
const endOfTime = '9999-12-31' as Day

function cellsOf(tx: Tx, month: Day) {
  const all = Object.values(conditions(tx, endOfTime)).map(it => tx`, (count(*) filter (where ${it}))::int`)
  return tx`
    select ${month}::date, v.dimension, v.value ${all}, coalesce(sum(f.score), 0)::int
    from reports.fact f ${values(tx)}
    where ${settledIn(tx, month)}
    group by v.dimension, v.value
  `
}

const daysOf = (tx: Tx, month: Day) => tx`
  select ${month}::date, v.dimension, v.value, w.days, sum(w.gross)::int, sum(w.net)::int
  from reports.fact f ${values(tx)}
    cross join lateral (values (f.working_days, 1, 0), (f.working_days_net, 0, 1)) as w (days, gross, net)
  where ${settledIn(tx, month)} and f.answered_on is not null
  group by v.dimension, v.value, w.days
`
