import { currentCalendar, type Calendar } from '#clock/door.ts'
import { namedPeople } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import { personsById, type Person } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Contribution, HandedOver, Enquiry, EnquiryEvent, EventType, Recorded } from '#enquiries/door.ts'
import {
  contributionById,
  handOverOf,
  enquiryById,
  eventWithWords,
  expectedFor,
  promisesOf,
  viewEnquiry,
  type EventWords,
  type Names,
} from '#enquiries/door.ts'

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
  readonly told: readonly Told[]
  /** the mailbox's owner and deputy where the event concerns them too */
  readonly owners: readonly Person[]
  /** who may read an answer before it goes, and hears that one waits */
  readonly readers: readonly Person[]
  /** who hears of new work in the mailbox: whoever of those responsible is there */
  readonly onDuty: readonly Person[]
  /** how long answers to the like of it take, where a receipt says so */
  readonly expected: Awaited<ReturnType<typeof expectedFor>>
  /** the part of an answer that the event is about */
  readonly contribution: Contribution | undefined
  /** who asked for it */
  readonly asker: Person | undefined
  /** the people of the partner, where the event concerns them */
  readonly partners: readonly Person[]
  readonly handOver: HandedOver | undefined
  readonly allPromises: readonly EventWords['promises'][number][]
}

export async function factsOf(tx: Tx, eventId: string): Promise<Facts | undefined> {
  const found = await eventWithWords(tx, eventId)
  const viewed = found && (await viewEnquiry(tx, found.reference))
  if (!found || !viewed) return undefined
  const { enquiry, names } = viewed
  const { recorded } = found
  const otherId = otherIn(recorded.event)
  const contribution =
    'contributionId' in recorded.event ? await contributionById(tx, recorded.event.contributionId) : undefined
  const asked = contribution ? [contribution.askedBy] : []
  const writtenBy = ('writtenBy' in recorded.event ? recorded.event.writtenBy : undefined) ?? recorded.by
  const involved = [enquiry.memberId, enquiry.holderId, recorded.by, writtenBy, ...asked].filter(id => id !== null)
  const partner = partnerIn(recorded.event)
  const [calendar, told, people, owners, partners, handOver, readers, onDuty, allPromises, other, expected] =
    await Promise.all([
      currentCalendar(tx),
      toldOf(tx, recorded.event, enquiry),
      personsById(tx, [...new Set(involved)]),
      tellsOwners.has(recorded.event.type) && enquiry.mailboxId ? ownersOf(tx, enquiry.mailboxId, recorded.on) : [],
      partner ? peopleOf(tx, partner, recorded.on) : [],
      partner ? handOverOf(tx, enquiry.id) : undefined,
      recorded.event.type === 'submitted' && enquiry.mailboxId
        ? readersAt(tx, enquiry.mailboxId, recorded.event.by, recorded.on)
        : [],
      brings.has(recorded.event.type) && enquiry.mailboxId ? onDutyAt(tx, enquiry.mailboxId, recorded.on) : [],
      enquiry.promises.length > 0 ? promisesOf(tx, enquiry.id) : [],
      otherId ? enquiryById(tx, otherId) : undefined,
      recorded.event.type === 'received' && !enquiry.restricted ? expectedFor(tx, enquiry) : undefined,
    ])
  const known = (id: string | null) => people.find(person => person.id === id)
  return {
    ...found,
    eventId,
    event: recorded.event,
    enquiry,
    names,
    calendar,
    member: known(enquiry.memberId)!,
    holder: known(enquiry.holderId),
    doer: known(recorded.by),
    writer: known(writtenBy),
    other,
    told,
    owners,
    partners,
    handOver,
    readers,
    onDuty,
    contribution,
    asker: known(contribution?.askedBy ?? null),
    allPromises,
    expected,
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

export type Told = { readonly person: Person; readonly sees: boolean }

/** Who was told of a step, with their sight now: late work climbs past those who may read it. */
async function toldOf(tx: Tx, event: EnquiryEvent, { id }: Enquiry): Promise<Told[]> {
  if (event.type !== 'climbed' || event.told.length === 0) return []
  const told: Told[] = []
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

async function ownersOf(tx: Tx, mailboxId: string, on: Day): Promise<Person[]> {
  const named = await namedPeople(tx, mailboxId, on)
  return personsById(
    tx,
    named.filter(it => it.part === 'owner' || it.part === 'deputy').map(it => it.personId),
  )
}

/**
 * A second person for an answer: whoever runs the mailbox and did not write it, else its responders. Those who are away
 * hear of it only when nobody is there.
 */
async function readersAt(tx: Tx, mailboxId: string, writer: string, on: Day): Promise<Person[]> {
  const others = (await namedPeople(tx, mailboxId, on)).filter(it => it.personId !== writer)
  const present = others.some(it => !it.absent) ? others.filter(it => !it.absent) : others
  const responsible = present.filter(it => it.part !== 'responder')
  return personsById(
    tx,
    (responsible.length > 0 ? responsible : present).map(it => it.personId),
  )
}

/** The partner’s mailbox, where an event concerns its people. */
const partnerIn = (event: EnquiryEvent): string | undefined =>
  event.type === 'handed-over' ||
  event.type === 'partner-silent' ||
  event.type === 'taken-back' ||
  event.type === 'hand-over-ended'
    ? event.to
    : undefined

const peopleOf = async (tx: Tx, mailboxId: string, on: Day): Promise<Person[]> =>
  personsById(
    tx,
    (await namedPeople(tx, mailboxId, on)).map(it => it.personId),
  )

const brings: ReadonlySet<EventType> = new Set(['received', 'moved'])

/** The owner; the deputy while the owner is away; a restricted mailbox is its proper officer's. All when nobody is there. */
async function onDutyAt(tx: Tx, mailboxId: string, on: Day): Promise<Person[]> {
  const responsible = (await namedPeople(tx, mailboxId, on)).filter(it => it.part !== 'responder')
  const rank = (['proper-officer', 'owner', 'deputy'] as const).find(part =>
    responsible.some(it => it.part === part && !it.absent),
  )
  return personsById(
    tx,
    responsible.filter(it => rank === undefined || (it.part === rank && !it.absent)).map(it => it.personId),
  )
}
