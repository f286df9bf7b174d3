import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { openStatuses } from '../enquiry.ts'
import { agreedDate, dueDate } from '../extend/agreed-date.ts'

/** The calendar changed: the clocks of open enquiries are worked out anew; closed ones are not re-judged. */
export const recalculate = act({
  name: 'recalculate',
  label: 'Work out the due date again',
  may: 'system',
  from: openStatuses,
  to: openStatuses,
  by: ['system'],
  shape: z.object({}),
  decide: (enquiry, it): Result<Decision> => {
    const due = dueDate(enquiry, it.calendar) ?? null
    const agreed = agreedDate(enquiry, it.calendar)
    if (due === enquiry.dueOn && (agreed.agreedDueOn ?? null) === enquiry.agreedDueOn)
      return refuse('unchanged', 'The due date stays as it is')
    return allow({
      events: [{ type: 'due-date-changed', dueOn: due, ...agreed, calendarVersion: it.calendar.version }],
    })
  },
})
