import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { openStatuses } from '../enquiry.ts'
import { words } from '../given.ts'
import { endsUnderWay } from '../under-way.ts'

const shape = z.object({ text: words('Enter why you no longer need an answer') })

/** The member no longer needs an answer. */
export const withdraw = act({
  name: 'withdraw',
  label: 'Withdraw',
  may: 'enquiries.withdraw',
  from: openStatuses,
  to: ['closed'],
  by: ['member', 'assistant'],
  shape,
  decide: (enquiry, it): Result<Decision> =>
    allow({
      events: [...endsUnderWay(enquiry), { type: 'withdrawn', messageId: it.messageId }],
      words: { kind: 'withdrawal', words: it.text },
    }),
})
