import { addDays, instantOn } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDayOrNone } from '#platform/http/typed-day.ts'
import type { EntryFilter } from './list.sql.ts'

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What to look for, out of the fields of the search. Days are London days, the last one included. */
export function readFilter(form: Form): Result<EntryFilter> {
  const from = typedDayOrNone(form, 'from', 'From day')
  const until = typedDayOrNone(form, 'until', 'Until day')
  if (!from.ok || !until.ok) return refuseAll([from, until].flatMap(it => (it.ok ? [] : [it.refusal])))!
  if (from.value && until.value && until.value < from.value) {
    return refuse('until-before-from', 'Until day must be the from day or later', 'until')
  }
  return allow({
    who: isId(form.text('who')) ? form.text('who') : undefined,
    person: form.text('person') || undefined,
    act: form.text('act') || undefined,
    reference: form.text('reference') || undefined,
    from: from.value ? instantOn(from.value, 0) : undefined,
    before: until.value ? instantOn(addDays(until.value, 1), 0) : undefined,
  })
}
