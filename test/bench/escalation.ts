import { houseWith } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { nowAt, type Now } from '#kernel/day.ts'
import type { Database } from '#platform/db/database.ts'
import { keepWhatClimbs, putBack } from './escalation.sql.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'

const first: Figure = { name: 'escalation sweep over all open clocks', unit: 's', target: { atMost: 5 } }
const again: Figure = { name: 'escalation sweep again', unit: 's', target: { atMost: 5 } }
const whole: Figure = { name: 'escalation sweep in which all climb', unit: 's', target: { atMost: 5 } }

/** So many open clocks are asked of a morning. */
const openClocks = 20_000

const weeksMs = 42 * 86_400_000

/**
 * The sweep as the morning runs it over so many open clocks, once more when nothing is left to climb, and after six weeks
 * in which nobody ran it. It is put back afterwards, so that every run finds the same.
 */
export async function measureEscalation({ db, owner }: House, results: Results): Promise<void> {
  const now = nowAt(aWorkingMorning(new Date()))
  await keepWhatClimbs(owner, openClocks)
  try {
    await measured(db, now, first, results)
    const { climbed } = await measured(db, now, again, results)
    if (climbed > 0) throw new Error(`${climbed} climbed a second time`)
    await measured(db, nowAt(aWorkingMorning(new Date(now.at.getTime() + weeksMs))), whole, results)
  } finally {
    await putBack(owner)
  }
}

async function measured(db: Database, now: Now, figure: Figure, results: Results): Promise<{ climbed: number }> {
  const house = houseWith(async () => {})
  const began = performance.now()
  const { looked, climbed } = await sweep(db, house, now)
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
