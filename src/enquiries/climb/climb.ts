import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { isPaused, openStatuses, toldDueOn, type Enquiry } from '../enquiry.ts'
import { givenDay } from '../given.ts'
import type { ClimbedEvent } from '../events.ts'
import { hearersOf } from './hearers.sql.ts'
import { rungs } from './rung.ts'
import { whoHears, type Hearers } from './who-hears.ts'

const shape = z.object({
  round: z.int(),
  steps: z.array(
    z.object({
      rung: z.enum(rungs),
      trueOn: givenDay('Enter a day'),
      nextUpdateOn: givenDay('Enter a day').optional(),
    }),
  ),
})

type Given = z.infer<typeof shape>

/**
 * Late work climbs (domain, section 4). Which steps are reached the ladder says (room escalation); here each is climbed
 * once per round, checked under the lock, and it is written down who hears. A paused clock does not climb; a question
 * that was asked too late to pause it stops nothing.
 */
export const climb = act<Given, { hearers: Hearers }>({
  name: 'climb',
  label: 'Climb the escalation ladder',
  may: 'system',
  from: openStatuses,
  to: openStatuses,
  by: ['system'],
  shape,
  gather: async (tx, enquiry, _given, { today }) => ({ hearers: await hearersOf(tx, enquiry, today) }),
  decide: (enquiry, it): Result<Decision> => {
    if (it.round !== enquiry.round) return refuse('other-round', 'Another round has begun')
    if (isPaused(enquiry)) return refuse('paused', 'A question waits for the member, and the clock stands still')
    const steps = it.steps.filter(({ rung }) => enquiry.climbed.every(one => one.rung !== rung))
    if (steps.length === 0) return refuse('climbed-already', 'Each step is climbed once')
    return allow({ events: steps.map(step => climbed(enquiry, step, it.hearers)) })
  },
})

const climbed = (enquiry: Enquiry, step: Given['steps'][number], hearers: Hearers): ClimbedEvent => {
  const { rung, trueOn, nextUpdateOn } = step
  const told = whoHears(rung, enquiry, hearers)
  const dueOn = toldDueOn(enquiry)
  return { type: 'climbed', round: enquiry.round, rung, trueOn, told, dueOn, ...(nextUpdateOn && { nextUpdateOn }) }
}
