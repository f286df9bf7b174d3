import { yearOf } from '#kernel/day.ts'
import { redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { bankHolidays, lastYear } from '#clock/bank-holidays.ts'
import { currentCalendar } from '#clock/calendar.ts'
import { editCalendar } from '#clock/edit-calendar.ts'
import { calendarPath } from '#clock/pages/words.ts'
import type { ClockNeighbours } from '#clock/neighbours.ts'

/** The way out of the alarm: the next year's bank holidays, by rule. Asked for twice, it is done once. */
export async function addYearByRule(asked: Asked, { calendarChanged }: ClockNeighbours): Promise<Answer> {
  const { viewer, now, form } = asked
  const editor = { by: viewer.person, at: now.at }
  return asked.transact(async tx => {
    const { nation, holidays, coveredTo } = await currentCalendar(tx)
    const year = yearOf(coveredTo) + 1
    if (form.text('year') !== String(year) || year > lastYear)
      return redirect(calendarPath(), 'Nothing had to be added')
    const missing = [...bankHolidays(nation, year)].filter(([on]) => !holidays.has(on))
    const add = missing.map(([on, name]) => ({ on, name, nation }))
    const edited = await editCalendar(tx, { add, why: `Bank holidays of ${year}, by rule` }, editor)
    if (!edited.ok) return turnBack(calendarPath(), edited.refusal.words)
    await calendarChanged(tx, edited.value, editor)
    return redirect(calendarPath(year), `Bank holidays of ${year} added`)
  })
}
