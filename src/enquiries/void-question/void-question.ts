import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { historyOf } from '../enquiry.sql.ts'
import type { Recorded } from '../events.ts'
import { agreedDate, dueDate } from '../extend/agreed-date.ts'
import { givenId } from '../given.ts'

const shape = z.object({ message: givenId('Name the question that came back') })

/**
 * The question came back undelivered. Only a question that was sent pauses the clock (domain, section 2), so this pause
 * never was: the clock has run all the time. A member who replied got it, whatever a report says.
 */
export const voidQuestion = act<z.infer<typeof shape>, { asked: string | undefined }>({
  name: 'void-question',
  label: 'Void the pause of a question that did not arrive',
  may: 'system',
  from: ['waiting-for-member'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['system'],
  shape,
  gather: async (tx, enquiry) => ({ asked: lastQuestion(await historyOf(tx, enquiry.id)) }),
  decide: (enquiry, it): Result<Decision> => {
    if (it.asked !== it.message)
      return refuse('not-the-question', 'The clock does not wait for a reply to this question')
    const running = { ...enquiry, pauses: enquiry.pauses.filter(pause => pause.repliedOn) }
    const dates = { dueOn: dueDate(running, it.calendar)!, ...agreedDate(running, it.calendar) }
    return allow({ events: [{ type: 'question-undelivered', messageId: it.message, ...dates }] })
  },
})

/** The message of the newest question to the member. */
export const lastQuestion = (history: readonly Recorded[]): string | undefined =>
  history.map(({ event }) => (event.type === 'asked' ? event.messageId : undefined)).findLast(it => it !== undefined)
