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

/** The London day on which an instant falls. Days and summer time begin on whole hours, so an hour has one answer. */
export function dayOf(at: Date): Day {
  return remembered(daysOfHours, Math.floor(at.getTime() / hourMs), () => londonDay(at))
}

function londonDay(at: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString() as Day
}

export const nowAt = (at: Date): Now => ({ at, today: dayOf(at) })

/** The instant at which a London day reaches this hour and minute; summer time is respected. */
export function instantOn(on: Day, hour = 9, minute = 0): Date {
  return new Date(remembered(hoursOfDays, numberOf(on) * 24 + hour, () => londonHour(on, hour)) + minute * 60_000)
}

const londonHour = (on: Day, hour: number): number =>
  Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds

const hourMs = 3_600_000
const dayMs = 86_400_000
const daysOfHours = new Map<number, Day>()
const hoursOfDays = new Map<number, number>()

/** Time zones are costly to ask and asked all the time, mostly about the same few days. */
function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size >= 50_000) known.clear()
  const value = find()
  known.set(key, value)
  return value
}

/**
 * Days since 1 January 1970: calendar days have no time zone, so this is plain arithmetic. The year is thought to begin
 * in March: then leap days come last and the months before a day are counted by one line. A million due dates may not
 * cost a million dates parsed.
 */
export function numberOf(on: Day): number {
  const month = 10 * digit(on, 5) + digit(on, 6)
  const year = 1000 * digit(on, 0) + 100 * digit(on, 1) + 10 * digit(on, 2) + digit(on, 3) - (month < 3 ? 1 : 0)
  const before = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5)
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leaps + before + 10 * digit(on, 8) + digit(on, 9) - 719_469
}

const digit = (on: Day, place: number): number => on.charCodeAt(place) - 48

/** Writing a day costs ten times what counting to it does, and days repeat: a century of written ones is remembered. */
const written = new Map<number, Day>()
const mostRemembered = 40_000

/** The day with this number. */
export const dayNumbered = (number: number): Day => written.get(number) ?? write(number)

function write(number: number): Day {
  const on = new Date(number * dayMs).toISOString().slice(0, 10) as Day
  if (written.size < mostRemembered) written.set(number, on)
  return on
}

export const addDays = (on: Day, days: number): Day => dayNumbered(numberOf(on) + days)

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** 1 for Monday … 7 for Sunday. */
export const weekday = (on: Day): number => ((((numberOf(on) + 3) % 7) + 7) % 7) + 1

export const yearOf = (on: Day): number => Number(on.slice(0, 4))

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

/** `9 to 15 November 2026`, `29 November to 5 December 2026`: what both days share is said once. */
export function fromToInWords(from: Day, to: Day): string {
  const [first, last] = [inWords(from).split(' '), inWords(to).split(' ')]
  const shared = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1
  return from === to ? inWords(to) : `${first.slice(0, shared).join(' ')} to ${last.join(' ')}`
}

/** `Tuesday 1 December 2026`. */
export const inWordsWithWeekday = (on: Day): string => `${weekdays[weekday(on) - 1]} ${inWords(on)}`

/** `1 December 2026 at 2:05pm`, London time. */
export function instantInWords(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const hour = zoned.hour % 12 === 0 ? 12 : zoned.hour % 12
  return `${inWords(zoned.toPlainDate().toString() as Day)} at ${hour}:${String(zoned.minute).padStart(2, '0')}${zoned.hour < 12 ? 'am' : 'pm'}`
}
