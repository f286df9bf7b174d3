import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { statuses, type Enquiry, type Promised } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'

/**
 * Promises are tracked until they are kept or broken (domain, section 1): whoever owes one is reminded some working days
 * before its day and on it, and when the working day after it comes without a word, it is broken by itself, and its
 * member hears it from us. Each step once, however often or late the timetable runs; a late run takes only the last one.
 */
export const followPromises = act<object, { before: number }>({
  name: 'follow-promises',
  label: 'Follow promises',
  may: 'system',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['system'],
  shape: z.object({}),
  gather: async tx => ({ before: await setting(tx, 'enquiries.promise-reminder-working-days') }),
  decide: (enquiry, it): Result<Decision> => {
    const events = promiseSteps(enquiry, it)
    return events.length > 0 ? allow({ events }) : refuse('nothing-due', 'No promise needs a word now')
  },
})

/** What has come for the promises of an enquiry and was not done. */
export const promiseSteps = ({ promises }: Pick<Enquiry, 'promises'>, it: Given): EnquiryEvent[] =>
  promises.flatMap(promise => stepOf(promise, it))

type Given = Pick<Circumstances, 'today' | 'calendar'> & { readonly before: number }

/** The step that has come for a promise and was not taken. An answer that a chase is owed is the ladder's to follow. */
function stepOf({ id, dueOn, keptOn, brokenOn, reminded, owed }: Promised, it: Given): EnquiryEvent[] {
  if (keptOn || brokenOn || owed) return []
  if (it.today >= addWorkingDays(it.calendar, dueOn, 1)) return [{ type: 'promise-lapsed', promiseId: id, dueOn }]
  const because = it.today >= dueOn ? 'due-today' : isSoon(dueOn, it) ? 'due-soon' : undefined
  if (!because || reminded === because || reminded === 'due-today') return []
  return [{ type: 'promise-reminded', promiseId: id, dueOn, because }]
}

const isSoon = (dueOn: Day, { today, calendar, before }: Given): boolean =>
  addWorkingDays(calendar, today, before) >= dueOn
