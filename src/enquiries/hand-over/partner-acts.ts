import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { deliveriesOf } from '#mail/door.ts'
import { mailboxById, type Mailbox } from '#mailboxes/door.ts'
import { act, type Decision } from '../act.ts'
import { words } from '../given.ts'

const answerShape = z.object({ text: words('Enter your answer') })

/** The partner answers; whoever holds the enquiry answers the member with it. */
export const partnerAnswer = act({
  name: 'partner-answer',
  label: 'Send your answer',
  may: 'enquiries.partner',
  from: ['with-partner'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['partner'],
  shape: answerShape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'partner-answered', messageId: it.messageId }],
      words: { kind: 'partner-answer', words: it.text, internal: true },
    }),
})

export const partnerDecline = act({
  name: 'partner-decline',
  label: 'This is not ours',
  may: 'enquiries.partner',
  from: ['with-partner'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['partner'],
  shape: z.object({ text: words('Enter why it is not yours') }),
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'partner-declined', messageId: it.messageId }],
      words: { kind: 'partner-decline', words: it.text, internal: true },
    }),
})

type Facts = { partner: Mailbox | undefined; untold: boolean }

/**
 * The partner takes it over wholly, and it closes here: only where the council lets this partner do so, and only once the
 * letter that told the member of the hand-over has gone. They get the partner’s words, too (domain, section 2).
 */
export const takeOver = act<{ text: string }, Facts>({
  name: 'take-over',
  label: 'Take it over wholly',
  may: 'enquiries.partner',
  from: ['with-partner'],
  to: ['closed'],
  by: ['partner'],
  shape: z.object({ text: words('Enter what the member is told: who deals with it now and how to reach them') }),
  gather: async (tx, enquiry) => {
    const { mailboxId, messageId } = enquiry.handedOver!
    const letters = (await deliveriesOf(tx, [messageId])).get(messageId) ?? []
    return {
      partner: await mailboxById(tx, mailboxId),
      // kept in the outbox where no mail is sent at all
      untold: letters.length > 0 && !letters.some(it => it.state === 'sent' || it.state === 'held'),
    }
  },
  decide: (_enquiry, it): Result<Decision> => {
    if (!it.partner?.takesOver)
      return refuse('no-transfer', 'The council has not agreed that you take enquiries over: send an answer instead')
    if (it.untold)
      return refuse('not-told', 'The member has not been told of the hand-over yet: send an answer instead')
    return allow({
      events: [{ type: 'closed', outcome: 'transferred', messageId: it.messageId }],
      words: { kind: 'closing', words: it.text },
    })
  },
})
