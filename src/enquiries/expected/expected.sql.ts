import { isWorkingDay, type Calendar } from '#clock/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Expected } from './expected.ts'

/** Which past counts: received in the year before, but not so lately that slow answers are still to come. */
const cohortDays = 365
const settledDays = 42

/**
 * Works out anew how long answers take, by topic and by mailbox, as it was known on a day. Of n cases in order it takes
 * the one at nine tenths of n + 1, so that the next one falls within it nine times in ten (Vovk and others, 2005); what
 * has no answer yet stands behind all others. Too few cases, or too many unanswered: nothing is said. Returns how many.
 */
export async function learnExpected(tx: Tx, calendar: Calendar, today: Day): Promise<number> {
  const least = await setting(tx, 'enquiries.expected-least-cases')
  await tx`delete from enquiries.expected`
  const kept = await tx`
    with ${cases(tx, calendar, addDays(today, -cohortDays - settledDays), addDays(today, -settledDays), today)},
    ranked as (
      select about, id, days, row_number() over (partition by about, id order by days nulls last) as nth,
        count(*) over (partition by about, id)::int as n
      from cases
    )
    insert into enquiries.expected (about, id, working_days, cases, learned_on)
    select about, id, days, n, ${today} from ranked
    where n >= ${least} and nth = ceil(0.9 * (n + 1)) and days is not null
    returning 1
  `
  return kept.length
}

/** How many of those received between two days had their answer within what was expected of them, seen on a later day. */
export async function expectedKept(
  tx: Tx,
  calendar: Calendar,
  from: Day,
  until: Day,
  seenOn: Day,
): Promise<{ cases: number; within: number }> {
  const [row] = await tx<{ cases: number; within: number }[]>`
    with ${cases(tx, calendar, from, until, seenOn)}
    select count(*)::int as cases, count(*) filter (where c.days <= x.working_days)::int as within
    from cases c join enquiries.expected x on x.about = c.about and x.id = c.id
    where c.about = 'topic'
  `
  return row!
}

/**
 * Working days from receipt to the first answer of what was received between two days, once for its topic and once for
 * its mailbox; empty where there was no answer by `seenOn`. Restricted matters count nowhere, and what was closed
 * without an answer (withdrawn, joined, rerouted) is no case.
 */
function cases(tx: Tx, calendar: Calendar, from: Day, until: Day, seenOn: Day) {
  const days: Day[] = []
  const worked: number[] = []
  for (let on = from, n = 0; on <= seenOn; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) n++
    days.push(on)
    worked.push(n)
  }
  return tx`
    worked as materialized (
      select * from unnest(${days as string[]}::date[], ${worked}::int[]) w (on_day, days)
    ), cases as materialized (
      select k.about, k.id, a.days - r.days as days
      from enquiries.enquiry e
      join worked r on r.on_day = e.received_on
      left join worked a on a.on_day = e.first_answered_on
      cross join lateral (values ('topic', e.topic_id), ('mailbox', e.mailbox_id)) k (about, id)
      where e.received_on between ${from} and ${until} and not e.restricted and k.id is not null
        and not (e.status = 'closed' and e.first_answered_on is null)
    )`
}

type Row = Expected & { about: 'topic' | 'mailbox'; id: string }

/** Everything that is expected, to be asked for by topic, or where its topic has too few cases by mailbox. */
export async function allExpected(tx: Tx): Promise<ExpectedOf> {
  return among(await tx<Row[]>`select about, id, working_days, cases from enquiries.expected`)
}

/** What is expected of one enquiry, or would be. */
export const expectedFor = (tx: Tx, it: About): Promise<Expected | undefined> => ask(tx, askExpected(tx, it))

/** What is expected of several, to be asked for each. */
export async function expectedAmong(tx: Tx, all: readonly About[]): Promise<ExpectedOf> {
  const ids = [...new Set(all.flatMap(idsOf))]
  if (ids.length === 0) return () => undefined
  return among(
    await tx<Row[]>`select about, id, working_days, cases from enquiries.expected where id = any (${ids}::uuid[])`,
  )
}

const idsOf = ({ topicId, mailboxId }: About): string[] => [topicId, mailboxId].filter(id => typeof id === 'string')

export function askExpected(tx: Tx, it: About): Asking<Expected | undefined> {
  return {
    statement: tx`select about, id, working_days, cases from enquiries.expected where id = any (${idsOf(it)}::uuid[])`,
    read: (rows: Row[]) => among(rows)(it),
  }
}

type About = { readonly topicId?: string | null; readonly mailboxId?: string | null }
export type ExpectedOf = (it: About) => Expected | undefined

function among(rows: readonly Row[]): ExpectedOf {
  const of = (about: Row['about'], id: string | null | undefined) =>
    rows.find(row => row.about === about && row.id === id)
  return ({ topicId, mailboxId }) => of('topic', topicId) ?? of('mailbox', mailboxId)
}
