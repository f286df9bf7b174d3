import type { Actor } from '#enquiries/door.ts'
import { dayOf } from '#kernel/day.ts'
import { asPart, type Box, type Player } from './cast.ts'
import { later, laterMoment } from './stage.ts'
import { atWork, soonAfter, step, workingDayFrom, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import { town } from './town/town.ts'
import { isSaidBy, whereOf } from './where.ts'

/** Whoever has an enquiry now, and since when. */
export type Held = { readonly handler: Player; readonly since: Date }

const rates = town.volumes.otherRates

export const present = ({ name }: Player) => ({ known: true, name, disabled: false, named: true, awayUntil: undefined })

const heldNow = ({ played }: Telling, handler: Player): Held => ({ handler, since: played.changedAt })

/** Somebody else of these people; the same one where there is nobody else. */
export const another = ({ random }: Telling, people: readonly Player[], but: Player): Player => {
  const others = people.filter(it => it.id !== but.id)
  return others.length > 0 ? random.pick(others) : but
}

/** Somebody takes it the same or the next working days; some is given out by the owner first, some to the wrong one. */
export function taking(it: Telling, handler: Player, from: Date): Held | undefined {
  const { random, stage, played } = it
  if (played.enquiry.status === 'assigned') return accepting(it, handler, from)
  const day = workingDayFrom(
    stage,
    dayOf(from),
    random.weighted([0, 1, 2], days => [5, 4, 1][days]!),
  )
  const at = laterMoment(from, atWork(random, day))
  if (!random.chance(rates.allocated))
    return step(it, 'take', {}, asPart(handler, 'holder', 'responder'), at) ? heldNow(it, handler) : undefined
  const given = allocates(it, it.box, handler, at)
  if (!given) return undefined
  return random.chance(rates.declined) ? declining(it, handler, given) : accepting(it, handler, given)
}

function allocates(it: Telling, box: Box, to: Player, at: Date): Date | undefined {
  const { random, scene } = it
  const why = random.chance(0.3) ? saying(random, scene, 'accepted') : ''
  const given = { to: to.id, why, candidate: present(to) }
  return step(it, 'allocate', given, asPart(box.owner, 'owner'), at) ? it.played.changedAt : undefined
}

/** Most accept at once; where somebody does not, it climbs by itself. */
function accepting(it: Telling, handler: Player, given: Date): Held | undefined {
  const { random, stage } = it
  const on = workingDayFrom(stage, dayOf(given), 0)
  const days = random.chance(rates.acceptedLate) ? random.int(2, 3) : random.int(0, 1)
  const at = days === 0 ? soonAfter(random, given) : atWork(random, later(stage, on, days))
  return step(it, 'accept', {}, asPart(handler, 'holder'), at) ? heldNow(it, handler) : undefined
}

/** Given to somebody who has a reason to say no: the owner gives it to another one. */
function declining(it: Telling, handler: Player, given: Date): Held | undefined {
  const { random, stage } = it
  const because = random.pick(['not-mine', 'no-time', 'conflict'] as const)
  const no = { because, why: saying(random, it.scene, 'declinedHere'), target: undefined }
  if (!step(it, 'decline', no, asPart(handler, 'holder'), soonAfter(random, given))) return undefined
  const next = another(it, it.box.responders, handler)
  const on = workingDayFrom(stage, dayOf(it.played.changedAt), random.int(0, 1))
  const again = allocates(it, it.box, next, atWork(random, on))
  return again && accepting(it, next, again)
}

/** It came to a mailbox that is not the right one: declined there, or seen by somebody who knows, and moved. */
export function reachesItsMailbox(it: Telling, wrong: Box, from: Date): Date | undefined {
  const { random, stage, scene, box } = it
  const first = atWork(random, workingDayFrom(stage, dayOf(from), random.int(0, 1)))
  let by: Actor = asPart(random.pick(wrong.responders), 'responder')
  let at = laterMoment(from, first)
  if (random.chance(0.6)) {
    const officer = random.pick(wrong.responders)
    const target = { id: box.id, name: box.name, restricted: box.restricted, closed: false }
    const why = saying(random, scene, 'declinedElsewhere', { mailbox: box.name })
    const no = { because: 'wrong-mailbox', rightMailbox: box.id, why, target }
    const given = allocates(it, wrong, officer, at)
    if (!given || !step(it, 'decline', no, asPart(officer, 'holder'), soonAfter(random, given))) return undefined
    at = atWork(random, workingDayFrom(stage, dayOf(given), 1))
    by = random.chance(0.5) ? asPart(wrong.owner, 'owner') : asPart(random.pick(it.cast.oneStop), 'member-services')
  }
  const target = { id: box.id, name: box.name, restricted: box.restricted, closed: false }
  const why = saying(random, scene, 'moved')
  return step(it, 'move', { mailbox: box.id, why, target, set: [] }, by, at) ? it.played.changedAt : undefined
}

/** What came without a topic gets one from whoever knows. */
export function namingTopic(it: Telling, { handler, since }: Held): void {
  const id = it.cast.topicId.get(it.scene.topic)
  if (!id || it.played.enquiry.topicId === id) return
  step(it, 'set-topic', { topic: id, known: { id, name: '' } }, asPart(handler, 'holder'), soonAfter(it.random, since))
}

/** Where nobody said where it is, whoever reads of a street may. */
export function namingPlace(it: Telling, { handler, since }: Held): void {
  const { random, played, scene } = it
  const place = isSaidBy(scene, 'reader') ? whereOf(scene) : null
  if (!place || played.enquiry.restricted) return
  const given = { place, located: undefined, isWard: true }
  if (step(it, 'set-place', given, asPart(handler, 'holder'), soonAfter(random, since))) played.place = place
}

/** It changes hands, or goes back to the mailbox and is taken by somebody else. */
export function handingOn(it: Telling, held: Held): Held | undefined {
  const { random, stage, scene, box } = it
  const next = another(it, box.responders, held.handler)
  if (next === held.handler) return held
  const at = atWork(random, workingDayFrom(stage, dayOf(held.since), random.int(1, 2)))
  if (random.chance(rates.handedOn)) {
    const given = { to: next.id, why: saying(random, scene, 'handedOn'), candidate: present(next) }
    return step(it, 'reassign', given, asPart(held.handler, 'holder'), at)
      ? accepting(it, next, it.played.changedAt)
      : undefined
  }
  if (!random.chance(rates.givenBack)) return held
  return step(it, 'release', {}, asPart(held.handler, 'holder'), at) ? taking(it, next, it.played.changedAt) : undefined
}
