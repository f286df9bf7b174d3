import { calendarByRule, dueOn, type Pause } from '#clock/door.ts'
import { addDays, day } from '#kernel/day.ts'
import { note, type Figure, type Results } from './figure.ts'

const million: Figure = { name: 'a million due dates', unit: 's', target: { atMost: 3 } }

const count = 1_000_000

/** Due dates over ten years, every fourth of a clock that a question held back. */
export async function measureDueDates(_house: unknown, results: Results): Promise<void> {
  const calendar = calendarByRule()
  const days = Array.from({ length: 3650 }, (_, i) => addDays(day('2018-01-01'), i))
  const paused = days.map((on): Pause[] => [{ askedOn: addDays(on, 3), repliedOn: addDays(on, 9) }])
  const began = performance.now()
  let sum = 0
  for (let i = 0; i < count; i++) {
    const at = i % days.length
    const pauses = i % 4 === 0 ? paused[at]! : []
    sum += dueOn({ receivedOn: days[at]!, limitWorkingDays: 5 + (i % 20), pauses, calendar })!.length
  }
  if (sum !== count * '2018-01-01'.length) throw new Error('Not every due date is a day')
  note(results, million, { value: (performance.now() - began) / 1000, n: count })
}
