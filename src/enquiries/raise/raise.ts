import { createHash } from 'node:crypto'
import { entryOf } from '#audit/door.ts'
import type { Day } from '#kernel/day.ts'
import { yearOf } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { newId } from '#kernel/id.ts'
import { referenceOf } from '#kernel/reference.ts'
import { routeFor, type Destination } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { apply, begin } from '../apply.ts'
import { insertAttachments } from '../attachment.sql.ts'
import { asTheHouse, type CarriedOut, type Doer, type Way } from '../doer.ts'
import { enquiryByReference, insertEnquiry, insertEvents, nextNumber } from '../enquiry.sql.ts'
import type { EnquiryEvent, Received, Recorded } from '../events.ts'
import { limitOfKind } from '../change-kind/kind-clock.ts'
import type { Kind } from '../enquiry.ts'
import { writeWithWhatFollows, type House } from '../house.ts'
import { locate } from '#people/door.ts'
import { placeToFind, pointOf } from '../place/place.ts'
import { insertMessage } from '../message.sql.ts'
import { keepQuestions } from '../question.sql.ts'
import { keepSearchable } from '../search/searchable.sql.ts'
import { keepOnce, type SentOnce } from '../once.sql.ts'
import { knownKey, mayRaiseFor } from './raise.sql.ts'
import type { Raise } from './raise-shape.ts'
import { numberedQuestions } from './numbered-questions.ts'
import { receive } from './receive.ts'

export type RaiseWay = Way & {
  /** the same key from the same person makes one enquiry, however often it is sent */
  readonly idempotencyKey?: string
  /** the new enquiry’s id where something refers to it already */
  readonly id?: string
  /** what happens to it in the same moment */
  readonly atOnce?: readonly EnquiryEvent[]
}

export type Raised = CarriedOut & { readonly destination: Destination | undefined; readonly again: boolean }

/**
 * A member asks the council something: the enquiry gets its number, its clock and its mailbox. Without a topic or a
 * mailbox it waits for member services to place it; the clock runs all the same.
 * Refuses with `not-allowed` who may not speak for the member, `key-reused` when a key comes with other content.
 */
export async function raise(tx: Tx, house: House, doer: Doer, given: Raise, way: RaiseWay): Promise<Result<Raised>> {
  const receivedOn = given.receivedOn ?? way.on ?? way.now.today
  const ward = wardOf(tx, given, receivedOn)
  const [standing, calendar, limits, councilLimit, routed, known, wardId] = await Promise.all([
    mayRaiseFor(tx, doer.person, given.member, way.now.today),
    house.calendar(tx),
    house.limits(tx),
    setting(tx, 'enquiries.limit-working-days'),
    placed(tx, given, ward, receivedOn),
    way.idempotencyKey && doer.person ? knownKey(tx, doer.person, way.idempotencyKey) : undefined,
    ward,
  ])
  if (known) return sameAgain(tx, doer, given, way, known)
  if (!standing?.serving) return refuse('not-a-member', 'Select a serving member', 'member')
  const speaksFor = standing.self
    ? 'member'
    : standing.actsFor
      ? 'assistant'
      : doer.person === null
        ? 'system'
        : 'member-services'
  if (speaksFor === 'member-services' && !doer.permissions.has('enquiries.record'))
    return refuse(
      'not-allowed',
      'You may raise enquiries only for yourself and for members who delegated to you',
      'member',
    )
  if (routed && !routed.ok) return routed
  const destination = routed?.value
  const restricted = destination?.mailbox.restricted ?? false
  const kind = restricted ? 'restricted' : (given.kind ?? destination?.topic?.kind ?? 'enquiry')
  const messageId = newId()
  const received = receive(
    {
      memberId: standing.memberId,
      raisedBy: doer.person,
      kind,
      channel: given.channel,
      direct: given.direct,
      restricted,
      topicId: destination?.topic?.id ?? null,
      wardId,
      mailboxId: destination?.mailbox.id ?? null,
      receivedOn,
      limitWorkingDays:
        limitFor(kind, destination) ?? limitOfKind(kind, limits) ?? destination?.limit.workingDays ?? councilLimit,
      messageId,
    },
    way.now.today,
    calendar,
  )
  if (!received.ok) return received
  const enquiry = await asTheHouse(tx, doer.person ?? 'system', () =>
    write(tx, house, doer, given, way, received.value, speaksFor),
  )
  return allow({ enquiry, messageId, destination, again: false })
}

/** A topic made for one kind may set that kind’s target itself. */
const limitFor = (kind: Kind, destination: Destination | undefined): number | undefined =>
  destination?.topic?.kind === kind && destination.limit.setBy === 'topic' ? destination.limit.workingDays : undefined

/** What a postcode or a spot says of the ward goes before what somebody chose. */
async function wardOf(tx: Tx, { ward, place }: Raise, on: Day): Promise<string | null> {
  const located = place && (await locate(tx, { postcode: place.postcode ?? undefined, point: pointOf(place) }, on))
  return located?.wardId ?? ward ?? null
}

async function placed(
  tx: Tx,
  { topic, mailbox, sensitive }: Raise,
  ward: Promise<string | null>,
  on: Day,
): Promise<Result<Destination> | undefined> {
  if (!topic && !mailbox && !sensitive) return undefined
  return routeFor(tx, { topicId: topic, mailboxId: mailbox, wardId: await ward, on, sensitive: sensitive ?? undefined })
}

async function write(tx: Tx, house: House, doer: Doer, given: Raise, way: RaiseWay, received: Received, as: string) {
  const id = way.id ?? newId()
  const { at, today } = way.now
  const reference = referenceOf(yearOf(today), await nextNumber(tx, yearOf(today)))
  const onBehalfOf = doer.person === received.memberId ? null : received.memberId
  const recorded = [received, ...(way.atOnce ?? [])].map(
    (event): Recorded => ({ event, at, on: today, by: doer.person, as, onBehalfOf }),
  )
  const enquiry = recorded.slice(1).reduce(apply, begin(id, reference, received, today))
  const eventIds = recorded.map(() => newId())
  const { subject, place = null } = given
  await writeWithWhatFollows(
    tx,
    house,
    { enquiryId: id, eventIds },
    insertEnquiry(tx, enquiry, { subject, constituent: given.constituent || null, place }, at),
    insertEvents(tx, { enquiryId: id, from: 1, recorded, ids: eventIds }),
    keepSearchable(tx, enquiry, { ...given, place: place && placeToFind(place) }, at),
    insertMessage(tx, {
      id: received.messageId,
      enquiryId: id,
      kind: 'enquiry',
      round: 1,
      at,
      fromPerson: doer.person ?? received.memberId,
      fromPart: as,
      via: way.via ?? given.channel,
      internal: false,
      words: given.text,
      quoted: way.quoted ?? '',
      rawSha256: way.rawSha256 ?? null,
    }),
    keepQuestions(tx, id, 1, numberedQuestions(given.text)),
    insertAttachments(tx, id, received.messageId, way.files ?? []),
    entryOf(tx, {
      at,
      actor: doer.person,
      onBehalfOf,
      act: 'enquiries.raise',
      subject: { kind: 'enquiry', id, reference },
    }),
    way.idempotencyKey && doer.person
      ? keepOnce(tx, doer.person, way.idempotencyKey, digestOf(given, way), reference, at)
      : undefined,
  )
  return enquiry
}

/** The same answer as the first time, also to somebody who may not look at what they raised. */
async function sameAgain(tx: Tx, doer: Doer, given: Raise, way: RaiseWay, known: SentOnce): Promise<Result<Raised>> {
  if (known.requestSha256 !== digestOf(given, way))
    return refuse('key-reused', 'This Idempotency-Key was used for another enquiry', 'Idempotency-Key')
  const enquiry = await asTheHouse(tx, doer.person ?? 'system', () => enquiryByReference(tx, known.reference))
  return allow({ enquiry: enquiry!, messageId: '', destination: undefined, again: true })
}

const digestOf = (given: Raise, { files = [] }: RaiseWay): string =>
  createHash('sha256')
    .update(JSON.stringify([given, files.map(it => [it.name, it.sha256])]))
    .digest('hex')
