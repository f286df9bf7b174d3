import { z } from 'zod'
import { workingDaysBetween } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Decision } from '../act.ts'
import { words } from '../given.ts'

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
      events: [{ type: 'taken-back', to: enquiry.handedOver!.mailboxId, messageId: it.messageId }],
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
