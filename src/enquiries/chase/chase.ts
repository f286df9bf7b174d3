import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { newId } from '#kernel/id.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { hearersOf } from '../climb/hearers.sql.ts'
import { nextUp } from '../climb/rung.ts'
import { whoHears, type Hearers } from '../climb/who-hears.ts'
import { asTheHouse } from '../doer.ts'
import { isOpen, owedAnswer, statuses, toldDueOn, type Enquiry } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'
import { optionalWords } from '../given.ts'
import { insertOwed } from './owed.sql.ts'

const shape = z.object({ text: optionalWords })

/** `owedWithin`: working days in which a second chase is owed an answer; `owedId`: of the promise that makes. */
type Facts = { readonly owedWithin: number; readonly owedId: string; readonly hearers: Hearers }
type Given = z.infer<typeof shape> & Facts & Circumstances

/** While a question waits for the member there is nothing to chase. */
const chasable = statuses.filter(it => it !== 'waiting-for-member')

/**
 * A member may chase after any missed due, update or promised date. The second chase climbs one step of the ladder and
 * is owed an answer within two working days, which counts as a promise (domain, section 4). So does every further one,
 * once what the one before was owed is answered or broken.
 */
export const chase = act<z.infer<typeof shape>, Facts>({
  name: 'chase',
  label: 'Chase',
  may: 'enquiries.chase',
  from: chasable,
  to: chasable,
  whileJoined: true,
  by: ['member', 'assistant'],
  shape,
  gather: async (tx, enquiry, _given, { today, by }) => ({
    owedWithin: await setting(tx, 'enquiries.second-chase-working-days'),
    owedId: newId(),
    // who answers for it is not always the member's to see
    hearers: await asTheHouse(tx, by.person ?? 'system', () => hearersOf(tx, enquiry, today)),
  }),
  decide: (enquiry, it): Result<Decision> => {
    const missed = missedDate(enquiry, it.today)
    if (!missed) return refuse('nothing-missed', nothingMissed(enquiry))
    const events = climbsBy(enquiry, it)
    return it.text ? allow({ events, words: { kind: 'chase', words: it.text } }) : allow({ events })
  },
  keep: async (tx, { enquiry, it }) => {
    const owed = owedBy(enquiry, it)
    if (owed) await insertOwed(tx, enquiry.id, { ...owed, messageId: it.text ? it.messageId : null })
  },
})

function climbsBy(enquiry: Enquiry, it: Given): EnquiryEvent[] {
  const owed = owedBy(enquiry, it)
  const chased = { type: 'chased' as const, ...(it.text && { messageId: it.messageId }) }
  const rung = owed && nextUp(enquiry.climbed)
  if (!owed || !rung) return [{ ...chased, ...(owed && { owed }) }]
  const told = whoHears(rung, enquiry, it.hearers)
  const climbed = { round: enquiry.round, rung, trueOn: it.today, told, dueOn: toldDueOn(enquiry) }
  return [
    { ...chased, owed },
    { type: 'climbed', ...climbed, because: 'chased' },
  ]
}

/** What the second chase is owed. While the answer owed to an earlier one may still come, another chase adds nothing. */
function owedBy(
  enquiry: Enquiry,
  { owedId, owedWithin, calendar, today }: Given,
): { id: string; dueOn: Day } | undefined {
  const still = owedAnswer(enquiry)
  if (enquiry.chases === 0 || (still && still.dueOn >= today)) return undefined
  return { id: owedId, dueOn: addWorkingDays(calendar, today, owedWithin) }
}

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
