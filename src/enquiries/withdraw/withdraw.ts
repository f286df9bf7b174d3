import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter why you no longer need an answer') })

/** The member no longer needs an answer. */
export const withdraw = act({
  name: 'withdraw',
  label: 'Withdraw',
  may: 'enquiries.withdraw',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member'],
  to: ['closed'],
  by: ['member', 'assistant'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({ events: [{ type: 'withdrawn', messageId: it.messageId }], words: { kind: 'withdrawal', words: it.text } }),
})
