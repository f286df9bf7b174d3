import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { endsUnderWay } from '../under-way.ts'

/** Work goes back to its mailbox: its holder has left, or gives it back. It never resets the council's clock. */
export const release = act({
  name: 'release',
  label: 'Give back to the mailbox',
  may: 'enquiries.reassign',
  from: ['assigned', 'in-progress', 'waiting-for-member', 'in-review'],
  to: ['new', 'waiting-for-member'],
  by: ['holder', 'owner', 'member-services', 'system'],
  shape: z.object({}),
  decide: (enquiry): Result<Decision> =>
    allow({ events: [...endsUnderWay(enquiry), { type: 'released', from: enquiry.holderId }] }),
})
