import { latestFor, type Actor } from '#enquiries/door.ts'
import { dayOf, instantOn, type Day } from '#kernel/day.ts'
import { asPart, type Player } from './cast.ts'
import { later } from './stage.ts'
import type { Held } from './taking.ts'
import { atWork, soonAfter, step, timely, workingDayFrom, type Telling } from './telling.ts'
import { outsiders, saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

type Asked = { readonly id: string; readonly of: Player | undefined; readonly name: string; readonly dueOn: Day }

/**
 * A part of the answer is asked of a colleague or of somebody outside. Most give it in time, a few have to be reminded,
 * and some are not needed any more. Gives the moment from which the answer can be written.
 */
export function contributing(it: Telling, held: Held, ready: Date): Date | undefined {
  const { random, stage, scene, played } = it
  const on = workingDayFrom(stage, dayOf(ready), random.int(0, 1))
  const asked = asks(it, held, atWork(random, on))
  if (!asked) return undefined
  const words = town.texts.contributionText(random, scene).given
  const comesOn = later(stage, dayOf(played.changedAt), random.int(1, 5))
  if (!remindedBefore(it, held, asked, comesOn)) return undefined
  if (random.chance(0.12)) return noLongerNeeded(it, held, asked, atWork(random, comesOn))
  const theirs = played.contributions.find(({ id }) => id === asked.id)!
  const given = { contribution: asked.id, text: '', besides: '', answers: [{ number: 1, answer: words }], theirs }
  const by: Actor = asked.of
    ? asPart(asked.of, 'contributor')
    : { person: null, name: asked.name, parts: ['contributor'] }
  return step(it, 'contribute', given, by, atWork(random, comesOn)) ? played.changedAt : undefined
}

function asks(it: Telling, { handler }: Held, at: Date): Asked | undefined {
  const { random, stage, scene, played } = it
  const outside = random.chance(0.3) ? random.pick(outsiders) : undefined
  const of = outside ? undefined : colleague(it, handler)
  const { name, email } = outside ? { ...outside, name: `${outside.name}, ${outside.organisation}` } : of!
  const today = dayOf(at > played.changedAt ? at : played.changedAt)
  const latest = latestFor(played.enquiry, today, stage.calendar)
  const wished = later(stage, today, random.int(1, 4))
  const dueOn = wished < latest ? wished : latest
  const questions = [town.texts.contributionText(random, scene).asked]
  const id = stage.newId()
  const known = of && { id: of.id, name, email, disabled: false }
  const given = { email, name, questions, text: '', dueOn, known, id }
  if (!step(it, 'ask-contribution', given, asPart(handler, 'holder'), at)) return undefined
  played.contributions.push({
    id,
    enquiryId: played.enquiry.id,
    askedBy: handler.id,
    ofPerson: of?.id ?? null,
    ofName: name,
    ofAddress: email,
    questions,
    background: '',
    dueOn,
    askedAt: played.changedAt,
  })
  return { id, of, name, dueOn }
}

function colleague({ random, cast, box }: Telling, handler: Player): Player {
  const boxes = [...cast.boxes.values()].filter(other => !other.restricted && other.id !== box.id)
  const people = random.pick(boxes).responders.filter(it => it.id !== handler.id)
  return random.pick(people.length > 0 ? people : cast.oneStop)
}

/** The timetable reminds before it is due and when it is late; a handler in a hurry asks again. */
function remindedBefore(it: Telling, { handler }: Held, { id, dueOn }: Asked, comesOn: Day): boolean {
  const { stage, random, played } = it
  for (const on of [later(stage, dueOn, -1), later(stage, dueOn, 1)])
    if (on > dayOf(played.changedAt) && on < comesOn)
      if (!timely(it, 'remind-contributions', { before: 1 }, instantOn(on, 8))) return false
  if (comesOn <= later(stage, dueOn, 1) || random.chance(0.5)) return true
  const at = soonAfter(random, atWork(random, later(stage, dueOn, 1)))
  return dayOf(at) >= comesOn || step(it, 'chase-contribution', { contribution: id }, asPart(handler, 'holder'), at)
}

function noLongerNeeded(it: Telling, { handler }: Held, { id }: Asked, at: Date): Date | undefined {
  const given = { contribution: id, text: saying(it.random, it.scene, 'contributionLate') }
  return step(it, 'withdraw-contribution', given, asPart(handler, 'holder'), at) ? it.played.changedAt : undefined
}
