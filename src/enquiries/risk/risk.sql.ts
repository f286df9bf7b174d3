import { isWorkingDay, workingDaysBetween, type Calendar } from '#clock/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { keptOf, type Kept } from './kept.ts'
import { farthest, learnFrom, riskOf, type Cell, type Counted, type Band, type Risk } from './risk.ts'

/**
 * What was due in so many days before today teaches; of them the last are held back to see whether it can be believed,
 * and as many before them to see how much few cases may say.
 */
const cohortDays = 400
const heldBackDays = 91

/** More open work than this in one pair of hands teaches nothing more. */
const mostLoad = 200

/**
 * Works out anew how likely each open enquiry is to be late, and what was said of the last months held against what came
 * of it. Harmless to repeat. Returns how many have a risk.
 */
export async function learnRisk(tx: Tx, calendar: Calendar, today: Day): Promise<number> {
  const [least, past] = await Promise.all([
    setting(tx, 'enquiries.expected-least-cases'),
    pastCells(tx, calendar, today),
  ])
  await keepKept(tx, judged(past, least), today)
  const model = learnFrom(ofAge(past, 'oldest', 'older'), ofAge(past, 'newest'), least)
  const open = model ? await openWork(tx) : []
  const found = open.map(({ id, topicId, dueOn, load }) => {
    if (dueOn < today) return { id, percent: 100, why: {} }
    const daysLeft = workingDaysBetween(calendar, today, dueOn)
    const risk = riskOf(model!, { topicId, daysLeft, load })
    return { id, percent: Math.round(100 * risk.share), why: { ...whyOf(risk), daysLeft, load } }
  })
  await keepRisks(tx, found, today)
  return found.length
}

/** Learnt from what was due before, and held against the months that were held back. */
function judged(past: readonly Past[], least: number): Kept[] {
  const before = learnFrom(ofAge(past, 'oldest'), ofAge(past, 'older'), least)
  return before ? keptOf(before, ofAge(past, 'newest')) : []
}

type Past = Cell & { readonly age: 'oldest' | 'older' | 'newest' }

const ofAge = (past: readonly Past[], ...ages: Past['age'][]): Past[] => past.filter(it => ages.includes(it.age))

const whyOf = ({ alike, topic, holding, band }: Risk) => ({ alike, topic, holding, band })

/**
 * Past enquiries whose date is over, as they stood at the beginning of each working day on which they were open: the
 * topic, the days left, and how much their holder had. Restricted matters count nowhere.
 */
function pastCells(tx: Tx, calendar: Calendar, today: Day): Promise<Past[]> {
  const from = addDays(today, -cohortDays)
  const days: Day[] = []
  const worked: number[] = []
  for (let on = addDays(from, -cohortDays), n = 0; on <= today; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) n++
    days.push(on)
    worked.push(n)
  }
  return tx<Past[]>`
    with worked as materialized (
      select * from unnest(${days as string[]}::date[], ${worked}::int[]) w (on_day, n)
    ), past as materialized (
      select e.topic_id, e.holder_id, case when e.headline_due_on >= ${addDays(today, -heldBackDays)} then 'newest'
          when e.headline_due_on >= ${addDays(today, -2 * heldBackDays)} then 'older' else 'oldest' end as age, r.n as registered, d.n as due,
        k.n as taken, coalesce(s.n, ${worked.at(-1)!}) as settled,
        coalesce(e.first_answered_on, e.closed_on, '9999-12-31') > e.headline_due_on as late,
        e.headline_due_on between ${from} and ${addDays(today, -1)} as is_over
      from enquiries.enquiry e
      join worked r on r.on_day = e.registered_on
      left join worked d on d.on_day = e.headline_due_on
      left join worked k on k.on_day = e.acknowledged_on
      left join worked s on s.on_day = coalesce(e.first_answered_on, e.closed_on)
      where not e.restricted
    ), changes as (
      select holder_id, n, sum(by) as by from (
        select holder_id, taken + 1 as n, 1 as by from past where holder_id is not null and taken is not null
        union all
        select holder_id, settled + 1, -1 from past where holder_id is not null and taken is not null
      ) c group by 1, 2
    ), loads as materialized (
      select h.holder_id, w.n, sum(coalesce(c.by, 0)) over (partition by h.holder_id order by w.n) as load
      from (select distinct holder_id from changes) h cross join (select distinct n from worked) w
      left join changes c on c.holder_id = h.holder_id and c.n = w.n
    )
    select p.topic_id, least(p.due - m.n, ${farthest})::int as days_left,
      case when p.taken < m.n then least(l.load, ${mostLoad})::int end as load, p.age,
      count(*)::int as n, count(*) filter (where p.late)::int as late
    from past p
    cross join lateral generate_series(p.registered + 1, least(p.due, p.settled)) m (n)
    left join loads l on l.holder_id = p.holder_id and l.n = m.n
    where p.is_over
    group by 1, 2, 3, 4
  `
}

type OpenWork = {
  readonly id: string
  readonly topicId: string | null
  readonly dueOn: Day
  readonly load: number | null
}

/** All open work whose clock runs, with how much each holder has; what waits for a member is in their hands too. */
const openWork = (tx: Tx): Promise<OpenWork[]> => tx<OpenWork[]>`
  with held as materialized (
    select holder_id, least(count(*), ${mostLoad})::int as load from enquiries.enquiry
    where status not in ('answered', 'closed') and accepted and not restricted and holder_id is not null
    group by holder_id
  )
  select e.id, e.topic_id, e.due_on, case when e.accepted then coalesce(h.load, 0) end as load
  from enquiries.enquiry e left join held h on h.holder_id = e.holder_id
  where e.status not in ('answered', 'closed') and e.due_on is not null
`

/** An enquiry somebody is just changing keeps last night’s number in its row: nobody waits for us. */
async function keepRisks(
  tx: Tx,
  all: readonly { id: string; percent: number; why: object }[],
  today: Day,
): Promise<void> {
  const [ids, percents] = [all.map(it => it.id), all.map(it => it.percent)]
  await tx`
    with free as materialized (
      select e.id from enquiries.enquiry e where e.id in (select r.enquiry_id from enquiries.risk r)
        and not (e.id = any (${ids}::uuid[])) for no key update skip locked
    ), emptied as (update enquiries.enquiry e set late_percent = null from free where e.id = free.id)
    delete from enquiries.risk r using free where r.enquiry_id = free.id
  `
  await tx`
    insert into enquiries.risk (enquiry_id, percent, why, worked_out_on)
    select t.id, t.percent, t.why::jsonb, ${today}
    from unnest(${ids}::uuid[], ${percents}::int[], ${all.map(it => JSON.stringify(it.why))}::text[]) t (id, percent, why)
    on conflict (enquiry_id) do update
      set percent = excluded.percent, why = excluded.why, worked_out_on = excluded.worked_out_on
  `
  await tx`
    with free as materialized (
      select e.id, t.percent from unnest(${ids}::uuid[], ${percents}::int[]) t (id, percent)
      join enquiries.enquiry e on e.id = t.id and e.late_percent is distinct from t.percent
      for no key update of e skip locked
    )
    update enquiries.enquiry e set late_percent = free.percent from free where e.id = free.id
  `
}

async function keepKept(tx: Tx, kept: readonly Kept[], today: Day): Promise<void> {
  await tx`delete from enquiries.risk_kept`
  const rows = kept.map(it => ({
    ...it,
    fromOn: addDays(today, -heldBackDays),
    untilOn: addDays(today, -1),
    workedOutOn: today,
  }))
  if (rows.length > 0) await tx`insert into enquiries.risk_kept ${tx(rows)}`
}

export type KeptRow = Kept & { readonly fromOn: Day; readonly untilOn: Day; readonly workedOutOn: Day }

export const allKept = (tx: Tx): Promise<KeptRow[]> =>
  tx<KeptRow[]>`select tenth, n, said, late, from_on, until_on, worked_out_on from enquiries.risk_kept order by tenth`

/** The risk of one open enquiry as it was worked out, with what speaks for it; late ones have no reasons but that. */
export type RiskKept = {
  readonly percent: number
  readonly workedOutOn: Day
  readonly why: {
    readonly daysLeft?: number
    readonly load?: number | null
    readonly band?: Band
    readonly alike?: Counted
    readonly topic?: Counted
    readonly holding?: Counted
  }
}

export const riskKept = (tx: Tx, enquiryId: string): Promise<RiskKept | undefined> => ask(tx, askRisk(tx, enquiryId))

export const askRisk = (tx: Tx, enquiryId: string): Asking<RiskKept | undefined> => ({
  statement: tx`select percent, why, worked_out_on from enquiries.risk where enquiry_id = ${enquiryId}`,
  read: ([row]) => row,
})

/** How many open enquiries of a mailbox, not late yet, are at a risk below 20, from 20 to below 50, and of 50 percent or more. */
export type RiskBands = {
  readonly mailboxId: string
  readonly low: number
  readonly raised: number
  readonly likely: number
}

/** The open work of each mailbox by its risk of being late, as far as the viewer of the transaction sees it. */
export const riskBands = (tx: Tx, today: Day): Promise<RiskBands[]> => tx<RiskBands[]>`
  select e.mailbox_id, count(*) filter (where e.late_percent < 20)::int as low,
    count(*) filter (where e.late_percent >= 20 and e.late_percent < 50)::int as raised,
    count(*) filter (where e.late_percent >= 50)::int as likely
  from enquiries.enquiry e
  where e.status not in ('answered', 'closed') and e.due_on >= ${today} and e.late_percent is not null
    and e.mailbox_id is not null
  group by e.mailbox_id
`
