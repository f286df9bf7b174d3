import { promiseSteps, type Enquiry } from '#enquiries/door.ts'
import { dayOf, instantOn, laterOf, type Day } from '#kernel/day.ts'
import { means, type Meant } from './agenda.ts'
import { asPart, theTimetable, type Player } from './cast.ts'
import { later } from './stage.ts'
import { atWork, workingDayFrom, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

const rates = town.volumes.otherRates

type Promised = { readonly id: string; readonly dueOn: Day }

/**
 * What becomes of the promises of an answer that was just sent. Most are kept in time; where a mailbox is often late it
 * also breaks more of them: some openly, for a later day, some without a word, and then they are kept late or never.
 */
export function promises(it: Telling, handler: Player): void {
  const { random, profile, played } = it
  const sentOn = played.enquiry.answeredOn
  const made = played.enquiry.promises.filter(promise => !promise.owed && !promise.keptOn)
  const known = new Set(it.agenda.map(meant => (meant.given as { promise?: string }).promise))
  const trouble = rates.promiseTrouble * (1 - profile.inTarget)
  for (const promise of made.filter(({ id }) => !known.has(id))) {
    means(it, followed(it, promise.dueOn))
    const kept = laterOf(later(it.stage, promise.dueOn, -random.int(0, 3)), sentOn ?? promise.dueOn)
    if (!random.chance(trouble)) means(it, [keeps(it, handler, promise.id, kept)])
    else if (random.chance(rates.promiseMoved)) putsOff(it, handler, promise)
    else if (random.chance(rates.promiseKeptLate))
      means(it, [keeps(it, handler, promise.id, later(it.stage, promise.dueOn, random.int(2, 7)))])
  }
}

/** The member hears the reason and the new day before the first one has passed. */
function putsOff(it: Telling, handler: Player, { id, dueOn }: Promised): void {
  const { random, stage, scene } = it
  const on = later(stage, dueOn, -1)
  const newDueOn = later(stage, dueOn, random.int(4, 9))
  const given = { promise: id, newDueOn, text: saying(random, scene, 'brokenPromise') }
  means(it, [{ ...mark(it, handler, id, on), act: 'break-promise', given }, ...followed(it, newDueOn)])
  if (random.chance(0.85)) means(it, [keeps(it, handler, id, later(stage, newDueOn, -random.int(0, 2)))])
}

const keeps = (it: Telling, handler: Player, promise: string, on: Day): Meant => ({
  ...mark(it, handler, promise, on),
  act: 'keep-promise',
  given: { promise },
})

const mark = ({ random, stage }: Telling, handler: Player, promise: string, on: Day) => ({
  at: atWork(random, workingDayFrom(stage, on, 0)),
  by: asPart(handler, 'responder'),
  via: 'web',
  still: ({ promises }: Enquiry) => promises.some(({ id, keptOn }) => id === promise && !keptOn),
})

/** The timetable reminds of a promise and, when nobody said a word, breaks it. */
const followed = ({ stage }: Telling, dueOn: Day): Meant[] =>
  [later(stage, dueOn, -2), workingDayFrom(stage, dueOn, 0), later(stage, dueOn, 1)].map(on => {
    const at = instantOn(on, 8, 20)
    const facts = { today: dayOf(at), calendar: stage.calendar, before: 2 }
    const still = (enquiry: Enquiry) => promiseSteps(enquiry, facts).length > 0
    return { at, act: 'follow-promises', given: { before: 2 }, by: theTimetable, via: 'timetable', still }
  })
