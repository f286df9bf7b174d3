import { limitOfKind, type Actor, type Channel, type Kind } from '#enquiries/door.ts'
import { dayOf, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { answering } from './answering.ts'
import { asking } from './asking.ts'
import { asPart, type Box, type Cast, type MemberPlayer, type Player } from './cast.ts'
import { contributing } from './contributing.ts'
import { ending } from './ending.ts'
import { changingKind, closingOtherwise, noting } from './otherwise.ts'
import { withPartner } from './partner-story.ts'
import { opens, type Born, type Stage } from './stage.ts'
import { handingOn, namingPlace, namingTopic, reachesItsMailbox, taking, type Held } from './taking.ts'
import { atHome, minutesAfter, soonAfter, step, workingDayFrom, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import type { Random } from './town/random.ts'
import { isSaidBy, whereOf } from './where.ts'
import { town } from './town/town.ts'

/** How one enquiry begins, as the plan of the year has it. */
export type Beginning = {
  readonly reference: Reference
  readonly member: MemberPlayer
  readonly topic: string
  readonly kind: Kind
  readonly box: Box
  /** the mailbox it comes to first by mistake */
  readonly wrongBox: Box | undefined
  readonly channel: Channel
  readonly direct: boolean
  readonly receivedOn: Day
  /** the moment it is put on record */
  readonly at: Date
}

/** What a story is told with. */
export type Teller = { readonly stage: Stage; readonly cast: Cast; readonly random: Random; readonly until: Date }

const rates = town.volumes.otherRates

/** Puts an enquiry on record. `place` chooses what it is about: the same again, and it is the same matter. */
export function begun({ stage, cast, random, until }: Teller, it: Beginning, place: Random, born?: Born): Telling {
  const scene = town.texts.sceneOf(place, {
    topic: it.topic,
    member: it.member.member,
    ward: it.member.ward,
    receivedOn: it.receivedOn,
  })
  const written = town.texts.enquiryText(random, scene, it.channel)
  const { by, as } = whoRecords(cast, random, it)
  const first = it.wrongBox ?? it.box
  const kind = first.restricted ? 'restricted' : it.kind
  const played = opens(
    stage,
    {
      reference: it.reference,
      memberId: it.member.id,
      raisedBy: by.person,
      kind,
      channel: it.channel,
      direct: it.direct,
      restricted: first.restricted,
      topicId: it.wrongBox ? null : (cast.topicId.get(it.topic) ?? null),
      wardId: it.member.wardId,
      mailboxId: first.id,
      receivedOn: it.receivedOn,
      limitWorkingDays: limitOfKind(kind, stage.limits) ?? first.limitWorkingDays,
      subject: written.subject,
      text: written.body,
      constituent: random.chance(0.6) ? `${scene.resident.title} ${scene.resident.first} ${scene.resident.last}` : null,
      place: first.restricted || it.box.restricted || !isSaidBy(scene, 'raiser') ? null : whereOf(scene),
      at: it.at,
      by,
      as,
    },
    born,
  )
  const profile = town.volumes.mailboxProfiles.get(it.box.key)!
  return { stage, cast, random, profile, scene, box: it.box, until, played, agenda: [] }
}

function whoRecords(
  cast: Cast,
  random: Random,
  { channel, member, box, wrongBox, direct }: Beginning,
): { by: Actor; as: 'member' | 'assistant' | 'member-services' } {
  const byMember = channel === 'web' || channel === 'email'
  if (byMember && member.assistant && random.chance(0.35))
    return { by: asPart(member.assistant, 'assistant'), as: 'assistant' }
  if (byMember) return { by: asPart(member, 'member'), as: 'member' }
  const { responders } = wrongBox ?? box
  return { by: asPart(random.pick(direct ? responders : cast.oneStop), 'member-services'), as: 'member-services' }
}

/** From its receipt until somebody has it in hand. Undefined where nobody has yet, or where it ended at once. */
export function reachesSomebody(it: Telling, beginning: Beginning): Held | undefined {
  const { random, box } = it
  const onTheSpot = beginning.channel === 'phone' || beginning.channel === 'in-person'
  if (onTheSpot && !beginning.wrongBox && random.chance(0.3)) return answeredAtOnce(it, beginning)
  const from = beginning.wrongBox ? reachesItsMailbox(it, beginning.wrongBox, beginning.at) : beginning.at
  const taken = from && taking(it, random.weighted(box.responders, eagerness(box)), from)
  return taken && inHand(it, taken)
}

/** Some take much more than others: a share each, the first three times as much as the last. */
const eagerness =
  ({ responders }: Box) =>
  (it: Player): number =>
    3 - (2 * responders.indexOf(it)) / Math.max(responders.length - 1, 1)

function answeredAtOnce(it: Telling, { at }: Beginning): undefined {
  const officer = it.random.pick(it.box.responders)
  const text = town.texts.spokenAnswer(it.random, it.scene, officer)
  const since = minutesAfter(at, it.random.int(3, 20))
  step(it, 'answer-at-once', { text }, asPart(officer, 'responder'), since)
  ending(it, { handler: officer, since }, undefined, 'good')
}

function inHand(it: Telling, taken: Held): Held | undefined {
  namingTopic(it, taken)
  namingPlace(it, taken)
  if (it.random.chance(0.2)) noting(it, taken)
  if (!it.box.restricted && it.random.chance(rates.kindChanged)) changingKind(it, taken)
  return handingOn(it, taken)
}

/** From the hands of its handler to its end, or to today. */
export function goesOn(it: Telling, held: Held, member: MemberPlayer, answerAt?: Date): void {
  const { random } = it
  if (!answerAt && random.chance(rates.withdrawn)) return withdrawn(it, member, held.since)
  if (!answerAt && random.chance(rates.closedOtherwise)) return closingOtherwise(it, held)
  const ready = answerAt ? held.since : readyToAnswer(it, held, member)
  const quality = ready && answering(it, held, member, { from: ready, ...(answerAt && { at: answerAt }) })
  if (!quality) return
  if (random.chance(rates.awayNote)) away(it)
  ending(it, held, member, quality)
}

/** What has to be asked first: of the member, of somebody who knows a part of it, or of a partner. */
function readyToAnswer(it: Telling, held: Held, member: MemberPlayer): Date | undefined {
  const { random, profile, box } = it
  const ready = random.chance(profile.asks) ? asking(it, held, member) : held.since
  const known = ready && !box.restricted && random.chance(rates.contributions) ? contributing(it, held, ready) : ready
  return known && withPartner(it, held, known)
}

function withdrawn(it: Telling, member: MemberPlayer, after: Date): void {
  const at = atHome(it.random, workingDayFrom(it.stage, dayOf(after), it.random.int(1, 4)))
  const given = { text: town.texts.withdrawalText(it.random, it.scene) }
  step(it, 'withdraw', given, asPart(member, 'member'), at, { via: 'email' })
}

/** The member's mail answers by itself: it is kept with the enquiry and changes nothing. */
function away(it: Telling): void {
  const given = { text: saying(it.random, it.scene, 'outOfOffice') }
  step(
    it,
    'file',
    given,
    { person: null, name: 'One Stop', parts: ['system'] },
    soonAfter(it.random, it.played.changedAt),
    {
      via: 'email',
    },
  )
}
