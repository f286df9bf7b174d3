import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter your note') })

/** An internal note: for the council's own people, never shown or sent to the member. */
export const note = act({
  name: 'note',
  label: 'Add an internal note',
  may: 'enquiries.note',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['member-services', 'holder', 'responder', 'owner'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'noted', messageId: it.messageId }],
      words: { kind: 'note', words: it.text, internal: true },
    }),
})
