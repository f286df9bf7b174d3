import { currentCalendar, isWorkingDay } from '#clock/door.ts'
import { actNamed, carryOutEach, type Each, type House } from '#enquiries/door.ts'
import { instantOn, type Now } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { clocksOf, openClocks, type OpenClock } from './clocks.sql.ts'
import { laddersByMailbox } from './in-force.ts'
import { reached, type Moment } from './reached.ts'

export type Swept = { readonly looked: number; readonly climbed: number }

/** So many climb in one transaction. */
const usualBatch = 250

/** So many batches at once: while the database writes one, the next is decided. They share no enquiry. */
const lanes = 2

/** At this hour of London a working day counts as over. */
const dayEnds = 17

export const momentOf = ({ at, today }: Now): Moment => ({ today, dayIsOver: at >= instantOn(today, dayEnds) })

/**
 * Lets everything climb that has reached a step of its ladder (domain, section 4). Harmless to repeat, and to stop
 * anywhere: each batch is done or not, every step once, with the day on which it was truly reached. On a day on which
 * nobody works nothing climbs; the next run finds all of it. The job `escalation.sweep`.
 */
export async function sweep(db: Database, house: House, now: Now, batch = usualBatch): Promise<Swept> {
  const { looked, reaching } = await inTransaction(db, 'system', async tx => {
    if (!isWorkingDay(await currentCalendar(tx), now.today)) return { looked: 0, reaching: [] }
    const clocks = await openClocks(tx)
    return { looked: clocks.length, reaching: await reachingOf(tx, clocks, now) }
  })
  const failures: unknown[] = []
  const batches = inBatches(reaching, batch).values()
  const counts: number[] = []
  const lane = async () => {
    for (const some of batches) counts.push(await climbing(db, house, some, now, failures))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failures.length > 0) throw failures[0]
  return { looked, climbed: counts.reduce((sum, n) => sum + n, 0) }
}

const inBatches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))

type Climbing = Each<{ readonly round: number; readonly steps: ReturnType<typeof reached> }>

/** Those of the clocks that have reached a step, with all they have reached. */
async function reachingOf(tx: Tx, clocks: readonly OpenClock[], now: Now): Promise<Climbing[]> {
  const [calendar, ladderOf] = await Promise.all([currentCalendar(tx), laddersByMailbox(tx, now.today)])
  const moment = momentOf(now)
  return clocks.flatMap(it => {
    const steps = reached(ladderOf(it.mailboxId), it, calendar, moment)
    const { reference, version, round } = it
    return steps.length > 0 ? { reference, version, given: { round, steps } } : []
  })
}

/** One batch; one that fails is halved, until what cannot climb stands alone and the others have. */
async function climbing(
  db: Database,
  house: House,
  asked: readonly Climbing[],
  now: Now,
  failures: unknown[],
): Promise<number> {
  try {
    return await climbTogether(db, house, asked, now)
  } catch (error) {
    if (asked.length === 1) {
      failures.push(error)
      return 0
    }
    const half = Math.ceil(asked.length / 2)
    const first = await climbing(db, house, asked.slice(0, half), now, failures)
    return first + (await climbing(db, house, asked.slice(half), now, failures))
  }
}

/** What changed between looking and climbing is looked at again, as often as it takes. */
async function climbTogether(db: Database, house: House, asked: readonly Climbing[], now: Now): Promise<number> {
  const { changed, raced } = await inTransaction(db, 'system', tx =>
    carryOutEach(tx, house, actNamed('climb')!, asked as never, { now, via: 'timetable' }),
  )
  if (raced.length === 0) return changed
  const again = await inTransaction(db, 'system', async tx => reachingOf(tx, await clocksOf(tx, raced), now))
  return again.length === 0 ? changed : changed + (await climbTogether(db, house, again, now))
}
