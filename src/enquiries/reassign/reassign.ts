import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { handedOver, unsuitable, why } from '../allocate/allocate.ts'
import { weighedCandidateFor, type Candidate } from '../candidate.sql.ts'
import { givenId, optionalWords } from '../given.ts'
import { reviewEnds } from '../under-way.ts'

const shape = z.object({ to: givenId('Select who should answer this'), why: optionalWords })

/** Work changes hands inside its mailbox. It never resets the council's clock (domain, section 3, rule 6). */
export const reassign = act<z.infer<typeof shape>, { candidate: Candidate }>({
  name: 'reassign',
  label: 'Give to somebody else',
  may: 'enquiries.reassign',
  from: ['assigned', 'in-progress', 'waiting-for-member', 'with-partner', 'in-review'],
  to: ['assigned', 'waiting-for-member', 'with-partner'],
  by: ['member-services', 'owner', 'holder', 'system'],
  shape,
  gather: async (tx, enquiry, given, at) => ({ candidate: await weighedCandidateFor(tx, enquiry, given.to, at.today) }),
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.holderId === it.to) return refuse('same-holder', `${it.candidate.name} has it already`, 'to')
    const refused = unsuitable(it.candidate)
    if (refused) return refused
    const event = { type: 'reassigned', from: enquiry.holderId, to: it.to, ...why(it.candidate) } as const
    const ended = reviewEnds(enquiry)
    return it.why
      ? allow({ events: [...ended, { ...event, messageId: it.messageId }], words: handedOver(it.candidate, it.why) })
      : allow({ events: [...ended, event] })
  },
})
