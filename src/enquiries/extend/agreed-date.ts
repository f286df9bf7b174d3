import { dueOn, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Enquiry } from '../enquiry.ts'

/** What a clock counts by. */
export type Clocked = Pick<Enquiry, 'clockFrom' | 'limitWorkingDays' | 'pauses' | 'extensions'>

/** The due date that figures are judged by; undefined while a question holds it back. */
export const dueDate = ({ clockFrom, limitWorkingDays, pauses }: Clocked, calendar: Calendar): Day | undefined =>
  dueOn({ receivedOn: clockFrom, limitWorkingDays, pauses, calendar })

/** How many working days the extensions of the round add. */
export const extraWorkingDays = ({ extensions }: Pick<Enquiry, 'extensions'>): number =>
  extensions.reduce((sum, { workingDays }) => sum + workingDays, 0)

/** The later date after extensions, on the same clock: pauses move it like the due date. Nothing without an extension. */
export function agreedDate(it: Clocked, calendar: Calendar): { agreedDueOn?: Day } {
  const extra = extraWorkingDays(it)
  const agreed = extra > 0 && dueDate({ ...it, limitWorkingDays: it.limitWorkingDays + extra }, calendar)
  return agreed ? { agreedDueOn: agreed } : {}
}
