import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { acknowledging } from '../change-kind/kind-clock.ts'
import { givenDay } from '../given.ts'
import { noNextUpdate } from '../next-update.ts'
import { usualNextUpdate } from '../take/take.ts'

const shape = z.object({ nextUpdateOn: givenDay('Enter the date of your next update').optional() })

/** Whoever was given the work takes it on. The member is told who it is and when they will hear (domain, section 2). */
export const accept = act({
  name: 'accept',
  label: 'Accept this enquiry',
  may: 'enquiries.take',
  from: ['assigned'],
  to: ['in-progress'],
  by: ['holder'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const nextUpdateOn = it.nextUpdateOn ?? usualNextUpdate(enquiry, it)
    const refused = noNextUpdate(nextUpdateOn, enquiry, it)
    if (refused) return refused
    return allow({ events: [{ type: 'accepted', by: it.by.person!, nextUpdateOn }, ...acknowledging(enquiry, it)] })
  },
})
