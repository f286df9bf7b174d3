import type { Tx } from '#platform/db/database.ts'
import type { IntakeState } from '../in/intake.sql.ts'
import type { Verdict } from '../judge/judge.ts'

/** What became of a message, as far as the viewer of the transaction may see it. */
export type IntakeEntry = {
  readonly id: string
  readonly sha256: string
  readonly receivedAt: Date
  readonly state: IntakeState
  readonly reason: string | null
  readonly words: string | null
  readonly fromAddress: string | null
  readonly fromName: string | null
  readonly subject: string | null
  readonly senderCheck: Verdict | null
  readonly enquiryId: string | null
  readonly reference: string | null
  /** the SHA-256 of the message that this one repeats */
  readonly duplicateOf: string | null
  readonly messageId: string | null
  readonly mailboxId: string | null
  readonly restricted: boolean
  readonly decidedAt: Date | null
}

const columns = (tx: Tx) => tx`
  i.id, i.sha256, i.received_at, i.state, i.reason, i.words, i.from_address, i.from_name, i.subject, i.sender_check,
  i.enquiry_id, i.reference, (select o.sha256 from mail.intake o where o.id = i.duplicate_of) as duplicate_of,
  i.message_id, i.mailbox_id, i.restricted, i.decided_at
`

type Asking = {
  readonly states: readonly IntakeState[]
  readonly after?: string | undefined
  readonly limit: number
  readonly oldestFirst?: boolean
  /** by its id: only what came to this mailbox */
  readonly mailbox?: string | undefined
}

/** Messages in these states from below `after`; the quarantine is worked from its oldest on. */
export const listIntake = (
  tx: Tx,
  { states, after, limit, oldestFirst = false, mailbox }: Asking,
): Promise<IntakeEntry[]> => {
  const place = tx`(select received_at, id from mail.intake where id = ${after ?? null})`
  const beyond = oldestFirst ? tx`and (i.received_at, i.id) > ${place}` : tx`and (i.received_at, i.id) < ${place}`
  return tx<IntakeEntry[]>`
    select ${columns(tx)} from mail.intake i where i.state = any(${[...states]}) ${after ? beyond : tx``}
      ${mailbox ? tx`and i.mailbox_id = ${mailbox}` : tx``}
    order by ${oldestFirst ? tx`i.received_at, i.id` : tx`i.received_at desc, i.id desc`} limit ${limit}
  `
}

/** Counting stops here: whoever has more to decide needs no exact number. */
const most = 1000

/** How many messages wait for a decision, here or in one mailbox, as far as the viewer may see them; at most 1,000. */
export async function countWaiting(tx: Tx, mailbox?: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from (select from mail.intake i where i.state = 'quarantined'
      ${mailbox ? tx`and i.mailbox_id = ${mailbox}` : tx``} limit ${most}) waiting
  `
  return row!.n
}

export async function intakeById(tx: Tx, id: string): Promise<IntakeEntry | undefined> {
  const [row] = await tx<IntakeEntry[]>`select ${columns(tx)} from mail.intake i where i.id = ${id}`
  return row
}

export async function intakeBySha256(tx: Tx, sha256: string): Promise<IntakeEntry | undefined> {
  const [row] = await tx<IntakeEntry[]>`select ${columns(tx)} from mail.intake i where i.sha256 = ${sha256}`
  return row
}

/** The exact bytes; undefined when the viewer may not read them. */
export async function rawBytes(tx: Tx, sha256: string): Promise<Buffer | undefined> {
  const [row] = await tx<{ bytes: Buffer }[]>`select bytes from mail.raw where sha256 = ${sha256}`
  return row?.bytes
}

export type Delivery = {
  readonly mailFrom: string
  readonly recipients: string[]
  readonly fromIp: string
  readonly receivedAt: Date
}

/** Each time the message was handed over, first one first. */
export const deliveriesOf = (tx: Tx, sha256: string): Promise<Delivery[]> => tx<Delivery[]>`
  select mail_from, recipients, from_ip, received_at from mail.delivery where sha256 = ${sha256} order by received_at, id
`
