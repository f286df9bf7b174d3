import { addWorkingDays, currentCalendar, type Calendar } from '#clock/door.ts'
import { addDays, type Day, type Now } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { freezePack, lastSpan, readPacks, spanBefore, type PackHead, type Span, type SpanKind } from '#reports/door.ts'
import { receivedUntil } from './received.sql.ts'
import { sectionsOf } from './sections.ts'

const kinds: readonly SpanKind[] = ['month', 'quarter', 'year']

/** How far back a worker that was away makes good what is missing. */
const furthest: Record<SpanKind, number> = { month: 12, quarter: 4, year: 1 }

/**
 * The day on which a span is frozen: the first working day after a month; for a quarter and a year the first working day
 * a month later, when all that was received in it is due.
 */
export function freezesOn({ kind, to }: Span, calendar: Calendar): Day {
  const ended = Temporal.PlainDate.from(addDays(to, 1))
  const first = kind === 'month' ? ended : ended.add({ months: 1 })
  return addWorkingDays(calendar, addDays(first.toString() as Day, -1), 1)
}

/** What is to be frozen by a day and is not: what is newest, and behind it what a worker that was away has missed. */
export function missing(
  frozen: readonly Pick<PackHead, 'key' | 'kind'>[],
  today: Day,
  calendar: Calendar,
  yearBegins: number,
): Span[] {
  const isFrozen = (span: Span) => frozen.some(it => it.key === span.key)
  return kinds.flatMap(kind => {
    const last = lastSpan(kind, today, yearBegins)
    const newest = freezesOn(last, calendar) <= today ? last : spanBefore(last)
    // before the first pack there is nothing to make good
    const isFirst = !frozen.some(it => it.kind === kind)
    const found: Span[] = []
    for (let span = newest; found.length < (isFirst ? 1 : furthest[kind]) && !isFrozen(span); span = spanBefore(span))
      found.unshift(span)
    return found
  })
}

/** Freezes what is due, each in a transaction of its own. Returns the keys of what was frozen now. */
export async function freezeDue(db: Database, now: Now): Promise<string[]> {
  const due = await inTransaction(db, 'system', tx => dueOn(tx, now))
  const done: string[] = []
  for (const span of due) {
    const frozen = await inTransaction(db, 'system', tx => freezeSpan(tx, span, now))
    if (frozen.ok && frozen.value) done.push(span.key)
  }
  return done
}

async function dueOn(tx: Tx, now: Now): Promise<Span[]> {
  const [frozen, calendar, yearBegins] = await Promise.all([
    readPacks(tx),
    currentCalendar(tx),
    setting(tx, 'reports.year-begins-month'),
  ])
  const spans = missing(frozen, now.today, calendar, yearBegins)
  const known = await Promise.all(spans.map(it => receivedUntil(tx, it.to)))
  // a council that has only begun has nothing to say of the months before
  return spans.filter((_, at) => known[at])
}

/** One span as it stands, with what the review has to say. Needs a transaction of the system. */
export async function freezeSpan(tx: Tx, span: Span, now: Now) {
  return freezePack(tx, span, { now, by: null, review: await sectionsOf(tx, span, now) })
}
