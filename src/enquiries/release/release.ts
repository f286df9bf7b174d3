import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { reviewEnds } from '../under-way.ts'

/** Work goes back to its mailbox: its holder has left, or gives it back. It never resets the council's clock. */
export const release = act({
  name: 'release',
  label: 'Give back to the mailbox',
  may: 'enquiries.reassign',
  from: ['assigned', 'in-progress', 'waiting-for-member', 'with-partner', 'in-review'],
  to: ['new', 'waiting-for-member', 'with-partner'],
  by: ['holder', 'owner', 'member-services', 'system'],
  shape: z.object({}),
  decide: (enquiry): Result<Decision> =>
    allow({ events: [...reviewEnds(enquiry), { type: 'released', from: enquiry.holderId }] }),
})
