import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { optionalWords } from '../given.ts'

const shape = z.object({ text: optionalWords })

/**
 * Mail that belongs to an enquiry but is nobody's act: out-of-office notes, delivery reports, what an officer forwards
 * or files from the quarantine. It is kept with the enquiry for the council's own people and changes nothing: it does
 * not reply, reopen, resume or count (domain, section 7).
 */
export const file = act({
  name: 'file',
  label: 'File a message',
  may: 'enquiries.note',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['system', 'member-services', 'holder', 'responder', 'owner'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'mail-filed', messageId: it.messageId }],
      words: { kind: 'mail', words: it.text || '(no text)', internal: true },
    }),
})
