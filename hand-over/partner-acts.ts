import { z } from 'zod'
import { workingDaysBetween } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { deliveriesOf } from '#mail/door.ts'
import { mailboxById, type Mailbox } from '#mailboxes/door.ts'
import { setting } from '#platform/settings.ts'
import { act, type Decision } from '../act.ts'
import { words } from '../given.ts'

const answerShape = z.object({ text: words('Enter your answer') })

/** The partner answers; whoever holds the enquiry answers the member with it. */
export const partnerAnswer = act({
  name: 'partner-answer',
  label: 'Send your answer',
  may: 'enquiries.partner',
  from: ['with-partner'],
  to: ['in-progress'],
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
  to: ['in-progress'],
  by: ['partner'],
  shape: z.object({ text: words('Enter why it is not yours') }),
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'partner-declined', messageId: it.messageId }],
      words: { kind: 'partner-decline', words: it.text, internal: true },
    }),
})

type Facts = { partner: Mailbox | undefined; letterCameBack: boolean }

/**
 * The partner takes it over wholly, and it closes here. Only where the council lets this partner do so, and only when
 * the member could be told of the hand-over: they get the partner's words, too.
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
      letterCameBack: letters.some(it => it.state === 'bounced' || it.state === 'failed'),
    }
  },
  decide: (_enquiry, it): Result<Decision> => {
    if (!it.partner?.takesOver)
      return refuse('no-transfer', 'The council has not agreed that you take enquiries over: send an answer instead')
    if (it.letterCameBack)
      return refuse('not-told', 'The member could not be told of the hand-over: send an answer instead')
    return allow({
      events: [{ type: 'closed', outcome: 'transferred', messageId: it.messageId }],
      words: { kind: 'closing', words: it.text },
    })
  },
})

/** The council takes it back: nothing came, or it is needed after all. The timetable does so after a long silence. */
export const takeBack = act<{ text: string }, { silence: number }>({
  name: 'take-back',
  label: 'Take it back',
  may: 'enquiries.hand-over',
  from: ['with-partner'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['holder', 'owner', 'member-services', 'system'],
  shape: z.object({ text: words('Enter why you take it back') }),
  gather: async tx => ({ silence: await setting(tx, 'enquiries.partner-silence-working-days') }),
  decide: (enquiry, it): Result<Decision> => {
    const silent = workingDaysBetween(it.calendar, enquiry.handedOver!.dueOn, it.today)
    if (it.by.person === null && silent < it.silence) return refuse('too-soon', 'The partner still has time')
    return allow({
      events: [{ type: 'taken-back', messageId: it.messageId }],
      words: { kind: 'note', words: `Taken back from the partner: ${it.text}`, internal: true },
    })
  },
})

/** The partner’s date has passed: they, the holder and the mailbox owner hear of it, once. */
export const remindPartner = act({
  name: 'remind-partner',
  label: 'Remind the partner',
  may: 'system',
  from: ['with-partner'],
  to: ['with-partner'],
  by: ['system'],
  shape: z.object({}),
  decide: (enquiry, it): Result<Decision> => {
    const { dueOn, reminded } = enquiry.handedOver!
    return it.today > dueOn && !reminded
      ? allow({ events: [{ type: 'partner-silent', to: enquiry.handedOver!.mailboxId }] })
      : refuse('nothing-due', 'Nobody has to be reminded now')
  },
})
