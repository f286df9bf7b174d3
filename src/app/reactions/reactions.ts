import { tellWebhooks } from '#connections/door.ts'
import type { EnquiryEvent, Happened, House } from '#enquiries/door.ts'
import { houseWith, linkTo } from '#enquiries/door.ts'
import { ladderOf } from '#escalation/door.ts'
import { addDays, dayOf, nowAt } from '#kernel/day.ts'
import { besideEnquiries, ratePath } from '#quality/door.ts'
import { mayReceiptNow, newestKnownMessage, post, type Stamp } from '#mail/door.ts'
import { mailboxById } from '#mailboxes/door.ts'
import { stopPath } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { setting } from '#platform/settings.ts'
import { giveOut } from './give-out.ts'
import { goesAtOnce, topicOf } from './rhythm.ts'
import { factsOf, type Facts } from './facts.ts'
import { isGathered } from './gathered.ts'
import type { Desk, Letter } from './letter.ts'
import { lettersToColleagues } from './notices.ts'
import { lettersAbout } from './letters.ts'

/** The one kind of job that events leave behind: everything that follows from them begins here. */
export const happenedJob = 'enquiries.happened'

/** The house whose events are followed up by a job in the same transaction. */
export const followedHouse = (jobs: Pick<Jobs, 'enqueue'>): House =>
  houseWith((tx, what) => jobs.enqueue(tx, happenedJob, what), besideEnquiries, ladderOf)

export type Following = {
  readonly db: Database
  readonly stamp: Stamp
  readonly publicUrl: string
  readonly now: () => Date
  /** given: other systems are told, too */
  readonly jobs?: Pick<Jobs, 'enqueue'>
}

/**
 * What follows from events, each in its own transaction. Running one again writes nothing twice: every letter is known
 * by its event, kind and recipient.
 */
export async function follow(it: Following, what: Happened): Promise<void> {
  for (const eventId of what.eventIds) await inTransaction(it.db, 'system', tx => followEvent(tx, it, eventId))
}

/** The letters about one event, put into the outbox. */
export async function followEvent(tx: Tx, it: Omit<Following, 'db'>, eventId: string): Promise<void> {
  const found = await factsOf(tx, eventId)
  if (!found) return
  const givenOut = it.jobs && (await newWorkGoesOut(tx, followedHouse(it.jobs), found, it.now()))
  // whoever hears of new work that nobody has need not hear of what somebody was just given
  const facts = (givenOut && (await factsOf(tx, eventId))) || found
  const { recorded, enquiry } = facts
  const happened = { id: eventId, type: recorded.event.type, enquiryId: enquiry.id, at: recorded.at }
  if (it.jobs) await tellWebhooks(tx, it.jobs, happened, it.publicUrl)
  const desk = await deskFor(tx, it, facts)
  for (const letter of await allLettersAbout(tx, facts, desk)) {
    if (!(await wanted(tx, letter, facts, it.now()))) continue
    if (await isGathered(tx, it, letter, facts, it.now())) continue
    if (await goesAtOnce(tx, letter, facts, it.now())) await postLetter(tx, it, facts, letter)
  }
}

const comes = ['received', 'moved', 'reopened', 'unjoined', 'released']

/** What came to a mailbox, or back to it, may be given out by itself; whether it was. */
async function newWorkGoesOut(tx: Tx, house: House, { event, enquiry }: Facts, at: Date): Promise<boolean> {
  const but = event.type === 'released' ? event.from : null
  return comes.includes(event.type) && giveOut(tx, house, enquiry, nowAt(at), but)
}

/** Whom the event concerns comes first: the same news does not go to them a second time because they watch. */
export async function allLettersAbout(tx: Tx, facts: Facts, desk: Desk): Promise<Letter[]> {
  const concerned = lettersAbout(facts, desk)
  const besides = await lettersToColleagues(tx, facts, desk)
  return [...concerned, ...besides.filter(letter => concerned.every(({ to }) => to.id !== letter.to.id))]
}

/** What letters about an enquiry need to know of the council. */
export async function deskFor(tx: Tx, it: Omit<Following, 'db'>, facts: Facts): Promise<Desk> {
  const { enquiry, contribution } = facts
  const link = contribution && (await linkTo(tx, it.stamp.secret, contribution, dayOf(it.now())))
  const [name, oneStop, silence, waiting, reopen, promiseTold, attachMegabytes, mailbox, rate] = await Promise.all([
    setting(tx, 'council.name'),
    setting(tx, 'mail.one-stop'),
    setting(tx, 'enquiries.silence-working-days'),
    setting(tx, 'enquiries.waiting-limit-working-days'),
    setting(tx, 'enquiries.reopen-working-days'),
    setting(tx, 'enquiries.promise-told-within-working-days'),
    setting(tx, 'mail.attach-megabytes'),
    enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
    rateLink(tx, it, facts),
  ])
  return {
    council: { name, team: 'One Stop' },
    publicUrl: it.publicUrl,
    ...(link && { contributionUrl: `${it.publicUrl}${link}` }),
    ...(rate && { rateUrl: `${it.publicUrl}${rate}` }),
    silence,
    waiting,
    reopen,
    promiseTold,
    mailbox: mailbox?.name ?? 'Member services',
    attachBytes: attachMegabytes * 1024 * 1024,
    oneStop: { id: null, name: 'Member services', email: oneStop, disabled: false },
  }
}

/** An answer that stands can be rated by the link of its letter. */
async function rateLink(tx: Tx, it: Omit<Following, 'db'>, { event, enquiry }: Facts): Promise<string | undefined> {
  if (event.type !== 'answered' || !enquiry.answeredOn) return undefined
  const until = addDays(enquiry.answeredOn, await setting(tx, 'quality.rate-days'))
  return ratePath(it.stamp.secret, { enquiryId: enquiry.id, round: enquiry.round, until })
}

/** Receipts have brakes, so that two machines cannot thank each other for ever. Everything else is wanted. */
async function wanted(tx: Tx, letter: Letter, facts: Facts, at: Date): Promise<boolean> {
  if (letter.to.disabled) return false
  return letter.kind !== 'receipt' || (await mayReceiptNow(tx, facts.enquiry.id, letter.to.email, at)).ok
}

async function postLetter(tx: Tx, it: Omit<Following, 'db'>, facts: Facts, letter: Letter): Promise<void> {
  const { kind, to, composed, automatic, files, byNumber = false } = letter
  const { enquiry, event, eventId } = facts
  const what = topicOf(letter, facts)
  const stop = what && to.id && stopPath(it.stamp.secret, { person: to.id, what })
  const [address, inReplyTo] = await Promise.all([setting(tx, 'mail.one-stop'), newestKnownMessage(tx, enquiry.id)])
  await post(
    tx,
    it.stamp,
    {
      ...composed,
      kind,
      to: { person: to.id, name: to.name, address: to.email },
      from: { name: 'One Stop', address },
      event: eventId,
      about: {
        enquiry: enquiry.id,
        reference: enquiry.reference,
        restricted: enquiry.restricted || byNumber,
        ...('messageId' in event && event.messageId && delivers(event) && { message: event.messageId }),
      },
      automatic,
      ...(stop && { stopUrl: `${it.publicUrl}${stop}` }),
      ...(files && { files }),
      ...(inReplyTo && to.id === enquiry.memberId && { inReplyTo }),
    },
    it.now(),
  )
}

/** A notice that a message came back is not a way in which that message was delivered. */
const delivers = ({ type }: EnquiryEvent): boolean => type !== 'answer-undelivered' && type !== 'question-undelivered'
