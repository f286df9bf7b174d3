import { z } from 'zod'
import { dueOn } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'

/** The calendar changed: the clocks of open enquiries are worked out anew; closed ones are not re-judged. */
export const recalculate = act({
  name: 'recalculate',
  label: 'Work out the due date again',
  may: 'system',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  to: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  by: ['system'],
  shape: z.object({}),
  decide: (enquiry, it): Result<Decision> => {
    const due =
      dueOn({
        receivedOn: enquiry.clockFrom,
        limitWorkingDays: enquiry.limitWorkingDays,
        pauses: enquiry.pauses,
        calendar: it.calendar,
      }) ?? null
    if (due === enquiry.dueOn) return refuse('unchanged', 'The due date stays as it is')
    return allow({ events: [{ type: 'due-date-changed', dueOn: due, calendarVersion: it.calendar.version }] })
  },
})
