import { dayOf, inWords } from '#kernel/day.ts'

export type SpokenDateType = 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time'

/** An instant: a date, or its ISO text. */
export type Instant = Date | string

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
})

/** An instant as people write it, in London time: `1 December 2026 at 2:05pm`, `1 Dec 2026`, `2pm`. */
export function spokenDate(instant: Instant, type: SpokenDateType): string {
  const at = new Date(instant)
  if (type === 'time') return spokenTime(at)
  const words = inWords(dayOf(at))
  const date = type.startsWith('short') ? words.replace(/ (\w{3})\w* /, ' $1 ') : words
  return type.endsWith('time') ? `${date} at ${spokenTime(at)}` : date
}

/** What machines read in a `datetime` attribute. */
export const machineDate = (instant: Instant): string => new Date(instant).toISOString()

function spokenTime(at: Date): string {
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number)
  const minutes = minute > 0 ? `:${String(minute).padStart(2, '0')}` : ''
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour % 24 < 12 ? 'am' : 'pm'}`
}
