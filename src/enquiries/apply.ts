import type { Pause } from '#clock/door.ts'
import { laterOf, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { afterGiving, afterWords, owedAgain } from './climb/fold.ts'
import { contributionsAfter, nothingAsked } from './contribution/fold.ts'
import type { Enquiry, Relation } from './enquiry.ts'
import type { ClockSet, EnquiryEvent, Received, Recorded, TookIn } from './events.ts'
import { givenTo, goesBackTo, heldBy, statusOfHolding, staysThere } from './holding.ts'
import { movedTo } from './move/fold.ts'
import { partnerHas } from './hand-over/partner-has.ts'
import { promisesAfter } from './keep-promise/fold.ts'
import { restrictedTo } from './restrict/fold.ts'
import { clockIn, strictestOf } from './join/strictest-clock.ts'

/** Where an enquiry stands after everything that happened to it. The stored row must always equal this. */
export function replay(id: string, reference: Reference, history: readonly Recorded[]): Enquiry {
  const [first, ...later] = history
  if (first?.event.type !== 'received') throw new Error(`${reference} does not begin with its receipt`)
  return later.reduce(apply, begin(id, reference, first.event, first.on))
}

/** The enquiry as its receipt makes it; `on` is the day it was registered. */
export function begin(id: string, reference: Reference, it: Received, on: Day): Enquiry {
  const { type: _type, messageId: _messageId, ...facts } = it
  return {
    ...facts,
    id,
    reference,
    version: 1,
    holderId: null,
    accepted: false,
    assignedOn: null,
    rightMailboxId: null,
    status: 'new',
    submittedBy: null,
    round: 1,
    registeredOn: on,
    clockFrom: it.receivedOn,
    pauses: [],
    extensions: [],
    agreedDueOn: null,
    headlineDueOn: it.dueOn,
    acknowledgedOn: null,
    nextUpdateOn: null,
    answeredOn: null,
    firstAnsweredOn: null,
    closedOn: null,
    outcome: null,
    laneOn: null,
    promises: [],
    chases: 0,
    climbed: [],
    saidOn: null,
    links: [],
    setLeadId: null,
    contributions: [],
    handedOver: null,
  }
}

/** One event later. Total: whatever the rules allowed is applied without asking again. */
export function apply(enquiry: Enquiry, { event, on }: Pick<Recorded, 'event' | 'on'>): Enquiry {
  // made anew once and completed then: to copy it twice takes twice as long, and histories are folded all the time
  const changed = Object.assign({ ...enquiry }, changes(enquiry, event, on), { version: enquiry.version + 1 })
  return Object.assign(changed, afterGiving(enquiry, changed, event), afterWords(changed, event, on))
}

function changes(enquiry: Enquiry, event: EnquiryEvent, on: Day): Partial<Enquiry> {
  switch (event.type) {
    case 'received':
      throw new Error(`${enquiry.reference} was received twice`)
    case 'allocated':
      return { status: 'assigned', ...givenTo(event.to, on) }
    case 'taken':
    case 'accepted':
      return {
        status: 'in-progress',
        ...heldBy(event.by),
        acknowledgedOn: enquiry.acknowledgedOn ?? on,
        nextUpdateOn: event.nextUpdateOn,
      }
    case 'declined':
      return { status: 'new', ...heldBy(null), rightMailboxId: event.rightMailboxId }
    case 'climbed':
      return {
        climbed: [...enquiry.climbed, { rung: event.rung, trueOn: event.trueOn }],
        ...(event.nextUpdateOn && { nextUpdateOn: event.nextUpdateOn }),
      }
    case 'reassigned':
      return { ...givenTo(event.to, on), ...(!staysThere(enquiry) && { status: 'assigned' }) }
    case 'released':
      return { ...heldBy(null), ...(!staysThere(enquiry) && { status: 'new' }) }
    case 'moved':
      return movedTo(enquiry, event)
    case 'restricted':
      return restrictedTo(enquiry, event)
    case 'kind-changed':
      return { kind: event.kind, ...clockSet(enquiry, event) }
    case 'stage-begun':
      return clockSet(enquiry, event)
    case 'place-set':
      return { wardId: event.wardId }
    case 'topic-set':
      return { topicId: event.topicId }
    case 'asked':
      return {
        status: 'waiting-for-member',
        pauses: [...enquiry.pauses, { askedOn: on }],
        ...due(enquiry, event.dueOn, event.agreedDueOn),
      }
    case 'extended':
      return {
        extensions: [...enquiry.extensions, { on, workingDays: event.workingDays, dueOn: event.agreedDueOn }],
        agreedDueOn: event.agreedDueOn,
      }
    case 'resumed':
      return {
        status: statusOfHolding(enquiry),
        pauses: resumed(enquiry.pauses, on),
        ...due(enquiry, event.dueOn, event.agreedDueOn),
      }
    case 'question-undelivered':
      return {
        status: statusOfHolding(enquiry),
        saidOn: null,
        pauses: enquiry.pauses.filter(pause => pause.repliedOn !== undefined),
        ...due(enquiry, event.dueOn, event.agreedDueOn),
      }
    case 'wrote-after-answer':
      return { laneOn: enquiry.laneOn ?? on }
    case 'looked-at':
      return { laneOn: null }
    case 'handed-over':
      return { status: 'with-partner', handedOver: partnerHas(event, on) }
    case 'partner-silent':
      return { handedOver: { ...enquiry.handedOver!, reminded: on } }
    case 'partner-answered':
    case 'partner-declined':
    case 'taken-back':
    case 'hand-over-ended':
      return { status: statusOfHolding(enquiry), handedOver: null }
    case 'submitted':
      return { status: 'in-review', submittedBy: event.by }
    case 'returned':
    case 'review-ended':
      return { status: 'in-progress', submittedBy: null }
    case 'answered':
      return {
        status: 'answered',
        submittedBy: null,
        answeredOn: on,
        firstAnsweredOn: enquiry.firstAnsweredOn ?? on,
        nextUpdateOn: null,
        laneOn: null,
        pauses: resumed(enquiry.pauses, on),
        promises: [...enquiry.promises, ...event.promises],
      }
    case 'answer-undelivered':
      return {
        status: statusOfHolding(enquiry),
        answeredOn: null,
        firstAnsweredOn: event.firstAnsweredOn,
        closedOn: null,
        outcome: null,
        laneOn: null,
        saidOn: null,
        promises: enquiry.promises
          .filter(it => it.keptOn !== undefined || !event.promises.includes(it.id))
          .map(it => (it.owed && it.keptOn === enquiry.answeredOn ? owedAgain(it) : it)),
      }
    case 'agreed':
      return closing(on, 'resolved-by-member')
    case 'withdrawn':
      return { ...closing(on, 'withdrawn'), ...nothingAsked(enquiry, on), pauses: resumed(enquiry.pauses, on) }
    case 'closed':
      return { ...closing(on, event.outcome), ...nothingAsked(enquiry, on), pauses: resumed(enquiry.pauses, on) }
    case 'disagreed':
      return { ...nextRound(enquiry, on, event.limitWorkingDays, event.dueOn), status: statusOfHolding(enquiry) }
    case 'reopened':
      return {
        ...nextRound(enquiry, on, event.limitWorkingDays, event.dueOn),
        ...goesBackTo(enquiry, event.holderId, on),
      }
    case 'linked':
      return { links: [...enquiry.links, { to: event.to, as: event.as }] }
    case 'unlinked':
      return { links: without(enquiry, event.to, event.as) }
    case 'joined':
      return {
        ...closing(on, 'joined'),
        restricted: event.restricted,
        mailboxId: event.mailboxId,
        ...heldBy(null),
        links: [...enquiry.links, { to: event.to, as: 'joined-to' }],
      }
    case 'took-in':
      return { ...tookIn(enquiry, event), links: [...enquiry.links, { to: event.enquiry, as: 'took-in' }] }
    case 'unjoined':
      return { ...event.restored, links: without(enquiry, event.from, 'joined-to') }
    case 'gave-back':
      return { ...event.restored, links: without(enquiry, event.enquiry, 'took-in') }
    case 'added-to-set':
    case 'set-lead-changed':
      return { setLeadId: event.lead }
    case 'left-set':
      return { setLeadId: null }
    case 'updated-member':
      return { nextUpdateOn: event.nextUpdateOn }
    case 'contribution-asked':
    case 'contribution-given':
    case 'contribution-withdrawn':
    case 'contribution-reminded':
      return contributionsAfter(enquiry, event, on)
    case 'chased':
      return {
        chases: enquiry.chases + 1,
        ...(event.owed && { promises: [...enquiry.promises, { ...event.owed, owed: true }] }),
      }
    case 'promise-kept':
    case 'promise-reminded':
    case 'promise-lapsed':
    case 'promise-broken':
      return promisesAfter(enquiry, event, on)
    case 'due-date-changed':
      return due(enquiry, event.dueOn, event.agreedDueOn)
    case 'member-wrote':
    case 'reminded':
    case 'set-widened':
    case 'noted':
    case 'mail-filed':
      return {}
  }
}

const without = ({ links }: Enquiry, to: string, as: Relation): Enquiry['links'] =>
  links.filter(it => it.to !== to || it.as !== as)

/**
 * The earliest receipt and the strictest due date of both (domain, section 2): of two running clocks the one that is due
 * first counts on, with what was agreed on it only while that is no later than the other. A wait for the member is over.
 */
function tookIn(enquiry: Enquiry, { receivedOn, clock, waitEnds }: TookIn): Partial<Enquiry> {
  const ended = waitEnds && {
    pauses: resumed(enquiry.pauses, waitEnds.repliedOn),
    dueOn: waitEnds.dueOn,
    agreedDueOn: waitEnds.agreedDueOn ?? null,
  }
  const { dueOn, agreedDueOn, ...strictest } = strictestOf({ ...clockIn(enquiry), ...ended }, clock)
  return {
    receivedOn: receivedOn < enquiry.receivedOn ? receivedOn : enquiry.receivedOn,
    ...strictest,
    ...due(enquiry, dueOn, agreedDueOn),
    ...(enquiry.status === 'waiting-for-member' && waitEnds && { status: statusOfHolding(enquiry) }),
  }
}

/** The due date of round 1 is also the one by which timeliness is judged. */
const due = (enquiry: Enquiry, dueOn: Day | null, agreedDueOn: Day | null = null): Partial<Enquiry> =>
  enquiry.round === 1 ? { dueOn, agreedDueOn, headlineDueOn: dueOn } : { dueOn, agreedDueOn }

/** Another clock begins: what was agreed on the one before does not hold on this one. */
const clockSet = (enquiry: Enquiry, { clockFrom, limitWorkingDays, dueOn }: ClockSet): Partial<Enquiry> => ({
  clockFrom,
  limitWorkingDays,
  extensions: [],
  ...due(enquiry, dueOn),
})

const closing = (on: Day, outcome: Enquiry['outcome']): Partial<Enquiry> => ({
  status: 'closed',
  submittedBy: null,
  handedOver: null,
  closedOn: on,
  outcome,
  laneOn: null,
  nextUpdateOn: null,
})

const nextRound = (enquiry: Enquiry, on: Day, limitWorkingDays: number, dueOn: Day): Partial<Enquiry> => ({
  round: enquiry.round + 1,
  clockFrom: on,
  limitWorkingDays,
  dueOn,
  pauses: [],
  extensions: [],
  agreedDueOn: null,
  answeredOn: null,
  closedOn: null,
  outcome: null,
  laneOn: null,
  climbed: [],
  saidOn: null,
})

/** What reached us before its question was sent, and was filed only afterwards, counts from the question. */
const resumed = (pauses: readonly Pause[], on: Day): readonly Pause[] =>
  pauses.map(pause => (pause.repliedOn === undefined ? { ...pause, repliedOn: laterOf(on, pause.askedOn) } : pause))
