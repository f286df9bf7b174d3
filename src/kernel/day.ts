/**
 * A calendar day as `YYYY-MM-DD`: days sort, compare with `<` and travel through JSON and SQL as they are.
 * Arithmetic goes through Temporal. The council's days are Europe/London days (domain, section 3, rule 1).
 */
export type Day = string & { readonly brand: 'Day' }

/** The moment an act happens, given to every rule: rules never read a clock. */
export type Now = { readonly at: Date; readonly today: Day }

const zone = 'Europe/London'

/** A day out of text that is known to be one. Throws on anything else; for input use `parseDay`. */
export function day(text: string): Day {
  return Temporal.PlainDate.from(text).toString() as Day
}

/** A day out of somebody's typing (`2026-06-01`), or undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return undefined
  }
}

/** The London day on which an instant falls. */
export function dayOf(at: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString() as Day
}

export const nowAt = (at: Date): Now => ({ at, today: dayOf(at) })

/** The instant at which a London day reaches this hour and minute; summer time is respected. */
export function instantOn(on: Day, hour = 9, minute = 0): Date {
  const zoned = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
  return new Date(zoned.epochMilliseconds)
}

export function addDays(on: Day, days: number): Day {
  return Temporal.PlainDate.from(on).add({ days }).toString() as Day
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** 1 for Monday … 7 for Sunday. */
export const weekday = (on: Day): number => Temporal.PlainDate.from(on).dayOfWeek

export const yearOf = (on: Day): number => Number(on.slice(0, 4))

export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)
export const laterOf = (a: Day, b: Day): Day => (a < b ? b : a)

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `1 December 2026`: the way dates stand in pages and letters. */
export function inWords(on: Day): string {
  return `${Number(on.slice(8))} ${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`
}

/** `Tuesday 1 December 2026`. */
export const inWordsWithWeekday = (on: Day): string => `${weekdays[weekday(on) - 1]} ${inWords(on)}`

/** `1 December 2026 at 2:05pm`, London time. */
export function instantInWords(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const hour = zoned.hour % 12 === 0 ? 12 : zoned.hour % 12
  return `${inWords(zoned.toPlainDate().toString() as Day)} at ${hour}:${String(zoned.minute).padStart(2, '0')}${zoned.hour < 12 ? 'am' : 'pm'}`
}
