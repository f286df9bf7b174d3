import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Attachment } from './attachment.sql.ts'
import type { EnquiryEvent, Recorded } from './events.ts'
import { promisesOf, type PromiseKept } from './message.sql.ts'
import { questionsOf, type Question } from './question.sql.ts'

/** One event with the words that belong to it: what reactions need to tell people about it. */
export type EventWords = {
  readonly enquiryId: string
  readonly reference: Reference
  readonly recorded: Recorded
  /** what was said in the same act; '' when nothing was, and at the receipt, which repeats nothing to its writer */
  readonly words: string
  /** the questions answered by this very message */
  readonly questions: readonly Question[]
  /** what this very message promised */
  readonly promises: readonly PromiseKept[]
  readonly files: readonly Pick<Attachment, 'name' | 'type' | 'size' | 'shownSha256'>[]
  /** whom to ask about it; '' when nobody is named */
  readonly contact: string
  /** whether it may be passed on to the resident; null: not said */
  readonly mayShare: boolean | null
}

type Row = Omit<Recorded, 'event'> & {
  id: string
  enquiryId: string
  reference: Reference
  type: string
  data: { messageId?: string }
}

export const eventWithWords = async (tx: Tx, eventId: string): Promise<EventWords | undefined> =>
  (await eventsWithWords(tx, [eventId]))[0]

/** Several in one question, in the order of their ids as they were given; those not there are left out. */
export async function eventsWithWords(
  tx: Tx,
  eventIds: readonly string[],
): Promise<(EventWords & { eventId: string })[]> {
  const rows = await tx<Row[]>`
    select v.id, v.enquiry_id, e.reference, v.type, v.data, v.at, v.on_day as "on", v.by_person as "by", v.as_part as "as",
      v.on_behalf_of
    from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id
    where v.id = any (${eventIds as string[]}::uuid[])
  `
  const known = new Map(rows.map(row => [row.id, row]))
  return Promise.all(eventIds.flatMap(id => known.get(id) ?? []).map(row => withWords(tx, row)))
}

async function withWords(tx: Tx, { id, enquiryId, reference, type, data, ...when }: Row) {
  const recorded: Recorded = { ...when, event: { type, ...data } as unknown as EnquiryEvent }
  const said = await wordsOf(tx, enquiryId, type === 'received' ? undefined : data.messageId)
  return { eventId: id, enquiryId, reference, recorded, ...said }
}

async function wordsOf(tx: Tx, enquiryId: string, messageId: string | undefined) {
  if (!messageId) return { words: '', questions: [], promises: [], files: [], contact: '', mayShare: null }
  const [[message], questions, promises, files] = await Promise.all([
    tx<{ words: string; contact: string; mayShare: boolean | null }[]>`
      select words, contact, may_share from enquiries.message where id = ${messageId}`,
    questionsOf(tx, enquiryId),
    promisesOf(tx, enquiryId),
    tx<EventWords['files'][number][]>`
      select name, type, size, shown_sha256 from enquiries.attachment where message_id = ${messageId} order by id
    `,
  ])
  return {
    words: message?.words ?? '',
    contact: message?.contact ?? '',
    mayShare: message?.mayShare ?? null,
    questions: questions.filter(question => question.answeredIn === messageId),
    promises: promises.filter(promise => promise.messageId === messageId),
    files: [...files],
  }
}

/** The events since a moment, oldest first; only the newest `most` of them. */
export async function recentEvents(tx: Tx, since: Date, most: number): Promise<{ id: string; at: Date }[]> {
  return tx<{ id: string; at: Date }[]>`
    select id, at from (
      select id, at from enquiries.event where on_day >= ${since}::date and at >= ${since} order by at desc limit ${most}
    ) newest
    order by at, id
  `
}
