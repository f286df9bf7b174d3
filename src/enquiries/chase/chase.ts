import { z } from 'zod'
import { inWords } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { isOpen, statuses, toldDueOn, type Enquiry } from '../enquiry.ts'
import { optionalWords } from '../given.ts'
import type { Day } from '#kernel/day.ts'

const shape = z.object({ text: optionalWords })

/** While a question waits for the member there is nothing to chase. */
const chasable = statuses.filter(it => it !== 'waiting-for-member')

/** A member may chase after any missed due, update or promised date (domain, section 4). */
export const chase = act({
  name: 'chase',
  label: 'Chase',
  may: 'enquiries.chase',
  from: chasable,
  to: chasable,
  whileJoined: true,
  by: ['member', 'assistant'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const missed = missedDate(enquiry, it.today)
    if (!missed) return refuse('nothing-missed', nothingMissed(enquiry))
    return it.text
      ? allow({ events: [{ type: 'chased', messageId: it.messageId }], words: { kind: 'chase', words: it.text } })
      : allow({ events: [{ type: 'chased' }] })
  },
})

/** The earliest date that was given to the member and has passed; undefined when all were kept so far. */
export function missedDate(enquiry: Enquiry, today: Day): Day | undefined {
  const given = enquiry.promises.filter(promise => !promise.keptOn).map(promise => promise.dueOn)
  const dueOn = toldDueOn(enquiry)
  if (isOpen(enquiry) && dueOn) given.push(dueOn)
  if (isOpen(enquiry) && enquiry.nextUpdateOn) given.push(enquiry.nextUpdateOn)
  return given.filter(on => on < today).sort()[0]
}

function nothingMissed(enquiry: Enquiry): string {
  const next = [enquiry.nextUpdateOn, toldDueOn(enquiry)].filter(on => on !== null).sort()[0]
  const when = isOpen(enquiry) && next ? `You can chase after ${inWords(next)}. ` : ''
  return `No date has been missed. ${when}You can write to the handler at any time`
}
