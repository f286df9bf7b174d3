import { answersStanding, owedAnswer, owedWords, toldDueOn, type Actor } from '#enquiries/door.ts'
import { dayOf, laterOf, type Day } from '#kernel/day.ts'
import { asPart, type MemberPlayer, type Player } from './cast.ts'
import { hearersIn } from './climbing.ts'
import { later, laterMoment } from './stage.ts'
import { promises } from './promising.ts'
import { reviewing } from './reviewing.ts'
import type { Held } from './taking.ts'
import { atHome, atWork, minutesAfter, playsAt, step, timely, workingDayFrom, writer, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

export type Quality = 'good' | 'plain' | 'poor'

const rates = town.volumes.otherRates

/** When an answer can be begun, and when it is sent where that is known. */
export type Ready = { readonly from: Date; readonly at?: Date }

/** Answers the round; how well, so that the story can go on from there. Undefined when it has not come to that. */
export function answering(it: Telling, { handler }: Held, member: MemberPlayer, ready: Ready): Quality | undefined {
  const { random } = it
  const { round } = it.played.enquiry
  const answerAt = ready.at ?? answerMoment(it, ready.from, round)
  extending(it, handler, ready.from, answerAt)
  if (!meanwhile(it, handler, member, ready.from, answerAt)) return undefined
  const quality = random.chance(it.profile.poor) ? 'poor' : random.chance(0.6) ? 'good' : 'plain'
  if (!answers(it, handler, answerAt, quality)) return undefined
  if (!random.chance(rates.undelivered)) return quality
  return comesBack(it) && answers(it, handler, nextMorning(it), quality) ? quality : undefined
}

function answers(it: Telling, handler: Player, planned: Date, quality: Quality): boolean {
  const { random } = it
  const answerAt = laterMoment(it.played.changedAt, planned)
  const { round } = it.played.enquiry
  const written = town.texts.answerText(random, it.scene, {
    officer: handler,
    answeredOn: dayOf(answerAt),
    quality,
    round,
    promisedOn: later(it.stage, dayOf(answerAt), random.int(3, 12)),
    answersApart: it.played.questions.some(question => question.round === round),
    withoutPromise: !random.chance(it.profile.promises),
  })
  const given = {
    text: written.body,
    contact: quality === 'good' ? `${handler.name}, ${handler.phone}` : '',
    mayShare: random.chance(0.7) ? !it.box.restricted : undefined,
    ...answersTo(it, written.answered),
    ...promised(it, written.promises, dayOf(answerAt), handler),
  }
  const reads = it.box.restricted || random.chance(rates.reviewed)
  const sent = reads
    ? reviewing(it, handler, given, answerAt)
    : step(it, 'answer', { ...given, secondPerson: false }, asPart(handler, 'holder'), answerAt)
  if (sent) promises(it, handler)
  return sent
}

/** Within the target or past it, as often as this mailbox manages; counted on the clock as it stands. */
function answerMoment({ stage, random, profile, played }: Telling, ready: Date, round: number): Date {
  const { clockFrom, dueOn, limitWorkingDays } = played.enquiry
  const inTime = random.chance(profile.inTarget)
  // what is easy is answered soon, and most is easy
  const soonest = round > 1 || limitWorkingDays <= 5 ? 1 : 2
  const onTime = Math.min(random.int(soonest, limitWorkingDays), random.int(soonest, limitWorkingDays))
  const overBy = random.chance(profile.veryLate) ? random.int(6, 16) : random.int(1, 5)
  const day = inTime ? later(stage, clockFrom, onTime) : later(stage, dueOn ?? clockFrom, overBy)
  return laterMoment(minutesAfter(ready, 30), atWork(random, laterOf(workingDayFrom(stage, dayOf(ready), 0), day)))
}

/** Whoever sees that it will be late asks for time before it is; the second time it takes the head of service. */
function extending(it: Telling, handler: Player, from: Date, answerAt: Date): void {
  const { random, stage, box, played } = it
  const above = box.restricted ? box.owner : box.head
  const tries = [
    { share: rates.extended, by: asPart(handler, 'holder'), says: 'extended' as const },
    ...(above
      ? [
          {
            share: rates.extendedAgain,
            by: asPart(above, box.restricted ? 'owner' : 'head'),
            says: 'extendedAgain' as const,
          },
        ]
      : []),
  ]
  for (const { share, by, says } of tries) {
    const due = toldDueOn(played.enquiry)
    if (!due || due >= dayOf(answerAt) || !random.chance(share)) return
    const at = laterMoment(from, atWork(random, later(stage, due, -random.int(1, 2))))
    if (dayOf(at) >= due || dayOf(played.changedAt) >= due) return
    const furthest = later(stage, due, 10)
    const wished = laterOf(dayOf(answerAt), later(stage, due, 2))
    const newDueOn = wished < furthest ? wished : furthest
    if (!step(it, 'extend', { newDueOn, text: saying(random, it.scene, says), mostWorkingDays: 10 }, by, at)) return
  }
}

/** While it takes its time: the member hears how it stands, adds something, and chases once it is late. */
function meanwhile(it: Telling, handler: Player, member: MemberPlayer, from: Date, answerAt: Date): boolean {
  const { random, stage, scene } = it
  if (random.chance(rates.adds)) {
    const at = atHome(random, workingDayFrom(stage, dayOf(from), 1))
    const added = { text: saying(random, scene, 'addition') }
    if (at < answerAt && !step(it, 'reply', added, writer(it, member), at, { via: 'email' })) return false
  }
  return updates(it, handler, from, answerAt) && chases(it, handler, member, answerAt)
}

/** Whoever sees that it takes longer tells the member how it stands, most before the first days are over. */
function updates(it: Telling, handler: Player, from: Date, answerAt: Date): boolean {
  const { random, stage, played } = it
  const { nextUpdateOn: next, clockFrom } = played.enquiry
  if (!next || !random.chance(rates.updated)) return true
  const soon = later(stage, clockFrom, random.int(3, 5))
  const on = soon > dayOf(from) && random.chance(rates.updatedSoon) ? soon : next
  return on <= dayOf(from) || saysHowItStands(it, handler, atWork(random, workingDayFrom(stage, on, 0)), answerAt)
}

/** A word to the member before there is an answer; none where the answer comes first. */
function saysHowItStands(it: Telling, handler: Player, planned: Date, answerAt: Date): boolean {
  const { random, stage, played } = it
  const at = laterMoment(played.changedAt, planned)
  if (at >= answerAt) return true
  const nextOn = laterOf(later(stage, dayOf(at), 5), played.enquiry.dueOn ?? dayOf(at))
  const text = town.texts.holdingText(random, it.scene, handler, { nextOn })
  return step(it, 'update', { text, nextUpdateOn: nextOn }, asPart(handler, 'holder'), at)
}

function chases(it: Telling, handler: Player, member: MemberPlayer, answerAt: Date): boolean {
  const { random, stage, scene, played } = it
  const due = toldDueOn(played.enquiry)
  if (!due || due >= dayOf(answerAt) || !random.chance(rates.chasedWhenLate)) return true
  for (const after of [random.int(1, 3), random.int(5, 7)]) {
    const at = atHome(random, later(stage, due, after))
    if (at >= answerAt) return true
    const text = random.chance(0.85) ? town.texts.chaseText(random, scene, { dueOn: due }) : ''
    if (!chasing(it, text, writer(it, member), at)) return false
    const soon = atWork(random, workingDayFrom(stage, dayOf(at), 1))
    if (owedAnswer(played.enquiry) && random.chance(rates.toldWhenOwed))
      if (!saysHowItStands(it, handler, soon, answerAt)) return false
  }
  return true
}

/** The second chase is owed an answer, which is kept among the promises. */
function chasing(it: Telling, text: string, by: Actor, at: Date): boolean {
  const { stage, cast, played } = it
  const given = { text, owedWithin: 2, owedId: stage.newId(), hearers: hearersIn(cast, played.enquiry) }
  const decided = playsAt(it, 'chase', given, by, at, { via: 'email' })
  for (const event of decided?.events ?? [])
    if (event.type === 'chased' && event.owed)
      played.promises.push({ ...event.owed, messageId: event.messageId ?? null, words: owedWords, who: '' })
  return decided !== undefined
}

/** The answer came back: it counts as never given, and is sent again once the address is right. */
function comesBack(it: Telling): boolean {
  const { random, played } = it
  const standing = answersStanding(played.history)
  const { messageId: message } = standing.at(-1)!
  const promised = played.promises.filter(it => it.messageId === message).map(it => it.id)
  const at = minutesAfter(played.changedAt, random.int(2, 50))
  return (
    timely(it, 'undeliver', { message, standing, promised }, at) &&
    timely(it, 'file', { text: saying(random, it.scene, 'bounced') }, minutesAfter(at, 1))
  )
}

const nextMorning = ({ random, stage, played }: Telling): Date =>
  atWork(random, workingDayFrom(stage, dayOf(played.changedAt), 1))

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
