import { addDays, inWords, parseDay, yearOf, type Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Period } from '../period.ts'

/** The periods that have a name; `own` has dates. */
export const periodWords = {
  'this-month': 'This month',
  'last-month': 'Last month',
  quarter: 'This quarter',
  'last-quarter': 'Last quarter',
  year: 'The last 12 months',
  own: 'Own dates',
} as const
export type PeriodName = keyof typeof periodWords

export const periodNames = Object.keys(periodWords) as PeriodName[]

/** The period of a name, as it stands today. `own` is none of these: its dates are given. */
export function periodNamed(name: Exclude<PeriodName, 'own'>, today: Day): Period {
  const [year, month] = [yearOf(today), Number(today.slice(5, 7))]
  const quarter = 3 * Math.floor((month - 1) / 3) + 1
  switch (name) {
    case 'this-month':
      return { from: firstOf(year, month), to: today }
    case 'last-month':
      return { from: firstOf(year, month - 1), to: addDays(firstOf(year, month), -1) }
    case 'quarter':
      return { from: firstOf(year, quarter), to: today }
    case 'last-quarter':
      return { from: firstOf(year, quarter - 3), to: addDays(firstOf(year, quarter), -1) }
    case 'year':
      return { from: firstOf(year - 1, month + 1), to: today }
  }
}

/** The first day of a month, counted on from January: month 0 is the December before. */
const firstOf = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10) as Day

/** Two typed days as a period: `2026-06-01` or `1/6/2026`. Refusals name the field. */
export function periodOf(from: string, to: string): Result<Period> {
  const [first, last] = [typedOn(from), typedOn(to)]
  if (!first) return refuse('no-such-day', realDate('First day', from), 'from')
  if (!last) return refuse('no-such-day', realDate('Last day', to), 'to')
  if (last < first) return refuse('ends-before', 'Last day must be the first day or later', 'to')
  if (yearOf(last) - yearOf(first) > 20) return refuse('too-long', 'Enter at most 20 years', 'to')
  return allow({ from: first, to: last })
}

function typedOn(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(text.trim()) ?? []
  const on = parseDay(year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : text.trim())
  return on && on >= '1990-01-01' && on <= '2200-12-31' ? on : undefined
}

const realDate = (called: string, text: string): string =>
  text.trim() === ''
    ? `Enter the ${called.toLowerCase()}`
    : `${called} must be a real date, like ${inWords('2026-12-29' as Day)}`

/** `29/12/2026`: as the date field is typed. */
export const asTyped = (on: Day): string => on.split('-').toReversed().map(Number).join('/')

/** `1 October 2026 to 31 October 2026`. */
export const periodInWords = ({ from, to }: Period): string =>
  from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`
