import {
  actNamed,
  carryOut,
  keepEveryFile,
  type CarriedOut,
  type Doer,
  type Enquiry,
  type House,
  type RaiseWay,
} from '#enquiries/door.ts'
import { dayOf, nowAt } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { folded, said, type Filed, type Letter, type Stamp } from '#mail/door.ts'
import { personById, viewerFor } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'

/** What acting on mail needs of the house. */
export type ByMail = {
  readonly house: House
  readonly files: Files
  readonly stamp: Stamp
  readonly config: { readonly publicUrl: string }
  readonly clock?: () => Date
}

export const nowOf = ({ clock }: ByMail): Date => clock?.() ?? new Date()

/** What a message says: its own words, else its subject. */
export const wordsOf = ({ mail }: Letter): string => said(mail) || mail.subject || '(no text)'

/** Does an act with the words and files of a message, as its sender sees the enquiry. */
export async function actByMail(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  { enquiry, name, doer, text }: { enquiry: Enquiry; name: string; doer: Doer; text: string },
): Promise<Result<CarriedOut>> {
  const way = await wayOf(it, letter)
  const act = actNamed(name)!
  const given = act.shape.safeParse({ text })
  if (!given.success) return refuse('unfit', given.error.issues[0]?.message ?? 'It does not fit')
  const carry = (): Promise<Result<CarriedOut>> =>
    carryOut(tx, it.house, doer, enquiry.reference, act, given.data as never, way)
  return seeingAs(tx, doer.person ?? 'system', 'system', carry)
}

/**
 * Does the one act somebody may do on an enquiry they need not see: who was asked for a part, or a partner. `doer` says
 * through which part they act. Files alone say enough.
 */
export async function actThrough(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  { enquiry, name, doer, given = {} }: { enquiry: Enquiry; name: string; doer: Doer; given?: object },
): Promise<Result<CarriedOut>> {
  const text = said(letter.mail) || (letter.mail.attachments.length > 0 ? 'See what is attached.' : '')
  if (!text) return refuse('empty', 'It says nothing: no text and no files')
  const act = actNamed(name)!
  const way = await wayOf(it, letter)
  return seeingAs(tx, doer.person ?? 'system', 'system', () =>
    carryOut(tx, it.house, doer, enquiry.reference, act, act.shape.parse({ ...given, text }) as never, way),
  )
}

/** Keeps a message with an enquiry, without effect. */
export async function fileByMail(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  { enquiry, doer, from }: { enquiry: Enquiry; doer: Doer; from: string },
): Promise<Result<Filed>> {
  const text = `${from}: ${letter.mail.subject}\n\n${said(letter.mail) || '(no text)'}`
  const done = await actByMail(tx, it, letter, { enquiry, name: 'file', doer, text })
  return done.ok ? allow(filedAt(done.value.enquiry)) : done
}

/** The day a message reached us is the day it counts from, however late it is dealt with. */
export async function wayOf(it: ByMail, { mail, receivedAt, sha256 }: Letter): Promise<RaiseWay> {
  return {
    now: nowAt(nowOf(it)),
    on: dayOf(receivedAt),
    via: 'email',
    quoted: folded(mail),
    rawSha256: sha256,
    files: await keepEveryFile(
      it.files,
      mail.attachments.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) })),
    ),
  }
}

export async function doerFor(tx: Tx, personId: string): Promise<Doer> {
  const person = await personById(tx, personId)
  if (!person) throw new Error(`nobody has the id ${personId}`)
  return viewerFor(person, 'session')
}

export const filedAt = ({ id, reference, restricted, mailboxId }: Enquiry): Filed => ({
  enquiryId: id,
  reference,
  restricted,
  mailboxId,
})

export const sender = ({ mail, mailFrom }: Letter): string => mail.from?.address ?? (mailFrom || 'nobody named')
