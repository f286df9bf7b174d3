import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision, type Words } from '../act.ts'
import { givenId, optionalWords } from '../given.ts'
import { weighedCandidateFor, type Candidate } from '../candidate.sql.ts'

const shape = z.object({ to: givenId('Select who should answer this'), why: optionalWords })

/** Work is given to a responder of its mailbox; the holder's clock starts, the council's clock does not change. */
export const allocate = act<z.infer<typeof shape>, { candidate: Candidate }>({
  name: 'allocate',
  label: 'Allocate',
  may: 'enquiries.allocate',
  from: ['new'],
  to: ['assigned'],
  by: ['member-services', 'owner', 'system'],
  shape,
  gather: async (tx, enquiry, given, at) => ({ candidate: await weighedCandidateFor(tx, enquiry, given.to, at.today) }),
  decide: (_enquiry, it): Result<Decision> => {
    const refused = unsuitable(it.candidate)
    if (refused) return refused
    return it.why
      ? allow({
          events: [{ type: 'allocated', to: it.to, messageId: it.messageId, ...why(it.candidate) }],
          words: handedOver(it.candidate, it.why),
        })
      : allow({ events: [{ type: 'allocated', to: it.to, ...why(it.candidate) }] })
  },
})

/** How much everybody had, kept with the event as ids and numbers, so that the choice can be explained later. */
export const why = ({ weighed }: Candidate) => ({ ...(weighed && weighed.length > 0 && { weighed }) })

/** The reason is kept as an internal note: events hold no words. */
export const handedOver = (to: Candidate, why: string): Words => ({
  kind: 'note',
  words: `Given to ${to.name}: ${why}`,
  internal: true,
})

/** Only somebody present, active and named in the mailbox may hold its work. */
export function unsuitable(candidate: Candidate) {
  if (!candidate.known || candidate.disabled) return refuse('not-there', 'This person is not here any more', 'to')
  if (!candidate.named) return refuse('not-named', `${candidate.name} is not one of this mailbox's people`, 'to')
  if (candidate.awayUntil) return refuse('away', `${candidate.name} is away until ${candidate.awayUntil}`, 'to')
  return undefined
}
