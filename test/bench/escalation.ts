import { houseWith } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { nowAt, type Now } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'

const first: Figure = { name: 'escalation sweep over all open clocks', unit: 's', target: { atMost: 5 } }
const again: Figure = { name: 'escalation sweep again', unit: 's', target: { atMost: 5 } }
const whole: Figure = { name: 'escalation sweep in which all climb', unit: 's', target: { atMost: 5 } }

const weeksMs = 42 * 86_400_000

/**
 * The sweep as the morning runs it, once more when nothing is left to climb, and after six weeks in which nobody ran it.
 * In a transaction that is taken back, so that every run finds the same.
 */
export async function measureEscalation({ db }: House, results: Results): Promise<void> {
  const now = nowAt(aWorkingMorning(new Date()))
  await takenBack(db, async inside => {
    await measured(inside, now, first, results)
    const { climbed } = await measured(inside, now, again, results)
    if (climbed > 0) throw new Error(`${climbed} climbed a second time`)
    await measured(inside, nowAt(aWorkingMorning(new Date(now.at.getTime() + weeksMs))), whole, results)
  })
}

async function measured(db: Database, now: Now, figure: Figure, results: Results): Promise<{ climbed: number }> {
  const began = performance.now()
  const { looked, climbed } = await sweep(
    db,
    houseWith(async () => {}),
    now,
  )
  note(results, figure, { value: (performance.now() - began) / 1000, n: figure === whole ? climbed : looked })
  return { climbed }
}

/** A Wednesday: on a day on which nobody works nothing climbs. */
function aWorkingMorning(at: Date): Date {
  const wednesday = new Date(at)
  wednesday.setUTCDate(at.getUTCDate() + ((3 - at.getUTCDay() + 7) % 7))
  wednesday.setUTCHours(8, 0, 0, 0)
  return wednesday
}

/** Every transaction of the work is a part of one that is taken back. */
async function takenBack(db: Database, work: (inside: Database) => Promise<void>): Promise<void> {
  const enough = new Error('measured')
  await inTransaction(db, 'system', async tx => {
    const begin = (one: (part: Tx) => Promise<unknown>) => tx.savepoint(part => one(part as unknown as Tx))
    await work({ ...db, sql: { begin } as unknown as Database['sql'] })
    throw enough
  }).catch((error: unknown) => {
    if (error !== enough) throw error
  })
}
