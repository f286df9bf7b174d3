import type { Day } from '../../kernel/day.ts'
import { referencesIn } from '../../kernel/reference.ts'
import { membersFor, personByAddress } from '../../people/door.ts'
import type { Tx } from '../../platform/db/database.ts'
import { nobody } from '../../platform/http/viewer.ts'
import { setting } from '../../platform/settings.ts'
import type { MailDeps } from '../deps.ts'
import type { Verdict } from '../judge/judge.ts'
import { enquiriesOfMessages } from '../known-message.sql.ts'
import { mailOf } from '../out/outbox.sql.ts'
import { findReplyAddress } from '../out/reply-address.ts'
import { readBounceAddress, readMessageId, type Stamp } from '../out/stamp.ts'
import { ownText } from '../own-words.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import { forwardedIn } from '../understand/forwarded.ts'
import { helpWanted } from '../understand/help-wanted.ts'
import type { Traces } from '../understand/match.ts'
import type { Facts, PartAsked, Sender } from '../understand/understand.ts'
import { countFromInHour } from './intake.sql.ts'

/** More recipients than this are nobody we need to look at: hostile headers name thousands. */
const mostAddresses = 60

type Question = {
  readonly mail: ParsedMail
  /** the envelope's, of all deliveries */
  readonly recipients: readonly string[]
  readonly verdict: Verdict
  readonly stamp: Stamp
  readonly deps: MailDeps
  readonly today: Day
  /** when it came */
  readonly receivedAt: Date
}

export type Gathered = { readonly facts: Facts; readonly mailboxes: readonly { id: string; restricted: boolean }[] }

/** Asks everything that decides what a message is; what does not depend on each other is asked together. */
export async function gather(tx: Tx, question: Question): Promise<Gathered> {
  const { mail, recipients, verdict, deps, stamp } = question
  // the sender's own order: who stands first is whom they meant first
  const addressed = unique([...mail.to.map(it => it.address), ...mail.cc.map(it => it.address), ...recipients])
  const [sender, { traces, toRevoked }, mailboxes, senderCheck, record, flood, help] = await Promise.all([
    mail.from && senderOf(tx, mail.from.address, question.today),
    tracesOf(tx, question, addressed),
    mailboxesAmong(tx, deps, addressed),
    setting(tx, 'mail.sender-check'),
    setting(tx, 'mail.record'),
    floods(tx, question),
    setting(tx, 'mail.help'),
  ])
  const [takingPart, part] = await Promise.all([takingPartIn(tx, deps, traces), partOf(tx, question, traces)])
  const toRecord = recipients.includes(record.toLowerCase())
  const facts: Facts = {
    authors: mail.authors,
    automatic: mail.automatic ?? (readMessageId(stamp, mail.messageId ?? '') ? 'our-own-mail' : undefined),
    verdict,
    senderCheck,
    sender,
    traces,
    part,
    takesPart: (enquiryId, personId) => takingPart.get(enquiryId)?.includes(personId) ?? false,
    toRecord,
    toRevoked,
    encrypted: mail.protection?.kind === 'encrypted',
    bomb: mail.attachments.some(it => it.archive?.bomb),
    flood,
    helpWanted: recipients.includes(help.toLowerCase()) ? helpWanted(mail.subject, ownText(mail.text)) : undefined,
    mailboxIds: mailboxes.map(it => it.id),
    namedMembers: await membersAmong(tx, toRecord ? namedIn(mail, addressed) : addressed, sender, question.today),
  }
  return { facts, mailboxes }
}

async function senderOf(tx: Tx, address: string, today: Day): Promise<Sender | undefined> {
  const person = await personByAddress(tx, address)
  if (!person) return undefined
  const members = await membersFor(tx, { ...nobody, person: person.id }, today)
  return {
    id: person.id,
    disabled: person.disabled,
    officer: person.roles.some(role => role !== 'member' && role !== 'assistant'),
    members: members.map(it => it.id),
  }
}

/** People write a few messages an hour; a program that answers every mail writes hundreds. */
async function floods(tx: Tx, { mail, receivedAt }: Question): Promise<boolean> {
  if (!mail.from) return false
  const most = await setting(tx, 'mail.messages-per-hour')
  return (await countFromInHour(tx, mail.from.address, receivedAt, most)) >= most
}

async function tracesOf(tx: Tx, { mail, stamp, deps }: Question, addressed: readonly string[]) {
  const replyAddresses = []
  for (const address of addressed) replyAddresses.push(await findReplyAddress(tx, address))
  const found = replyAddresses.filter(it => it !== undefined)
  const ids = unique([
    ...mail.inReplyTo,
    ...mail.references.toReversed(),
    ...mail.reports.flatMap(it => it.about ?? []),
  ])
  const ours: string[] = []
  for (const address of addressed) ours.push(...(await enquiryOfMail(tx, readBounceAddress(stamp, address))))
  for (const id of ids) ours.push(...(await enquiryOfOurs(tx, stamp, id)))
  const stored = ids.length > 0 ? await enquiriesOfMessages(tx, ids) : new Map<string, string>()
  const bySubject = []
  for (const reference of referencesIn(mail.subject).slice(0, 5)) {
    const enquiry = await deps.enquiryByReference(tx, reference)
    if (enquiry) bySubject.push({ enquiryId: enquiry.id, participants: await deps.participants(tx, enquiry.id) })
  }
  const traces: Traces = {
    byReplyAddress: found.filter(it => !it.revoked).map(it => it.enquiry),
    byOurMessageId: ours,
    byStoredMessageId: ids.flatMap(id => stored.get(id) ?? []),
    bySubject,
  }
  return { traces, toRevoked: found.some(it => it.revoked) }
}

/** What the sender was asked for: only a letter of ours that they answer says on which enquiry, never a number in a subject. */
async function partOf(
  tx: Tx,
  { mail, stamp, deps, receivedAt }: Question,
  { byReplyAddress, byOurMessageId }: Traces,
): Promise<PartAsked | undefined> {
  const enquiryId = byReplyAddress[0] ?? byOurMessageId[0]
  const asked = enquiryId && mail.from && (await deps.partAsked(tx, enquiryId, mail.from.address, receivedAt))
  if (!asked) return undefined
  const answered = mail.inReplyTo.flatMap(id => readMessageId(stamp, id) ?? []).filter(it => it.what === 'mail')
  const letters = await Promise.all(answered.slice(0, 3).map(it => mailOf(tx, it.id)))
  return { ...asked, enquiryId, answersRequest: letters.some(it => it?.kind === 'contribution') }
}

async function enquiryOfOurs(tx: Tx, stamp: Stamp, messageId: string): Promise<string[]> {
  const marked = readMessageId(stamp, messageId)
  if (!marked) return []
  return marked.what === 'enquiry' ? [marked.id] : enquiryOfMail(tx, marked.id)
}

async function enquiryOfMail(tx: Tx, mail: string | undefined): Promise<string[]> {
  const about = mail && (await mailOf(tx, mail))?.aboutEnquiry
  return about ? [about] : []
}

/** Restricted ones first: mail that also went to an open mailbox is still only for the named people. */
async function mailboxesAmong(tx: Tx, deps: MailDeps, addresses: readonly string[]) {
  const found = []
  for (const address of addresses) found.push(await deps.mailboxByAddress(tx, address))
  return found.filter(it => it !== undefined).sort((a, b) => Number(b.restricted) - Number(a.restricted))
}

async function takingPartIn(tx: Tx, deps: MailDeps, traces: Traces): Promise<Map<string, readonly string[]>> {
  const enquiries = unique([
    ...traces.byReplyAddress,
    ...traces.byOurMessageId.slice(0, 1),
    ...traces.byStoredMessageId.slice(0, 1),
  ])
  const known = new Map(traces.bySubject.map(it => [it.enquiryId, it.participants]))
  for (const id of enquiries) if (!known.has(id)) known.set(id, await deps.participants(tx, id))
  return known
}

/** Whom a contact to be recorded is with: whoever wrote what is forwarded, else whom the officer wrote to. */
function namedIn(mail: ParsedMail, addressed: readonly string[]): readonly string[] {
  const inner = forwardedIn(mail)
  return inner ? [inner.from] : addressed
}

/** Members at these addresses, or whose assistants are there, besides the sender; asked only where it can matter. */
async function membersAmong(
  tx: Tx,
  addresses: readonly string[],
  sender: Sender | undefined,
  today: Day,
): Promise<string[]> {
  if (!sender || (sender.members.length < 2 && !sender.officer)) return []
  const members: string[] = []
  for (const address of unique(addresses)) {
    const person = await personByAddress(tx, address)
    if (person?.roles.includes('member')) members.push(person.id)
    else if (person?.roles.includes('assistant'))
      members.push(...(await membersFor(tx, { ...nobody, person: person.id }, today)).map(it => it.id))
  }
  return unique(members.filter(id => id !== sender.id))
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].slice(0, mostAddresses)
