import { currentCalendar, addWorkingDays } from '#clock/door.ts'
import { addDays, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { lastSpan, spanBefore, type Span } from '#reports/door.ts'
import { freezeDue, freezesOn, freezeSpan, recordAction, recordDecision, writeBeneath } from '#review/door.ts'
import type { Wish } from './history.ts'
import { idIn, type Ids } from './set-up.ts'
import { agreedThings, decidedThings } from './town/review-texts.ts'

/** The council's year begins in April, which the demonstration does not change. */
const yearBegins = 4

/** A bulk load shows one pack; whoever wants a year of them freezes it by the command. */
const mostForAYear = 20_000

/** A year of the leadership team's reviews, by the real rules at their dates: packs, decisions, actions. */
export async function playReviews(db: Database, ids: Ids, { now: at, enquiries, years }: Wish): Promise<void> {
  const now = nowAt(at)
  const months = enquiries > mostForAYear ? 1 : Math.min(12, Math.floor(years * 12))
  const spans = await inTransaction(db, 'system', async tx => monthsOver(await currentCalendar(tx), now.today, months))
  for (const [nth, { span, on }] of spans.entries()) {
    await inTransaction(db, 'system', tx => freezeSpan(tx, span, nowAt(instantOn(on, 6))))
    await inTransaction(db, 'system', tx => hold(tx, ids, span, on, nth, now.today))
  }
  await freezeDue(db, now)
}

/** The last months that are frozen by today, each with its day, the oldest first. */
function monthsOver(calendar: Parameters<typeof freezesOn>[1], today: Day, count: number) {
  const spans: { span: Span; on: Day }[] = []
  for (let span = lastSpan('month', today, yearBegins); spans.length < count; span = spanBefore(span)) {
    const on = freezesOn(span, calendar)
    if (on < today) spans.unshift({ span, on })
    else if (count === 0) break
  }
  return spans
}

/** One meeting, a few working days after the freezing: what it decided and agreed, and what came of it since. */
async function hold(tx: Tx, ids: Ids, span: Span, frozenOn: Day, nth: number, today: Day): Promise<void> {
  const calendar = await currentCalendar(tx)
  const met = addWorkingDays(calendar, frozenOn, 3)
  if (met >= today) return
  const secretary = { person: idIn(ids.person, 'Sunita Rao'), records: true, now: nowAt(instantOn(met, 11)) }
  const words = decidedThings[nth % decidedThings.length]!
  const decided = await recordDecision(tx, secretary, { review: span.key, words })
  if (!decided.ok) throw new Error(decided.refusal.words)
  for (const thing of agreedThings.filter(it => it.meeting === nth)) {
    const responsibleId = idIn(ids.person, thing.who)
    const dueOn = addWorkingDays(calendar, met, thing.workingDays)
    const asked = { review: span.key, what: thing.what, responsibleId, dueOn }
    const added = await recordAction(tx, secretary, asked)
    if (!added.ok) throw new Error(added.refusal.words)
    let seen = 0
    for (const { after, workingDays, ...wanted } of thing.since) {
      const on = addDays(met, after)
      if (on >= today) break
      const writer = { person: responsibleId, records: false, now: nowAt(instantOn(on, 15)) }
      const moved = workingDays === undefined ? null : addWorkingDays(calendar, on, workingDays)
      const done = await writeBeneath(tx, writer, added.value, { ...wanted, dueOn: moved }, seen++)
      if (!done.ok) throw new Error(done.refusal.words)
    }
  }
}
