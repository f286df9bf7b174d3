import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'

/** The message after the answer needs nothing more (a thank-you, say): the review lane is cleared. */
export const lookAt = act({
  name: 'look-at',
  label: 'Nothing more is needed',
  may: 'enquiries.look-at',
  from: ['answered', 'closed'],
  to: ['answered', 'closed'],
  by: ['holder', 'responder', 'owner', 'member-services'],
  shape: z.object({}),
  decide: (enquiry): Result<Decision> =>
    enquiry.laneOn ? allow({ events: [{ type: 'looked-at' }] }) : refuse('not-in-lane', 'There is nothing to look at'),
})
