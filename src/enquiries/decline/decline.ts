import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { declineReasons, declineWords } from '../enquiry.ts'
import { givenId, words } from '../given.ts'
import { noPlace, targetOf, type Target } from '../move/move.ts'

const shape = z.object({
  because: z.enum(declineReasons, 'Select why you decline it'),
  /** where it belongs; not given when the decliner does not know */
  rightMailbox: givenId('Select the mailbox this belongs to').optional(),
  why: words('Enter what whoever gets it next should know'),
})

/**
 * Whoever was given the work gives it back with the reason and the right mailbox, or says that they do not know it
 * (domain, section 2). It is not moved by that: the owner or One Stop moves it with one press, so that nobody declines
 * their way out of a mailbox. The event carries codes only, to be counted.
 */
export const decline = act<z.infer<typeof shape>, { target: Target | undefined }>({
  name: 'decline',
  label: 'Decline this enquiry',
  may: 'enquiries.decline',
  from: ['assigned'],
  to: ['new'],
  by: ['holder'],
  shape,
  gather: async (tx, _enquiry, given, at) => ({
    target: given.rightMailbox ? await targetOf(tx, given.rightMailbox, at.today) : undefined,
  }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = it.rightMailbox ? noPlace(enquiry, it.target, 'rightMailbox') : undefined
    if (refused) return refused
    const where = it.target ? ` It belongs to ${it.target.name}.` : ''
    return allow({
      events: [
        {
          type: 'declined',
          from: it.by.person!,
          because: it.because,
          rightMailboxId: it.rightMailbox ?? null,
          messageId: it.messageId,
        },
      ],
      words: { kind: 'note', words: `Declined: ${declineWords[it.because]}.${where}\n\n${it.why}`, internal: true },
    })
  },
})
