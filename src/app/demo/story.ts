import { remindersIn, type Actor, type Channel } from '#enquiries/door.ts'
import { dayOf, instantOn, laterOf, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { asPart, theTimetable, type Box, type Cast, type MemberPlayer, type Player } from './cast.ts'
import { later, opens, type Played, type Stage } from './stage.ts'
import { atHome, atWork, laterMoment, minutesAfter, soonAfter, step, workingDayFrom, type Telling } from './telling.ts'
import type { Random } from './town/random.ts'
import { town } from './town/town.ts'
import type { MailboxProfile } from './town/volumes.ts'

/** How one enquiry begins, as the plan of the year has it. */
export type Beginning = {
  readonly reference: Reference
  readonly member: MemberPlayer
  readonly topic: string
  readonly kind: 'enquiry' | 'service-request' | 'information-request' | 'complaint' | 'restricted' | 'mp-enquiry'
  readonly box: Box
  readonly channel: Channel
  readonly direct: boolean
  readonly receivedOn: Day
  /** the moment it is put on record */
  readonly at: Date
}

/** Tells one enquiry from its receipt to its end, or to today. Every step is decided by the real rule of its act. */
export function story(
  stage: Stage,
  cast: Cast,
  random: Random,
  profile: MailboxProfile,
  it: Beginning,
  until: Date,
): Played {
  const scene = town.texts.sceneOf(random, {
    topic: it.topic,
    member: it.member.member,
    ward: it.member.ward,
    receivedOn: it.receivedOn,
  })
  const written = town.texts.enquiryText(random, scene, it.channel)
  const { by, as } = whoRecords(cast, random, it)
  const played = opens(stage, {
    reference: it.reference,
    memberId: it.member.id,
    raisedBy: by.person,
    kind: it.box.restricted ? 'restricted' : it.kind,
    channel: it.channel,
    direct: it.direct,
    restricted: it.box.restricted,
    topicId: cast.topicId.get(it.topic) ?? null,
    wardId: it.member.wardId,
    mailboxId: it.box.id,
    receivedOn: it.receivedOn,
    limitWorkingDays: it.box.limitWorkingDays,
    subject: written.subject,
    text: written.body,
    constituent: random.chance(0.6) ? `${scene.resident.title} ${scene.resident.first} ${scene.resident.last}` : null,
    at: it.at,
    by,
    as,
  })
  tell({ stage, cast, random, profile, scene, box: it.box, until, played }, it)
  return played
}

function whoRecords(
  cast: Cast,
  random: Random,
  { channel, member, box, direct }: Beginning,
): { by: Actor; as: 'member' | 'assistant' | 'member-services' } {
  const byMember = channel === 'web' || channel === 'email'
  if (byMember && member.assistant && random.chance(0.35))
    return { by: asPart(member.assistant, 'assistant'), as: 'assistant' }
  if (byMember) return { by: asPart(member, 'member'), as: 'member' }
  return { by: asPart(random.pick(direct ? box.responders : cast.oneStop), 'member-services'), as: 'member-services' }
}

function tell(it: Telling, beginning: Beginning): void {
  const { random } = it
  const onTheSpot = beginning.channel === 'phone' || beginning.channel === 'in-person'
  if (onTheSpot && random.chance(0.3)) return answeredAtOnce(it, beginning)
  const handler = random.pick(it.box.responders)
  const taken = taking(it, handler, beginning.at)
  if (!taken) return
  if (random.chance(0.2))
    step(
      it,
      'note',
      { text: town.texts.internalNote(random, it.scene), mentioned: [], readers: new Set() },
      asPart(handler, 'holder'),
      soonAfter(random, taken),
    )
  if (random.chance(town.volumes.otherRates.withdrawn)) return withdrawn(it, beginning.member, taken)
  const ready = random.chance(it.profile.asks) ? asking(it, handler, beginning.member, taken) : taken
  if (!ready) return
  answering(it, handler, beginning.member, ready, 1)
  keeping(it, handler)
}

function answeredAtOnce(it: Telling, { at }: Beginning): void {
  const officer = it.random.pick(it.box.responders)
  const text = town.texts.spokenAnswer(it.random, it.scene, officer)
  step(it, 'answer-at-once', { text }, asPart(officer, 'responder'), minutesAfter(at, it.random.int(3, 20)))
  ending(it, officer, undefined, 'good')
}

/** Somebody takes it the same or the next working days; some is given out by the owner first. */
function taking(it: Telling, handler: Player, from: Date): Date | undefined {
  const { random, stage } = it
  const day = workingDayFrom(
    stage,
    dayOf(from),
    random.weighted([0, 1, 2], days => [5, 4, 1][days]!),
  )
  let at = laterMoment(from, atWork(random, day))
  if (random.chance(0.2)) {
    const given = { to: handler.id, why: '', candidate: present(handler) }
    if (!step(it, 'allocate', given, asPart(it.box.owner, 'owner'), at)) return undefined
    at = random.chance(0.6) ? soonAfter(random, at) : atWork(random, workingDayFrom(stage, dayOf(at), 1))
  }
  return step(it, 'take', {}, asPart(handler, 'holder', 'responder'), at) ? at : undefined
}

const present = ({ name }: Player) => ({ known: true, name, disabled: false, named: true, awayUntil: undefined })

function withdrawn(it: Telling, member: MemberPlayer, after: Date): void {
  const at = atHome(it.random, workingDayFrom(it.stage, dayOf(after), it.random.int(1, 4)))
  step(it, 'withdraw', { text: town.texts.withdrawalText(it.random, it.scene) }, asPart(member, 'member'), at, 'email')
}

/** A question back; most members reply within a week, a few never. Undefined when the story stops here. */
function asking(it: Telling, handler: Player, member: MemberPlayer, after: Date): Date | undefined {
  const { random, stage } = it
  const at = atWork(random, workingDayFrom(stage, dayOf(after), random.int(1, 3)))
  if (!step(it, 'ask', { text: town.texts.questionText(random, it.scene, handler) }, asPart(handler, 'holder'), at))
    return undefined
  if (random.chance(0.03)) return silent(it)
  const replied = atHome(random, workingDayFrom(stage, dayOf(at), random.int(1, 6)))
  const ok = step(
    it,
    'reply',
    { text: town.texts.replyText(random, it.scene) },
    asPart(member, 'member'),
    replied,
    'email',
  )
  return ok ? replied : undefined
}

function silent(it: Telling): undefined {
  const asked = it.played.enquiry.pauses.at(-1)!.askedOn
  for (const days of [it.stage.limits.remindFirst, it.stage.limits.remindSecond])
    step(it, 'remind', remindersIn(it.played.history), theTimetable, instantOn(later(it.stage, asked, days), 8))
  step(
    it,
    'close-silent',
    remindersIn(it.played.history),
    theTimetable,
    instantOn(later(it.stage, asked, it.stage.limits.waiting + 1), 5, 30),
  )
}

function answering(it: Telling, handler: Player, member: MemberPlayer, ready: Date, round: number): void {
  const { random } = it
  const answerAt = answerMoment(it, ready, round)
  meanwhile(it, handler, member, ready, answerAt)
  const quality = random.chance(it.profile.poor) ? 'poor' : random.chance(0.6) ? 'good' : 'plain'
  const written = town.texts.answerText(random, it.scene, {
    officer: handler,
    answeredOn: dayOf(answerAt),
    quality,
    round,
    promisedOn: later(it.stage, dayOf(answerAt), random.int(3, 12)),
    answersApart: it.played.questions.some(question => question.round === it.played.enquiry.round),
    withoutPromise: !random.chance(it.profile.promises),
  })
  const given = {
    text: written.body,
    ...answersTo(it, written.answered),
    ...promised(it, written.promises, dayOf(answerAt), handler),
  }
  if (!step(it, 'answer', given, asPart(handler, 'holder'), answerAt)) return
  ending(it, handler, member, quality, round)
}

/** Within the target or past it, as often as this mailbox manages; counted on the clock as it stands. */
function answerMoment({ stage, random, profile, played }: Telling, ready: Date, round: number): Date {
  const { clockFrom, dueOn, limitWorkingDays } = played.enquiry
  const inTime = random.chance(profile.inTarget)
  const onTime =
    round > 1 ? random.int(1, limitWorkingDays) : random.int(Math.min(3, limitWorkingDays), limitWorkingDays)
  const overBy = random.chance(profile.veryLate) ? random.int(6, 16) : random.int(1, 5)
  const day = inTime ? later(stage, clockFrom, onTime) : later(stage, dueOn ?? clockFrom, overBy)
  return laterMoment(minutesAfter(ready, 30), atWork(random, laterOf(workingDayFrom(stage, dayOf(ready), 0), day)))
}

/** While it takes its time: the member hears how it stands, and chases once it is late. */
function meanwhile(it: Telling, handler: Player, member: MemberPlayer, from: Date, answerAt: Date): void {
  const { random, stage, played } = it
  const next = played.enquiry.nextUpdateOn
  const due = played.enquiry.dueOn
  if (next && next > dayOf(from) && next < dayOf(answerAt) && random.chance(0.55)) {
    const nextOn = laterOf(later(stage, next, 5), due ?? next)
    const text = town.texts.holdingText(random, it.scene, handler, { nextOn })
    step(
      it,
      'update',
      { text, nextUpdateOn: nextOn },
      asPart(handler, 'holder'),
      atWork(random, workingDayFrom(stage, next, 0)),
    )
  }
  if (!due || due >= dayOf(answerAt) || !random.chance(town.volumes.otherRates.chasedWhenLate)) return
  const chasedAt = atHome(random, later(stage, due, random.int(1, 3)))
  if (chasedAt < answerAt && dayOf(chasedAt) > due) {
    const text = town.texts.chaseText(random, it.scene, { dueOn: due })
    step(it, 'chase', { text }, asPart(member, 'member'), chasedAt, 'email')
  }
}

type Answered = readonly { readonly question: string; readonly answer: string }[]

/** Every numbered question of the round is answered: by its own answer where there is one, else by the whole. */
function answersTo({ played }: Telling, answered: Answered) {
  const questions = played.questions.filter(it => it.round === played.enquiry.round)
  const answers = questions.map(({ number, words }, i) => {
    const own = answered.find(it => words.includes(it.question) || it.question.includes(words)) ?? answered[i]
    return { number, answer: own?.answer ?? 'Answered in the letter above.', excuse: '' }
  })
  return {
    answers,
    questions: questions.map(({ round, number, words }) => ({
      id: '',
      round,
      number,
      words,
      answer: null,
      excuse: null,
      answeredIn: null,
    })),
  }
}

function promised(
  { stage }: Telling,
  promises: readonly { what: string; on: Day }[],
  answeredOn: Day,
  handler: Player,
) {
  const kept = promises.filter(it => it.on >= answeredOn)
  return {
    promises: kept.map(it => ({ words: it.what, who: handler.name, dueOn: it.on })),
    promiseIds: kept.map(() => stage.newId()),
  }
}

/** Most promises are kept, most of those in time; the rest stay open for everybody to see. */
function keeping(it: Telling, handler: Player): void {
  for (const promise of it.played.enquiry.promises) {
    if (promise.keptOn || !it.random.chance(0.85)) continue
    const day = it.random.chance(0.8) ? promise.dueOn : later(it.stage, promise.dueOn, it.random.int(1, 6))
    step(
      it,
      'keep-promise',
      { promise: promise.id },
      asPart(handler, 'responder'),
      atWork(it.random, workingDayFrom(it.stage, day, 0)),
    )
  }
}

function ending(
  it: Telling,
  handler: Player,
  member: MemberPlayer | undefined,
  quality: 'good' | 'plain' | 'poor',
  round = 1,
): void {
  const { random, stage, played } = it
  const answeredOn = played.enquiry.answeredOn
  if (played.enquiry.status !== 'answered' || !answeredOn) return
  const saysAt = atHome(random, workingDayFrom(stage, answeredOn, random.int(1, 6)))
  const disagrees = member && round < 3 && random.chance(quality === 'poor' ? 0.6 : it.profile.disagrees * 0.8)
  if (disagrees) {
    const text = town.texts.disagreementText(random, it.scene, { after: quality })
    if (step(it, 'disagree', { text }, asPart(member, 'member'), saysAt))
      answering(it, handler, member, saysAt, round + 1)
    return
  }
  if (member && random.chance(town.volumes.otherRates.agrees)) {
    const text = random.chance(0.5) ? town.texts.agreementText(random, it.scene) : ''
    step(it, 'agree', { text }, asPart(member, 'member'), saysAt)
    return
  }
  step(it, 'close-silent', {}, theTimetable, instantOn(later(stage, answeredOn, stage.limits.silence + 1), 5, 30))
}
