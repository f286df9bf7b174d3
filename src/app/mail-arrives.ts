import { addWorkingDays, currentCalendar } from '#clock/door.ts'
import {
  enquiryById,
  enquiryByReference,
  participantsOf,
  raise,
  raiseShape,
  theSystem,
  whereItGoesOn,
  type Doer,
  type Enquiry,
} from '#enquiries/door.ts'
import { addDays, dayOf, nowAt, type Day } from '#kernel/day.ts'
import { referencesIn } from '#kernel/reference.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import {
  forwardedIn,
  markReachable,
  said,
  type Arrival,
  type Filed,
  type Forwarded,
  type HeldArrival,
  type HeldReason,
  type Letter,
  type MailDeps,
} from '#mail/door.ts'
import { isSensitivity, mailboxByAddress, sensitivities, sensitivityWords } from '#mailboxes/door.ts'
import { membersFor } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { nobody } from '#platform/http/viewer.ts'
import { doerFor, fileByMail, filedAt, nowOf, sender, wayOf, type ByMail } from './by-mail/acting.ts'
import { contributorWrites, partAsked, tellTooLate } from './by-mail/contributor-writes.ts'
import { answerHelp } from './by-mail/help.ts'
import { seemsSensitive, tellArrived } from './by-mail/may-be-sensitive.ts'
import { memberWrites, tellDone } from './by-mail/member-writes.ts'
import { correspondence, officerReplies, seenBy, tellRecorded } from './by-mail/officer-writes.ts'
import { isTheirs, partnerWrites } from './by-mail/partner-writes.ts'
import { takeBack } from './by-mail/take-back.ts'
import { takeBackFailures } from './by-mail/undelivered.ts'

/** What mail asks of the house: where things are, and to do what a message asks for, through the same acts as pages. */
export const mailDeps = (it: ByMail): MailDeps => ({
  mailboxByAddress,
  enquiryByReference,
  participants: participantsOf,
  partAsked,
  tellHeld: (tx, held, letter) => heldBack(tx, it, held, letter),
  seemsSensitive: (tx, arrival, letter) => seemsSensitive(tx, it, arrival, letter),
  sensitiveMatters: sensitivities.map(value => ({ value, words: sensitivityWords[value] })),
  decideBy: async (tx, received) => addWorkingDays(await currentCalendar(tx), received, 1),
  act: (tx, arrival, letter) => arrives(tx, it, arrival, letter),
  takeBack: (tx, filing) => takeBack(tx, it, filing),
})

type Acting = Exclude<Arrival, { kind: 'held' }>

async function arrives(tx: Tx, it: ByMail, arrival: Acting, letter: Letter): Promise<Result<Filed | undefined>> {
  if (arrival.kind === 'automatic') {
    await takeBackFailures(tx, it, letter)
    return arrival.enquiryId ? filed(tx, it, letter, arrival.enquiryId, theSystem) : allow(undefined)
  }
  // somebody wrote from there: the address works
  if (letter.mail.from) await markReachable(tx, letter.mail.from.address)
  switch (arrival.kind) {
    case 'new-enquiry':
      return asked(tx, it, letter, arrival)
    case 'record':
      return recorded(tx, it, letter, arrival)
    case 'reply':
      return replied(tx, it, letter, arrival.enquiryId, await doerFor(tx, arrival.personId))
    case 'contribution': {
      const enquiry = await enquiryById(tx, arrival.enquiryId)
      if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
      return contributorWrites(tx, it, letter, enquiry, arrival)
    }
    case 'help':
      await answerHelp(tx, it, letter, await doerFor(tx, arrival.personId), arrival.wants)
      return allow(undefined)
    case 'filed-by-hand':
      return filed(tx, it, letter, arrival.enquiryId, await doerFor(tx, arrival.decidedBy))
  }
}

const tooLate: Partial<Record<HeldReason, 'given' | 'withdrawn' | 'expired'>> = {
  'part-given': 'given',
  'part-withdrawn': 'withdrawn',
  'part-expired': 'expired',
}

/** Somebody who was asked for a part and sent it too late has taken trouble: they are told, others only wait. */
async function heldBack(tx: Tx, it: ByMail, { reason, enquiryId }: HeldArrival, letter: Letter): Promise<void> {
  if (reason === 'may-be-sensitive') return tellArrived(tx, it, letter)
  const why = tooLate[reason]
  const enquiry = why && enquiryId && (await enquiryById(tx, enquiryId))
  if (why && enquiry) await tellTooLate(tx, it, letter, enquiry, why)
}

type Asked = Extract<Arrival, { kind: 'new-enquiry' }>

async function asked(tx: Tx, it: ByMail, letter: Letter, arrival: Asked): Promise<Result<Filed>> {
  const writer = await doerFor(tx, arrival.senderId ?? arrival.decidedBy ?? arrival.memberId)
  const raised = await raisedBy(tx, it, letter, {
    writer,
    member: arrival.memberId,
    mailbox: arrival.mailboxId,
    direct: false,
    subject: letter.mail.subject,
    text: said(letter.mail),
    sensitive: arrival.sensitive,
  })
  if (!raised.ok) return raised
  // the member's receipt follows from the event; an assistant who wrote for them hears of it too
  if (arrival.senderId && arrival.senderId !== arrival.memberId)
    await tellDone(tx, it, letter, writer, raised.value, 'raised')
  return allow(filedAt(raised.value))
}

type Raising = {
  readonly writer: Doer
  readonly member: string
  readonly mailbox: string | undefined
  readonly direct: boolean
  readonly subject: string
  readonly text: string
  readonly receivedOn?: Day | undefined
  /** the kind of sensitive matter that somebody found in it */
  readonly sensitive?: string | undefined
}

async function raisedBy(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  { writer, member, mailbox, direct, subject, text, receivedOn, sensitive = '' }: Raising,
): Promise<Result<Enquiry>> {
  const way = await wayOf(it, letter)
  const given = raiseShape.safeParse({
    member,
    mailbox: mailbox ?? null,
    subject: subject || firstLine(text) || 'No subject',
    text: text || subject,
    channel: 'email',
    direct,
    receivedOn,
    sensitive: isSensitivity(sensitive) ? sensitive : null,
  })
  if (!given.success) return refuse('empty', 'It says nothing: no subject, no text and no files')
  const done = await seeingAs(tx, writer.person ?? 'system', 'system', () =>
    raise(tx, it.house, writer, given.data, way),
  )
  return done.ok ? allow(done.value.enquiry) : done
}

/** What an officer forwards or copies to the record address: an enquiry of the member, or kept with the one it names. */
async function recorded(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  arrival: Extract<Arrival, { kind: 'record' }>,
): Promise<Result<Filed>> {
  const officer = await doerFor(tx, arrival.officerId)
  const named = await enquiryNamed(tx, letter, arrival.enquiryId, officer)
  if (named) return named.ok ? correspondence(tx, it, letter, named.value, officer) : named
  const inner = forwardedIn(letter.mail)
  if (!arrival.memberId) return refuse('no-member', inner ? strangerInside : 'It does not name the member it is for')
  const raised = await raisedBy(tx, it, letter, {
    writer: officer,
    member: arrival.memberId,
    mailbox: arrival.mailboxId,
    direct: true,
    subject: inner?.subject || letter.mail.subject,
    text: inner?.text || said(letter.mail),
    receivedOn: inner && firstReached(inner, dayOf(letter.receivedAt)),
    sensitive: arrival.sensitive,
  })
  if (!raised.ok) return raised
  await tellRecorded(tx, it, letter, officer, raised.value, 'contact')
  return allow(filedAt(raised.value))
}

const strangerInside = 'Whoever wrote the forwarded message is no member in office that we know'

/** The enquiry a copy belongs to: as it was matched, or by the one reference in its subject. */
async function enquiryNamed(
  tx: Tx,
  { mail }: Letter,
  matched: string | undefined,
  officer: Doer,
): Promise<Result<Enquiry> | undefined> {
  const [reference, another] = referencesIn(mail.subject)
  if (matched) return seenBy(tx, officer, () => enquiryById(tx, matched))
  if (another) return refuse('which-enquiry', 'It names more than one enquiry')
  return reference && seenBy(tx, officer, () => enquiryByReference(tx, reference))
}

/** The receipt date is the day it first reached the council; what a forward claims beyond a month is not believed. */
function firstReached({ at }: Forwarded, received: Day): Day | undefined {
  const on = at && dayOf(at)
  return on && on <= received && on >= addDays(received, -31) ? on : undefined
}

/** The member's side writes about their enquiry; a partner who has it answers; a message of any other officer is a note. */
async function replied(tx: Tx, it: ByMail, letter: Letter, enquiryId: string, doer: Doer): Promise<Result<Filed>> {
  const enquiry = await whereItGoesOn(tx, enquiryId)
  if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
  const members = await membersFor(tx, { ...nobody, person: doer.person }, nowAt(nowOf(it)).today)
  if (await isTheirs(tx, enquiry, doer, letter)) return partnerWrites(tx, it, letter, enquiry, doer)
  return members.some(member => member.id === enquiry.memberId)
    ? memberWrites(tx, it, letter, enquiry, doer)
    : officerReplies(tx, it, letter, enquiry, doer)
}

async function filed(tx: Tx, it: ByMail, letter: Letter, enquiryId: string, doer: Doer): Promise<Result<Filed>> {
  const enquiry = await whereItGoesOn(tx, enquiryId)
  if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
  return fileByMail(tx, it, letter, { enquiry, doer, from: `From ${sender(letter)}` })
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 120) ?? ''
