import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import { words } from '../given.ts'
import { needsSecondPerson } from '../review/second-person.ts'

const shape = z.object({ text: words('Enter what was said') })

/**
 * Answered in the conversation itself: a note of what was said is kept and sent to the member. Where a second person reads
 * answers first, what is sent is no exception: it is taken and the note submitted.
 */
export const answerAtOnce = act<z.infer<typeof shape>, { secondPerson: boolean }>({
  name: 'answer-at-once',
  label: 'Answered in the conversation',
  may: 'enquiries.answer-at-once',
  from: ['new', 'assigned'],
  to: ['answered'],
  by: ['holder', 'responder', 'owner', 'member-services'],
  shape,
  gather: async (tx, enquiry) => ({ secondPerson: await needsSecondPerson(tx, enquiry) }),
  decide: (enquiry, it): Result<Decision> =>
    (it.secondPerson ? takeFirst : undefined) ??
    stillOpen(enquiry) ??
    allow({
      events: [{ type: 'answered', messageId: it.messageId, atOnce: true, promises: [] }],
      words: { kind: 'answer', words: it.text },
    }),
})

const takeFirst = refuse(
  'needs-review',
  'Somebody else has to read this answer first: take the enquiry and submit what was said for review',
)
