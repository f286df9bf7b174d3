import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { closingWords } from '../close/closing-words.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter why it should never have been recorded') })

/**
 * It should never have been an enquiry: recorded twice, or for the wrong member. It leaves the figures, so only member
 * services may say so, and the reason is kept and told.
 */
export const closeAsError = act({
  name: 'close-as-error',
  label: 'Recorded in error',
  may: 'enquiries.close-as-error',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member', 'answered'],
  to: ['closed'],
  by: ['member-services'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'closed', outcome: 'recorded-in-error', messageId: it.messageId }],
      words: closingWords(it.text),
    }),
})
