import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { MessageKind, PromisedWords } from './act.ts'
import type { Day } from '#kernel/day.ts'

export type NewMessage = {
  readonly id: string
  readonly enquiryId: string
  readonly kind: MessageKind
  readonly round: number
  readonly at: Date
  readonly fromPerson: string | null
  readonly fromPart: string
  /** web, email, phone …: how these words reached us */
  readonly via: string
  readonly internal: boolean
  readonly words: string
  readonly quoted: string
  readonly rawSha256: string | null
  /** whom an answer says to ask; '' when nobody is named */
  readonly contact?: string
  /** whether an answer may be passed on to the resident; null: not said */
  readonly mayShare?: boolean | null
}

export type Message = Omit<Required<NewMessage>, 'enquiryId'> & { readonly fromName: string | null }

/** Keeps what was said. What the enquiry is found by is for keepSearchable and addSearchable. */
export const insertMessage = (tx: Tx, message: NewMessage): Statement =>
  tx`insert into enquiries.message ${tx({ ...message })}`

/** The conversation, oldest first; internal notes only where the viewer may read them. */
export const messagesOf = (tx: Tx, enquiryId: string): Promise<Message[]> => ask(tx, askMessages(tx, enquiryId))

export const askMessages = (tx: Tx, enquiryId: string): Asking<Message[]> => ({
  statement: tx`
    select m.id, m.kind, m.round, m.at, m.from_person, m.from_part, m.via, m.internal, m.words, m.quoted, m.raw_sha256,
           m.contact, m.may_share,
           -- whoever writes in a member's name is shown with it, wherever the conversation stands
           case when m.from_part = 'assistant' then p.name || ' for ' || (
             select o.name from enquiries.enquiry e join people.person o on o.id = e.member_id where e.id = m.enquiry_id)
             else p.name end as from_name
    from enquiries.message m
    left join people.person p on p.id = m.from_person
    where m.enquiry_id = ${enquiryId}
    order by m.at, m.id
  `,
  read: (rows: Message[]) => rows.map(it => ({ ...it, at: new Date(it.at) })),
})

export type PromiseKept = {
  readonly id: string
  /** null: owed for a chase without words */
  readonly messageId: string | null
  readonly words: string
  readonly who: string
  readonly dueOn: Day
}

export function insertPromises(
  tx: Tx,
  enquiryId: string,
  messageId: string,
  promises: readonly PromisedWords[],
): Statement | undefined {
  if (promises.length === 0) return undefined
  return tx`insert into enquiries.promise ${tx(promises.map(({ id, words, who, dueOn }) => ({ id, enquiryId, messageId, words, who, dueOn })))}`
}

export const promisesOf = (tx: Tx, enquiryId: string): Promise<PromiseKept[]> => ask(tx, askPromises(tx, enquiryId))

export const askPromises = (tx: Tx, enquiryId: string): Asking<PromiseKept[]> => ({
  statement: tx`
    select id, message_id, words, who, due_on from enquiries.promise where enquiry_id = ${enquiryId} order by due_on, id
  `,
  read: rows => rows,
})
