import type { Enquiry } from '../enquiry.ts'
import type { RunningClock } from '../events.ts'

/** What the clock of an enquiry counts by. */
export const clockIn = (it: Enquiry): RunningClock => {
  const { clockFrom, limitWorkingDays, pauses, extensions, dueOn, agreedDueOn } = it
  return { clockFrom, limitWorkingDays, pauses, extensions, dueOn, agreedDueOn }
}

/** Of two running clocks the one that is due first, with what was agreed on it only while that is no later than the other. */
export function strictestOf(own: RunningClock, other: RunningClock | undefined): RunningClock {
  if (!other?.dueOn || !own.dueOn) return own
  const [first, second] = other.dueOn < own.dueOn ? [other, own] : [own, other]
  const isLater = (first.agreedDueOn ?? first.dueOn!) > (second.agreedDueOn ?? second.dueOn!)
  return isLater ? { ...first, extensions: [], agreedDueOn: null } : first
}
