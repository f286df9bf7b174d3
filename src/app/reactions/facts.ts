import { currentCalendar, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { newestKnownMessages } from '#mail/door.ts'
import { personsById, type Person } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type {
  Contribution,
  HandedOver,
  Enquiry,
  EnquiryEvent,
  EventType,
  ExpectedOf,
  Recorded,
  Viewed,
} from '#enquiries/door.ts'
import {
  contributionById,
  handOverOf,
  enquiryById,
  eventsWithWords,
  expectedAmong,
  promisesOf,
  viewEnquiries,
  watchersOf,
  type EventWords,
  type Names,
} from '#enquiries/door.ts'
import { peopleBook, type PeopleBook } from './people-book.ts'

/** All that a reaction may need to know about one event. */
export type Facts = EventWords & {
  readonly eventId: string
  readonly recorded: Recorded
  readonly event: EnquiryEvent
  readonly enquiry: Enquiry
  readonly names: Names
  readonly calendar: Calendar
  readonly member: Person
  readonly holder: Person | undefined
  /** who did it; undefined when the council's timetable did */
  readonly doer: Person | undefined
  /** whose words they are: the doer’s, unless a second person sent what somebody else had written */
  readonly writer: Person | undefined
  /** the other enquiry, where the event is about two */
  readonly other: Enquiry | undefined
  /** who hears that it climbed, and what they may be shown: those who do not see it get its number alone */
  readonly told: readonly Hearer[]
  /** the mailbox's owner and deputy where the event concerns them too */
  readonly owners: readonly Person[]
  /** who may read an answer before it goes, and hears that one waits */
  readonly readers: readonly Person[]
  /** who hears of new work in the mailbox: whoever of those responsible is there */
  readonly onDuty: readonly Person[]
  /** how long answers to the like of it take, where a receipt says so */
  readonly expected: ReturnType<ExpectedOf>
  /** the part of an answer that the event is about */
  readonly contribution: Contribution | undefined
  /** who asked for it */
  readonly asker: Person | undefined
  /** the people of the partner, where the event concerns them */
  readonly partners: readonly Person[]
  readonly handOver: HandedOver | undefined
  readonly allPromises: readonly EventWords['promises'][number][]
  readonly watchers: readonly string[]
  /** the Message-ID that a mail about it answers */
  readonly answering: string | undefined
}

/** Of one event; undefined when it is gone. */
export const factsOf = async (tx: Tx, eventId: string): Promise<Facts | undefined> =>
  (await factsOfAll(tx, [eventId]))[0]

/** Of several, asked for together, in the order of their events; of those that are gone there are none. */
export async function factsOfAll(tx: Tx, eventIds: readonly string[]): Promise<Facts[]> {
  const found = await eventsWithWords(tx, eventIds)
  if (found.length === 0) return []
  const ids = [...new Set(found.map(it => it.enquiryId))]
  const [viewed, calendar, watchers, answering] = await Promise.all([
    viewEnquiries(tx, [...new Set(found.map(it => it.reference))]),
    currentCalendar(tx),
    watchersOf(tx, ids),
    newestKnownMessages(tx, ids),
  ])
  const told = found.flatMap(it => {
    const known = viewed.get(it.reference)
    return known ? [{ ...it, ...known, event: it.recorded.event }] : []
  })
  const expected = await expectedAmong(
    tx,
    told.filter(saysHowLong).map(it => it.enquiry),
  )
  const people = await peopleBook(tx, told.flatMap(concerned))
  const facts: Facts[] = []
  // one after the other: some look with somebody else's sight, and no other question may come between
  for (const it of told) {
    const around = await whatIsAround(tx, it, people)
    facts.push({
      ...it,
      ...around,
      calendar,
      expected: saysHowLong(it) ? expected(it.enquiry) : undefined,
      watchers: watchers.get(it.enquiryId) ?? [],
      answering: answering.get(it.enquiryId),
    })
  }
  return facts
}

type Told = EventWords & Viewed & { readonly eventId: string; readonly event: EnquiryEvent }

const saysHowLong = ({ event, enquiry }: Told): boolean => event.type === 'received' && !enquiry.restricted

const writerOf = ({ event, recorded }: Told): string | null =>
  ('writtenBy' in event ? event.writtenBy : undefined) ?? recorded.by

const concerned = (it: Told): string[] =>
  [it.enquiry.memberId, it.enquiry.holderId, it.recorded.by, writerOf(it)].filter(id => id !== null)

/** What only some events need. */
async function whatIsAround(tx: Tx, it: Told, people: PeopleBook) {
  const { enquiry, event, recorded } = it
  const { mailboxId } = enquiry
  const [otherId, partner] = [otherIn(event), partnerIn(event)]
  const contribution = 'contributionId' in event ? await contributionById(tx, event.contributionId) : undefined
  const [member, holder, doer, writer, asker] = await people.byId([
    enquiry.memberId,
    enquiry.holderId,
    recorded.by,
    writerOf(it),
    contribution?.askedBy ?? null,
  ])
  return {
    member: member!,
    holder,
    doer,
    writer,
    contribution,
    asker,
    told: await toldOf(tx, event, enquiry),
    owners: tellsOwners.has(event.type) && mailboxId ? await ownersOf(people, mailboxId, recorded.on) : [],
    partners: partner ? await peopleOf(people, partner, recorded.on) : [],
    handOver: partner ? await handOverOf(tx, enquiry.id) : undefined,
    readers: event.type === 'submitted' && mailboxId ? await readersAt(people, mailboxId, event.by, recorded.on) : [],
    onDuty: brings.has(event.type) && mailboxId ? await onDutyAt(people, mailboxId, recorded.on) : [],
    allPromises: enquiry.promises.length > 0 ? await promisesOf(tx, enquiry.id) : [],
    other: otherId ? await enquiryById(tx, otherId) : undefined,
  }
}

const tellsOwners: ReadonlySet<EventType> = new Set([
  'chased',
  'promise-reminded',
  'promise-lapsed',
  'answer-undelivered',
  'question-undelivered',
  'declined',
  'partner-silent',
  'taken-back',
])

export type Hearer = { readonly person: Person; readonly sees: boolean }

/** Who was told of a step, with their sight now: late work climbs past those who may read it. */
async function toldOf(tx: Tx, event: EnquiryEvent, { id }: Enquiry): Promise<Hearer[]> {
  if (event.type !== 'climbed' || event.told.length === 0) return []
  const told: Hearer[] = []
  for (const person of await personsById(tx, event.told)) {
    const seen = await seeingAs(tx, person.id, 'system', () => enquiryById(tx, id))
    told.push({ person, sees: seen !== undefined })
  }
  return told
}

function otherIn(event: EnquiryEvent): string | undefined {
  if (event.type === 'joined') return event.to
  if (event.type === 'unjoined') return event.from
  return event.type === 'took-in' ? event.enquiry : undefined
}

async function ownersOf(people: PeopleBook, mailboxId: string, on: Day): Promise<Person[]> {
  const named = await people.namedIn(mailboxId, on)
  return people.all(named.filter(it => it.part === 'owner' || it.part === 'deputy'))
}

/**
 * A second person for an answer: whoever runs the mailbox and did not write it, else its responders. Those who are away
 * hear of it only when nobody is there.
 */
async function readersAt(people: PeopleBook, mailboxId: string, writer: string, on: Day): Promise<Person[]> {
  const others = (await people.namedIn(mailboxId, on)).filter(it => it.personId !== writer)
  const present = others.some(it => !it.absent) ? others.filter(it => !it.absent) : others
  const responsible = present.filter(it => it.part !== 'responder')
  return people.all(responsible.length > 0 ? responsible : present)
}

/** The partner’s mailbox, where an event concerns its people. */
const partnerIn = (event: EnquiryEvent): string | undefined =>
  event.type === 'handed-over' ||
  event.type === 'partner-silent' ||
  event.type === 'taken-back' ||
  event.type === 'hand-over-ended'
    ? event.to
    : undefined

const peopleOf = async (people: PeopleBook, mailboxId: string, on: Day): Promise<Person[]> =>
  people.all(await people.namedIn(mailboxId, on))

const brings: ReadonlySet<EventType> = new Set(['received', 'moved', 'restricted'])

/** The owner; the deputy while the owner is away; a restricted mailbox is its proper officer's. All when nobody is there. */
async function onDutyAt(people: PeopleBook, mailboxId: string, on: Day): Promise<Person[]> {
  const responsible = (await people.namedIn(mailboxId, on)).filter(it => it.part !== 'responder')
  const rank = (['proper-officer', 'owner', 'deputy'] as const).find(part =>
    responsible.some(it => it.part === part && !it.absent),
  )
  return people.all(responsible.filter(it => rank === undefined || (it.part === rank && !it.absent)))
}
