import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { agreedDate, dueDate } from '../extend/agreed-date.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter your question') })

/** Pauses a holder may start alone; the next needs the mailbox owner (domain, section 2). */
const pausesAlone = 2

/** A question to the member. It pauses the clock, and only a question that was sent does. */
export const ask = act({
  name: 'ask',
  label: 'Ask the member',
  may: 'enquiries.ask',
  from: ['in-progress'],
  to: ['waiting-for-member'],
  by: ['holder', 'owner'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.pauses.length >= pausesAlone && !it.by.parts.includes('owner'))
      return refuse('third-pause', 'This would be the third pause: the mailbox owner has to ask', 'text')
    // asked after the due day, the question holds nothing back: the dates stay
    const paused = { ...enquiry, pauses: [...enquiry.pauses, { askedOn: it.on }] }
    const dates = { dueOn: dueDate(paused, it.calendar) ?? null, ...agreedDate(paused, it.calendar) }
    return allow({
      events: [{ type: 'asked', messageId: it.messageId, ...dates }],
      words: { kind: 'question', words: it.text },
    })
  },
})
