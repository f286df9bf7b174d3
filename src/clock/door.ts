/**
 * What other rooms may use of the clock. Counting and judging are pure and need a calendar; the calendar in force comes
 * from `currentCalendar`, once per transaction or request.
 */
export { currentCalendar, calendarAt } from '#clock/calendar.ts'
export { editCalendar, type CalendarEdited, type Editor } from '#clock/edit-calendar.ts'
export type { CalendarEdit } from '#clock/calendar-edit.ts'
export type { DayOff } from '#clock/calendar.sql.ts'
export { importHolidays, type ImportedHolidays } from '#clock/import-holidays.ts'
export { coverageOf, type Coverage } from '#clock/coverage.ts'

export {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  whyNotWorking,
  workingDaysBetween,
  type Calendar,
  type Nation,
} from '#clock/working-day-calendar.ts'
export { calendarByRule } from '#clock/calendar-by-rule.ts'

export { dueIfRepliedOn, dueOn, isPausedOn, type Clock, type Pause } from '#clock/due-date.ts'
export { howWorkedOut, type ClockDay } from '#clock/how-worked-out.ts'
export {
  isAtRisk,
  isBreached,
  standingOf,
  usualLimits,
  type ClockFacts,
  type ClockStanding,
  type Standing,
  type StandingLimits,
} from '#clock/standing.ts'
