import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { optionalWords } from '../given.ts'

const shape = z.object({ text: optionalWords })

/** “This answers it.” The enquiry closes; promises live on. */
export const agree = act({
  name: 'agree',
  label: 'This answers it',
  may: 'enquiries.agree',
  from: ['answered'],
  to: ['closed'],
  by: ['member', 'assistant'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    it.text
      ? allow({ events: [{ type: 'agreed', messageId: it.messageId }], words: { kind: 'agreement', words: it.text } })
      : allow({ events: [{ type: 'agreed' }] }),
})
