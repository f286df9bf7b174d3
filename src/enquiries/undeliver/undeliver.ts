import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { historyOf } from '../enquiry.sql.ts'
import type { Recorded } from '../events.ts'
import { givenId } from '../given.ts'
import { promisesOf } from '../message.sql.ts'

const shape = z.object({ message: givenId('Name the answer that came back') })

export type GivenAnswer = { readonly messageId: string; readonly on: Day }

type Facts = {
  /** every answer that reached the member, as far as anybody knows, oldest first */
  readonly standing: readonly GivenAnswer[]
  /** what the answer that came back had promised */
  readonly promised: readonly string[]
}

/**
 * The answer came back undelivered: it is taken back, and the clock goes on as if nobody had answered (domain, section 7).
 * What the member has spoken of since did reach them. Which answer came back is named by its message, so that a report
 * about an earlier round, or the same report twice, changes nothing.
 */
export const undeliver = act<z.infer<typeof shape>, Facts>({
  name: 'undeliver',
  label: 'Take back an answer that did not arrive',
  may: 'system',
  from: ['answered', 'closed'],
  to: ['in-progress', 'assigned', 'new'],
  by: ['system'],
  shape,
  gather: async (tx, enquiry, { message }) => {
    const [history, promises] = await Promise.all([historyOf(tx, enquiry.id), promisesOf(tx, enquiry.id)])
    return {
      standing: answersStanding(history),
      promised: promises.filter(it => it.messageId === message).map(it => it.id),
    }
  },
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.answeredOn === null || it.standing.at(-1)?.messageId !== it.message)
      return refuse('not-the-answer', 'This enquiry does not rest on the answer that came back')
    if (enquiry.status === 'closed' && enquiry.outcome !== 'not-stated')
      return refuse('heard', 'It was closed by somebody who had heard of the answer')
    return allow({
      events: [
        {
          type: 'answer-undelivered',
          messageId: it.message,
          promises: it.promised,
          firstAnsweredOn: it.standing.at(-2) ? it.standing[0]!.on : null,
        },
      ],
    })
  },
})

/** The answers of a history without those that came back. */
export function answersStanding(history: readonly Recorded[]): GivenAnswer[] {
  const back = new Set(history.flatMap(({ event }) => (event.type === 'answer-undelivered' ? [event.messageId] : [])))
  return history.flatMap(({ event, on }) =>
    event.type === 'answered' && !back.has(event.messageId) ? [{ messageId: event.messageId, on }] : [],
  )
}
