import { dayOf, instantOn, type Day } from '#kernel/day.ts'
import { answering, type Quality } from './answering.ts'
import { asPart, type MemberPlayer } from './cast.ts'
import { later, laterMoment } from './stage.ts'
import { present, type Held } from './taking.ts'
import { atHome, atWork, minutesAfter, step, timely, workingDayFrom, writer, type Telling } from './telling.ts'
import { nextRoute, saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

const rates = town.volumes.otherRates

/** After an answer: the member says what they think of it, writes back, or says nothing. */
export function ending(it: Telling, held: Held, member: MemberPlayer | undefined, quality: Quality): void {
  const { random, stage, played } = it
  const { answeredOn, round } = played.enquiry
  if (played.enquiry.status !== 'answered' || !answeredOn) return
  const saysAt = atHome(random, workingDayFrom(stage, answeredOn, random.int(1, 6)))
  if (!member) return silence(it, answeredOn)
  if (round < 3 && random.chance(quality === 'poor' ? 0.6 : it.profile.disagrees * 0.8))
    return disagreeing(it, held, member, quality, saysAt)
  if (random.chance(rates.writesAgain) && !writesAgain(it, held, member, dayOf(saysAt))) return
  if (random.chance(rates.agrees)) {
    const text = random.chance(0.5) ? town.texts.agreementText(random, it.scene) : ''
    if (!step(it, 'agree', { text }, writer(it, member), laterMoment(played.changedAt, saysAt))) return
  } else silence(it, answeredOn)
  if (random.chance(rates.reopened)) reopening(it, held, member)
}

function silence(it: Telling, answeredOn: Day): void {
  const { stage, played } = it
  if (played.enquiry.status !== 'answered' || played.enquiry.laneOn) return
  timely(it, 'close-silent', {}, instantOn(later(stage, answeredOn, stage.limits.silence + 1), 5, 30))
}

/** Another round; after the second one an officer may have to say that it ends here, and where to go next. */
function disagreeing(it: Telling, held: Held, member: MemberPlayer, after: Quality, at: Date): void {
  const { random, scene, played } = it
  const no = { text: town.texts.disagreementText(random, scene, { after }) }
  if (!step(it, 'disagree', no, writer(it, member), at)) return
  if (played.enquiry.round > 2 && random.chance(0.3)) {
    const end = { outcome: 'unsatisfied', route: nextRoute, text: saying(random, scene, 'unsatisfied') }
    step(it, 'close', end, asPart(it.box.owner, 'owner'), atWork(random, workingDayFrom(it.stage, dayOf(at), 2)))
    return
  }
  another(it, held, member)
}

function another(it: Telling, held: Held, member: MemberPlayer): void {
  const quality = answering(it, held, member, { from: it.played.changedAt })
  if (quality) ending(it, held, member, quality)
}

/** A word after the answer waits in the review lane: mostly it is a thank-you, which the handler has only to look at. */
function writesAgain(it: Telling, held: Held, member: MemberPlayer, on: Day): boolean {
  const { random, scene, stage, played } = it
  const thanks = random.chance(0.75)
  const word = { text: saying(random, scene, thanks ? 'thanks' : 'moreToSay') }
  const at = atWork(random, workingDayFrom(stage, on, 0))
  if (!step(it, 'reply', word, writer(it, member), at, { via: 'email' })) return false
  const looks = minutesAfter(played.changedAt, random.int(20, 200))
  if (thanks || random.chance(0.3)) return step(it, 'look-at', {}, asPart(held.handler, 'holder'), looks)
  const reopens = instantOn(later(stage, dayOf(played.changedAt), 1), 5, 45)
  if (timely(it, 'disagree', { text: untouched }, reopens)) another(it, held, member)
  return false
}

/** In the words of the timetable that opens such an enquiry again. */
const untouched = 'The member wrote after the answer and nobody looked at it for a working day.'

/** What was closed has come back within the weeks in which it can be opened again. */
function reopening(it: Telling, held: Held, member: MemberPlayer): void {
  const { random, stage, scene, played } = it
  const { status, closedOn } = played.enquiry
  if (status !== 'closed' || !closedOn) return
  const at = atHome(random, later(stage, closedOn, random.int(2, 16)))
  const given = { text: saying(random, scene, 'reopening'), lastHolder: present(held.handler) }
  if (step(it, 'reopen', given, writer(it, member), at)) another(it, held, member)
}
