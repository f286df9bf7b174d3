import { z } from 'zod'
import { workingDaysBetween } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Decision } from '../act.ts'

type Facts = { acceptWithin: { readonly owner: number; readonly memberServices: number } }

/**
 * Work was given and nobody accepted it: after a working day the mailbox owner hears of it, after another one member
 * services (domain, section 2). Each is told once, however often or late the timetable runs.
 */
export const notAccepted = act<object, Facts>({
  name: 'not-accepted',
  label: 'Tell that nobody accepted it',
  may: 'system',
  from: ['assigned'],
  to: ['assigned'],
  by: ['system'],
  shape: z.object({}),
  gather: async tx => ({
    acceptWithin: {
      owner: await setting(tx, 'enquiries.accept-working-days'),
      memberServices: await setting(tx, 'enquiries.accept-member-services-working-days'),
    },
  }),
  decide: (enquiry, it): Result<Decision> => {
    const waited = enquiry.assignedOn ? workingDaysBetween(it.calendar, enquiry.assignedOn, it.today) : 0
    const rungs = [
      { tells: 'owner', time: 1, after: it.acceptWithin.owner },
      { tells: 'member-services', time: 2, after: it.acceptWithin.memberServices },
    ] as const
    const due = rungs.filter(({ time, after }) => time > enquiry.acceptanceReminders && waited >= after)
    if (due.length === 0) return refuse('too-soon', 'Nobody has to be told of it now')
    return allow({ events: due.map(({ tells, time }) => ({ type: 'not-accepted', tells, time })) })
  },
})
