import { tellWebhooks } from '#connections/door.ts'
import type { EnquiryEvent, Happened, House } from '#enquiries/door.ts'
import { houseWith, linkTo } from '#enquiries/door.ts'
import { ladderOf } from '#escalation/door.ts'
import { addDays, dayOf, nowAt } from '#kernel/day.ts'
import { besideEnquiries, ratePath } from '#quality/door.ts'
import { postAll, receiptBrake, type Mail, type Stamp } from '#mail/door.ts'
import { mailboxById } from '#mailboxes/door.ts'
import { stopPath } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { setting } from '#platform/settings.ts'
import { guideSender } from './guide-sender.ts'
import { contain } from '../contain.ts'
import { giveOut, isGivenOut } from './give-out.ts'
import { goingAtOnce, topicOf, type Written } from './rhythm.ts'
import { factsOf, factsOfAll, type Facts } from './facts.ts'
import { isGathered } from './gathered.ts'
import type { Desk, Letter } from './letter.ts'
import { lettersToColleagues } from './notices.ts'
import { lettersAbout } from './letters.ts'

/** The one kind of job that events leave behind: everything that follows from them begins here. */
export const happenedJob = 'enquiries.happened'

/** The house whose events are followed up by a job in the same transaction. */
export const followedHouse = (jobs: Pick<Jobs, 'job'>): House =>
  houseWith((tx, what) => jobs.job(tx, happenedJob, what), besideEnquiries, ladderOf, contain)

export type Following = {
  readonly db: Database
  readonly stamp: Stamp
  readonly publicUrl: string
  readonly now: () => Date
  /** given: other systems are told, too */
  readonly jobs?: Pick<Jobs, 'enqueue' | 'job'>
}

/**
 * What follows from events, so many of them at a time in one transaction. Running one again writes nothing twice: every
 * letter is known by its event, kind and recipient. New work that is given out by itself comes after the others, each by
 * itself: giving out changes an enquiry, and nobody should wait for it longer than that takes.
 */
export async function followAll(it: Following, eventIds: readonly string[]): Promise<void> {
  for (let from = 0; from < eventIds.length; from += together)
    await followTogether(it, eventIds.slice(from, from + together))
}

const together = 100

async function followTogether(it: Following, eventIds: readonly string[]): Promise<void> {
  const toGiveOut = await inTransaction(it.db, 'system', async tx => {
    const all = await factsOfAll(tx, eventIds)
    const first = it.jobs ? await filtered(all, facts => mayGoOut(tx, facts)) : []
    await tell(
      tx,
      it,
      all.filter(facts => !first.includes(facts)),
    )
    return first
  })
  for (const { eventId } of toGiveOut) await inTransaction(it.db, 'system', tx => followEvent(tx, it, eventId))
}

/** The same for one act. */
export const follow = (it: Following, { eventIds }: Happened): Promise<void> => followAll(it, eventIds)

async function filtered<T>(all: readonly T[], isOne: (it: T) => Promise<boolean>): Promise<T[]> {
  const found: T[] = []
  for (const it of all) if (await isOne(it)) found.push(it)
  return found
}

/** What follows from one event: new work is given out first, then the letters about it are put into the outbox. */
export async function followEvent(tx: Tx, it: Omit<Following, 'db'>, eventId: string): Promise<void> {
  const found = await factsOf(tx, eventId)
  if (!found) return
  const givenOut = it.jobs && (await newWorkGoesOut(tx, followedHouse(it.jobs), found, it.now()))
  // whoever hears of new work that nobody has need not hear of what somebody was just given
  const facts = (givenOut && (await factsOf(tx, eventId))) || found
  await tell(tx, it, [facts])
}

const comes = ['received', 'moved', 'restricted', 'reopened', 'unjoined', 'released']

/** What came to a mailbox, or back to it, may be given out by itself. */
const mayGoOut = async (tx: Tx, { event, enquiry }: Facts): Promise<boolean> =>
  comes.includes(event.type) && isGivenOut(tx, enquiry)

/** Whether it was. */
async function newWorkGoesOut(tx: Tx, house: House, { event, enquiry }: Facts, at: Date): Promise<boolean> {
  const but = event.type === 'released' ? event.from : null
  return comes.includes(event.type) && giveOut(tx, house, enquiry, nowAt(at), but)
}

/** Other systems and the readers of letters hear of events. */
async function tell(tx: Tx, it: Omit<Following, 'db'>, all: readonly Facts[]): Promise<void> {
  if (all.length === 0) return
  if (it.jobs) await tellWebhooks(tx, it.jobs, all.map(happened), it.publicUrl)
  const letters: Written[] = []
  for (const facts of all) {
    const desk = await deskFor(tx, it, facts)
    if (facts.event.type === 'restricted') await guideSender(tx, it, facts, desk)
    for (const letter of await allLettersAbout(tx, facts, desk)) letters.push({ letter, facts })
  }
  await postLetters(tx, it, await goingAtOnce(tx, await wanted(tx, letters, it.now()), it.now()))
}

const happened = ({ eventId, event, enquiry, recorded }: Facts) => ({
  id: eventId,
  type: event.type,
  enquiryId: enquiry.id,
  at: recorded.at,
})

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
async function wanted(tx: Tx, letters: readonly Written[], at: Date): Promise<Written[]> {
  const known = letters.filter(({ letter }) => !letter.to.disabled)
  const receipts = known.filter(({ letter }) => letter.kind === 'receipt').map(receiptOf)
  const mayReceipt = await receiptBrake(tx, receipts, at)
  return known.filter(it => it.letter.kind !== 'receipt' || mayReceipt(receiptOf(it)).ok)
}

const receiptOf = ({ letter, facts }: Written) => ({ enquiry: facts.enquiry.id, address: letter.to.email })

async function postLetters(tx: Tx, it: Omit<Following, 'db'>, letters: readonly Written[]): Promise<void> {
  const address = await setting(tx, 'mail.one-stop')
  const waiting: Mail[] = []
  const postWaiting = () => postAll(tx, it.stamp, waiting.splice(0), it.now())
  for (const { letter, facts } of letters) {
    // how many of these somebody has had is counted by what is written
    if (letter.kind === 'escalation') await postWaiting()
    if (await isGathered(tx, it, letter, facts, it.now())) continue
    waiting.push(mailOf(it, letter, facts, address))
  }
  await postWaiting()
}

function mailOf(it: Omit<Following, 'db'>, letter: Letter, facts: Facts, address: string): Mail {
  const { kind, to, composed, automatic, files, byNumber = false } = letter
  const { enquiry, event, eventId, answering } = facts
  const what = topicOf(letter, facts)
  const stop = what && to.id && stopPath(it.stamp.secret, { person: to.id, what })
  return {
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
    ...(answering && to.id === enquiry.memberId && { inReplyTo: answering }),
  }
}

/** A notice that a message came back is not a way in which that message was delivered. */
const delivers = ({ type }: EnquiryEvent): boolean => type !== 'answer-undelivered' && type !== 'question-undelivered'
