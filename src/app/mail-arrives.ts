import { addWorkingDays, currentCalendar } from '#clock/door.ts'
import {
  actNamed,
  carryOut,
  enquiryById,
  enquiryByReference,
  keepEveryFile,
  participantsOf,
  raise,
  raiseShape,
  theSystem,
  type CarriedOut,
  type Doer,
  type Enquiry,
  type House,
  type RaiseWay,
} from '#enquiries/door.ts'
import { dayOf, nowAt } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import {
  folded,
  markBounced,
  said,
  type Stamp,
  type Arrival,
  type Filed,
  type Letter as MailLetter,
  type MailDeps,
} from '#mail/door.ts'
import { mailboxByAddress } from '#mailboxes/door.ts'
import { personById, viewerFor } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'

export type MailArrives = {
  readonly house: House
  readonly files: Files
  readonly stamp: Stamp
  readonly clock?: () => Date
}

/** What mail asks of the house: where things are, and to do what a message asks for, through the same acts as pages. */
export const mailDeps = (it: MailArrives): MailDeps => ({
  mailboxByAddress,
  enquiryByReference,
  participants: participantsOf,
  decideBy: async (tx, received) => addWorkingDays(await currentCalendar(tx), received, 1),
  act: (tx, arrival, letter) => arrives(tx, it, arrival, letter),
})

type Acting = Exclude<Arrival, { kind: 'held' }>

async function arrives(
  tx: Tx,
  it: MailArrives,
  arrival: Acting,
  letter: MailLetter,
): Promise<Result<Filed | undefined>> {
  switch (arrival.kind) {
    case 'new-enquiry':
      return raisedBy(tx, it, letter, {
        writer: arrival.senderId ?? arrival.decidedBy ?? arrival.memberId,
        member: arrival.memberId,
        mailbox: arrival.mailboxId,
        direct: false,
      })
    case 'record':
      return arrival.enquiryId
        ? filed(tx, it, letter, arrival.enquiryId, arrival.officerId)
        : recorded(tx, it, letter, arrival)
    case 'reply':
      return replied(tx, it, letter, arrival.enquiryId, arrival.personId)
    case 'filed-by-hand':
      return filed(tx, it, letter, arrival.enquiryId, arrival.decidedBy)
    case 'automatic':
      await noteBounces(tx, it, letter)
      return arrival.enquiryId ? filed(tx, it, letter, arrival.enquiryId, null) : allow(undefined)
  }
}

/** A delivery report marks our mail as not delivered; everybody who sees the message sees that too. */
async function noteBounces(tx: Tx, { stamp }: MailArrives, { mail, receivedAt }: MailLetter): Promise<void> {
  for (const { action, about, diagnostic, status } of mail.reports) {
    if (action === 'failed' && about) await markBounced(tx, stamp, about, diagnostic || status, receivedAt)
  }
}

type Raising = { writer: string; member: string; mailbox: string | undefined; direct: boolean }

async function raisedBy(
  tx: Tx,
  it: MailArrives,
  letter: MailLetter,
  { writer, member, mailbox, direct }: Raising,
): Promise<Result<Filed>> {
  const { mail } = letter
  const way = await wayOf(it, letter)
  const given = raiseShape.safeParse({
    member,
    mailbox: mailbox ?? null,
    subject: mail.subject || firstLine(said(letter.mail)) || 'No subject',
    text: said(letter.mail) || mail.subject,
    channel: 'email',
    direct,
  })
  if (!given.success) return refuse('empty', 'It says nothing: no subject, no text and no files')
  const doer = await doerFor(tx, writer)
  const done = await seeingAs(tx, doer.person ?? 'system', 'system', () => raise(tx, it.house, doer, given.data, way))
  return done.ok ? allow(filedAt(done.value.enquiry)) : done
}

function recorded(
  tx: Tx,
  it: MailArrives,
  letter: MailLetter,
  arrival: Extract<Arrival, { kind: 'record' }>,
): Promise<Result<Filed>> {
  if (!arrival.memberId)
    return Promise.resolve(refuse('no-member', 'It does not name the member it is for: choose one'))
  return raisedBy(tx, it, letter, {
    writer: arrival.officerId,
    member: arrival.memberId,
    mailbox: arrival.mailboxId,
    direct: true,
  })
}

/** A message of the member's side is a reply; one of the holder's or another officer's is filed with the enquiry. */
async function replied(
  tx: Tx,
  it: MailArrives,
  letter: MailLetter,
  enquiryId: string,
  personId: string,
): Promise<Result<Filed>> {
  const doer = await doerFor(tx, personId)
  const enquiry = await enquiryById(tx, enquiryId)
  if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
  return doer.permissions.has('enquiries.reply') && enquiry.holderId !== personId
    ? acted(tx, it, letter, enquiry, 'reply', doer)
    : acted(tx, it, letter, enquiry, 'file', doer)
}

async function filed(
  tx: Tx,
  it: MailArrives,
  letter: MailLetter,
  enquiryId: string,
  officer: string | null,
): Promise<Result<Filed>> {
  const enquiry = await enquiryById(tx, enquiryId)
  if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
  return acted(tx, it, letter, enquiry, 'file', officer ? await doerFor(tx, officer) : theSystem)
}

async function acted(
  tx: Tx,
  it: MailArrives,
  letter: MailLetter,
  enquiry: Enquiry,
  name: 'reply' | 'file',
  doer: Doer,
): Promise<Result<Filed>> {
  const way = await wayOf(it, letter)
  const text = said(letter.mail) || letter.mail.subject || '(no text)'
  const words = name === 'file' ? `From ${sender(letter)}: ${letter.mail.subject}\n\n${text}` : text
  const carry = (): Promise<Result<CarriedOut>> =>
    carryOut(tx, it.house, doer, enquiry.reference, actNamed(name)!, { text: words } as never, way)
  const done = await seeingAs(tx, doer.person ?? 'system', 'system', carry)
  return done.ok ? allow(filedAt(done.value.enquiry)) : done
}

async function wayOf({ files, clock }: MailArrives, { mail, receivedAt, sha256 }: MailLetter): Promise<RaiseWay> {
  return {
    now: nowAt(clock?.() ?? new Date()),
    on: dayOf(receivedAt),
    via: 'email',
    quoted: folded(mail),
    rawSha256: sha256,
    files: await keepEveryFile(
      files,
      mail.attachments.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) })),
    ),
  }
}

async function doerFor(tx: Tx, personId: string): Promise<Doer> {
  const person = await personById(tx, personId)
  if (!person) throw new Error(`nobody has the id ${personId}`)
  return viewerFor(person, 'session')
}

const filedAt = ({ id, reference, restricted, mailboxId }: Enquiry): Filed => ({
  enquiryId: id,
  reference,
  restricted,
  mailboxId,
})

const sender = ({ mail, mailFrom }: MailLetter): string => mail.from?.address ?? (mailFrom || 'nobody named')

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 120) ?? ''
