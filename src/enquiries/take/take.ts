import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import type { Enquiry } from '../enquiry.ts'
import { acknowledging } from '../change-kind/kind-clock.ts'
import { givenDay } from '../given.ts'
import { noNextUpdate } from '../next-update.ts'

const shape = z.object({ nextUpdateOn: givenDay('Enter the date of your next update').optional() })

/**
 * A responder takes an enquiry: from now on it has a named handler and a date of the next update, which the member is
 * told (domain, section 3, rule 9: by the end of the next working day). Without a date it is five working days on, or
 * the due date when that is nearer.
 */
export const take = act({
  name: 'take',
  label: 'Take this enquiry',
  may: 'enquiries.take',
  from: ['new', 'assigned'],
  to: ['in-progress'],
  by: ['holder', 'responder', 'owner'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const nextUpdateOn = it.nextUpdateOn ?? usualNextUpdate(enquiry, it)
    const refused = noNextUpdate(nextUpdateOn, enquiry, it)
    if (refused) return refused
    return allow({ events: [{ type: 'taken', by: it.by.person!, nextUpdateOn }, ...acknowledging(enquiry, it)] })
  },
})

export function usualNextUpdate(enquiry: Enquiry, { calendar, today }: Pick<Circumstances, 'calendar' | 'today'>) {
  const inFive = addWorkingDays(calendar, today, 5)
  return enquiry.dueOn && enquiry.dueOn > today && enquiry.dueOn < inFive ? enquiry.dueOn : inFive
}
