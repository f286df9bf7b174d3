import type { Enquiry } from '#enquiries/door.ts'
import { dayOf } from '#kernel/day.ts'
import { meanwhile } from './agenda.ts'
import { asPart } from './cast.ts'
import { later, laterMoment, type Born } from './stage.ts'
import { begun, goesOn, reachesSomebody, type Beginning, type Teller } from './story.ts'
import { present, type Held } from './taking.ts'
import { atHome, atWork, minutesAfter, playsAt, step, workingDayFrom, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import type { Random } from './town/random.ts'
import { town } from './town/town.ts'

/** How one enquiry belongs to an earlier one about the same matter. */
export type Echo = 'again' | 'colleague' | 'follow-up' | 'related'

/** An enquiry that belongs to another one and is told with it. */
export type Cue = { readonly as: Echo; readonly beginning: Beginning; readonly teller: Teller }

const rates = town.volumes.otherRates

/**
 * Tells an enquiry from its receipt to its end, or to today, together with those that belong to it. Every step is
 * decided by the real rule of its act. `place` gives the same choices each time: what the matter is and where.
 */
export function tellTogether(teller: Teller, first: Beginning, place: () => Random, cues: readonly Cue[]): Telling[] {
  const it = begun(teller, first, place())
  const begin = (cue: Cue, born?: Born) => begun(cue.teller, cue.beginning, place(), born)
  const held = reachesSomebody(it, first)
  const again = cues.filter(cue => cue.as === 'again').map(cue => joins(it, held, cue, begin(cue)))
  const set = held
    ? gathers(
        it,
        held,
        cues.filter(cue => cue.as === 'colleague'),
        begin,
      )
    : []
  if (held) goesOn(it, held, first.member)
  if (held) for (const one of set) endsInSet(one, it, held)
  const alone = cues.filter(cue => !held && cue.as === 'colleague').map(cue => onItsOwn(cue, begin(cue)))
  const after = cues
    .filter(cue => cue.as === 'follow-up' || cue.as === 'related')
    .map(cue => (cue.as === 'follow-up' && followsUp(it, first, held, cue, begin)) || linked(it, cue, begin(cue)))
  return [it, ...again, ...set.map(({ one }) => one), ...alone, ...after]
}

function onItsOwn({ beginning }: Cue, it: Telling): Telling {
  const held = reachesSomebody(it, beginning)
  if (held) goesOn(it, held, beginning.member)
  return it
}

/** The same member asks again before there is an answer: joined to the first, and now and then found to be another matter. */
function joins(lead: Telling, held: Held | undefined, cue: Cue, it: Telling): Telling {
  const { random, scene, box, stage } = it
  if (!held || lead.played.enquiry.status === 'answered') return onItsOwn(cue, it)
  const owner = asPart(box.owner, 'owner')
  const others = { others: [lead.played] }
  const found = { enquiry: lead.played.enquiry, parts: owner.parts }
  const why = saying(random, scene, 'joinedBecause')
  const at = workTime(it, laterMoment(lead.played.changedAt, cue.beginning.at))
  const joined = { other: lead.played.enquiry.reference, why, found }
  if (!step(it, 'join', joined, owner, at, others) || !random.chance(rates.separated)) return it
  const apart = {
    why: random.chance(0.7) ? saying(random, scene, 'separatedBecause') : '',
    lead: lead.played.enquiry,
    history: it.played.history,
    leadHistory: lead.played.history,
    lastHolder: undefined,
  }
  const on = workingDayFrom(stage, dayOf(at), random.int(0, 2))
  return step(it, 'unjoin', apart, owner, atWork(random, on), others) ? onItsOwn(cue, it) : it
}

/** The next time at which somebody is at work. */
function workTime({ random, stage }: Telling, from: Date): Date {
  const sameDay = atWork(random, workingDayFrom(stage, dayOf(from), 0))
  return sameDay > from ? sameDay : atWork(random, later(stage, dayOf(from), 1))
}

type InSet = { readonly one: Telling; readonly cue: Cue; readonly held: Held | undefined }

/** Ward colleagues ask about the same matter: their enquiries make a set, in which one leads. */
function gathers(lead: Telling, held: Held, cues: readonly Cue[], begin: (cue: Cue) => Telling): InSet[] {
  const { played } = lead
  const set: InSet[] = []
  const by = asPart(held.handler, 'holder')
  for (const cue of cues) {
    const one = begin(cue)
    const since = workTime(lead, laterMoment(played.changedAt, cue.beginning.at))
    const takes = step(one, 'take', {}, asPart(held.handler, 'responder'), since)
    set.push({ one, cue, held: takes ? { handler: held.handler, since: one.played.changedAt } : undefined })
    if (!takes) continue
    const found = { enquiry: played.enquiry, parts: by.parts }
    const given = {
      other: played.enquiry.reference,
      found,
      set: inSetOf(played.enquiry, [lead, ...set.map(it => it.one)]),
    }
    step(one, 'add-to-set', given, by, minutesAfter(one.played.changedAt, 5), { others: [played] })
  }
  rearranges(
    lead,
    set.map(it => it.one),
    held,
  )
  return set
}

const inSetOf = ({ setLeadId }: Enquiry, all: readonly Telling[]): Enquiry[] =>
  setLeadId === null ? [] : all.map(it => it.played.enquiry).filter(it => it.setLeadId === setLeadId)

/** Another one leads after all, or one of them is about something else. */
function rearranges(lead: Telling, rest: readonly Telling[], { handler }: Held): void {
  const { random, stage } = lead
  const all = [lead, ...rest]
  const by = asPart(handler, 'holder')
  const change = (one: Telling, name: string, why: string): void => {
    const set = inSetOf(one.played.enquiry, all)
    if (set.length === 0) return
    const last = all.map(it => it.played.changedAt).reduce(laterOfTwo)
    const at = laterMoment(last, atWork(random, workingDayFrom(stage, dayOf(last), random.int(0, 1))))
    step(one, name, { why, set }, by, at, { others: all.filter(it => it !== one).map(it => it.played) })
  }
  const [second] = rest
  if (second && random.chance(rates.otherLeads)) change(second, 'lead-set', '')
  if (rest.length > 1 && random.chance(rates.leavesSet))
    change(rest.at(-1)!, 'leave-set', saying(random, lead.scene, 'leftBecause'))
}

const laterOfTwo = (a: Date, b: Date): Date => (a > b ? a : b)

/** Each member of the set gets an own answer, right after the one that the work was done for. */
function endsInSet({ one, cue, held }: InSet, lead: Telling, leading: Held): void {
  if (!held) return
  const answered = lead.played.history.find(({ event }) => event.type === 'answered')
  if (!answered && lead.played.enquiry.status !== 'closed') return
  const answerAt = answered && minutesAfter(answered.at, one.random.int(5, 40))
  goesOn(one, { ...leading, since: laterMoment(held.since, one.played.changedAt) }, cue.beginning.member, answerAt)
}

/** The matter comes back when it is too late to open it again: a new enquiry follows on. Undefined where it cannot. */
function followsUp(
  it: Telling,
  first: Beginning,
  held: Held | undefined,
  { beginning, teller, as }: Cue,
  begin: (cue: Cue, born?: Born) => Telling,
): Telling | undefined {
  const { random, scene, stage, played } = it
  const { closedOn, outcome, mailboxId } = played.enquiry
  const late = closedOn !== null && dayOf(beginning.at) > later(stage, closedOn, stage.limits.reopen)
  if (!held || !late || outcome === 'joined' || mailboxId !== beginning.box.id) return undefined
  const newEnquiry = teller.stage.newId()
  const given = {
    text: saying(random, scene, 'followUp'),
    newEnquiry,
    subject: played.subject,
    constituent: played.constituent,
    written: '',
    mailbox: beginning.box.id,
    lastHolder: present(held.handler),
  }
  const decided = playsAt(it, 'follow-up', given, asPart(first.member, 'member'), beginning.at)
  if (!decided?.raises) return undefined
  const follower = { ...beginning, channel: 'web' as const, direct: false, kind: played.enquiry.kind }
  const next = begin({ as, beginning: follower, teller }, { id: newEnquiry, atOnce: decided.raises.atOnce })
  const taken = reachesSomebody(next, follower)
  if (taken) goesOn(next, taken, follower.member)
  return next
}

/** Somebody notices later that two enquiries have to do with each other, and now and then that they have not. */
function linked(it: Telling, cue: Cue, other: Telling): Telling {
  onItsOwn(cue, other)
  const { random, stage, played } = other
  const by = asPart(random.pick(it.cast.oneStop), 'member-services')
  const last = laterOfTwo(it.played.changedAt, played.changedAt)
  const as = cue.as === 'follow-up' ? 'follows' : 'related'
  const given = { other: it.played.enquiry.reference, as, found: { enquiry: it.played.enquiry, parts: by.parts } }
  const at = laterMoment(last, atWork(random, workingDayFrom(stage, dayOf(last), random.int(0, 1))))
  meanwhile(it, at < it.until ? at : it.until)
  if (!step(other, 'link', given, by, at, { others: [it.played] }) || !random.chance(rates.unlinked)) return other
  const apart = { ...given, found: { enquiry: it.played.enquiry, parts: by.parts } }
  step(other, 'unlink', apart, by, atHome(random, later(stage, dayOf(at), 1)), { others: [it.played] })
  return other
}
