import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter what was said') })

/** Answered in the conversation itself: a note of what was said is kept and sent to the member. */
export const answerAtOnce = act({
  name: 'answer-at-once',
  label: 'Answered in the conversation',
  may: 'enquiries.answer-at-once',
  from: ['new', 'assigned'],
  to: ['answered'],
  by: ['holder', 'responder', 'owner', 'member-services'],
  shape,
  decide: (enquiry, it): Result<Decision> =>
    stillOpen(enquiry) ??
    allow({
      events: [{ type: 'answered', messageId: it.messageId, atOnce: true, promises: [] }],
      words: { kind: 'answer', words: it.text },
    }),
})
