import { inWords, parseDay, type Day } from '../../kernel/day.ts'
import { allow, refuse, type Result } from '../../kernel/result.ts'
import type { Form } from './form.ts'

/**
 * A day out of three boxes named `prefix-day`, `prefix-month` and `prefix-year`. Refused with `prefix` as the field when
 * it is missing or no such day; `called` begins a sentence: `First day`.
 */
export function typedDay(form: Form, prefix: string, called: string): Result<Day> {
  const typed = boxesOf(form, prefix)
  if (typed.every(it => it === '')) return refuse('day-missing', `Enter the ${called.toLowerCase()}`, prefix)
  const [year = '', month = '', date = ''] = typed
  const on = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return on
    ? allow(on)
    : refuse('no-such-day', `${called} must be a real date, like ${inWords('2026-12-29' as Day)}`, prefix)
}

/** The same where the boxes may stay empty: null then. */
export const typedDayOrNone = (form: Form, prefix: string, called: string): Result<Day | null> =>
  isDayTyped(form, prefix) ? typedDay(form, prefix, called) : allow(null)

export const isDayTyped = (form: Form, prefix: string): boolean => boxesOf(form, prefix).some(it => it !== '')

/** What stands in the three boxes when a page shows a day it knows. */
export function dayBoxes(prefix: string, on: Day | null): Record<string, string> {
  if (!on) return {}
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${prefix}-day`]: `${Number(date)}`, [`${prefix}-month`]: `${Number(month)}`, [`${prefix}-year`]: year }
}

const boxesOf = (form: Form, prefix: string): string[] =>
  ['year', 'month', 'day'].map(part => form.text(`${prefix}-${part}`))
