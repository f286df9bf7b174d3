import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type postgres from 'postgres'
import type { Tx } from '#platform/db/database.ts'
import type { Played } from './stage.ts'

/** Writes played history in bulk, by COPY into bare tables (see bare-tables.sql.ts). */
export async function keepPlayed(tx: Tx, batch: readonly Played[]): Promise<void> {
  for (const table of tables) await copyInto(tx, table, batch)
}

/** The tables that a history fills. */
export const historyTables = (): string[] => tables.map(table => table.name)

type Value = string | number | boolean | null | Date
type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: (it: Played) => readonly (readonly Value[])[] }

const tables: readonly Table[] = [
  {
    name: 'enquiries.enquiry',
    columns: ['id', 'reference', 'version', 'member_id', 'raised_by', 'kind', 'channel', 'direct', 'late', 'restricted', 'topic_id', 'ward_id', 'mailbox_id', 'holder_id', 'accepted', 'status', 'round', 'received_on', 'registered_on', 'clock_from', 'limit_working_days', 'pauses', 'due_on', 'headline_due_on', 'acknowledged_on', 'next_update_on', 'answered_on', 'first_answered_on', 'closed_on', 'outcome', 'lane_on', 'promises', 'chases', 'subject', 'constituent', 'created_at', 'changed_at'],
    rows: ({ enquiry: it, subject, constituent, createdAt, changedAt }) => [
      [it.id, it.reference, it.version, it.memberId, it.raisedBy, it.kind, it.channel, it.direct, it.late, it.restricted, it.topicId, it.wardId, it.mailboxId, it.holderId, it.accepted, it.status, it.round, it.receivedOn, it.registeredOn, it.clockFrom, it.limitWorkingDays, JSON.stringify(it.pauses), it.dueOn, it.headlineDueOn, it.acknowledgedOn, it.nextUpdateOn, it.answeredOn, it.firstAnsweredOn, it.closedOn, it.outcome, it.laneOn, JSON.stringify(it.promises), it.chases, subject, constituent, createdAt, changedAt],
    ],
  },
  {
    name: 'enquiries.message',
    columns: ['id', 'enquiry_id', 'kind', 'round', 'at', 'from_person', 'from_part', 'via', 'internal', 'words'],
    rows: ({ messages }) => messages.map(it => [it.id, it.enquiryId, it.kind, it.round, it.at, it.fromPerson, it.fromPart, it.via, it.internal, it.words]),
  },
  {
    name: 'enquiries.event',
    columns: ['enquiry_id', 'sequence', 'type', 'at', 'on_day', 'by_person', 'as_part', 'on_behalf_of', 'data'],
    rows: ({ enquiry, history }) =>
      history.map(({ event: { type, ...data }, at, on, by, as, onBehalfOf }, i) => [enquiry.id, i + 1, type, at, on, by, as, onBehalfOf, JSON.stringify(data)]),
  },
  {
    name: 'enquiries.question',
    columns: ['enquiry_id', 'round', 'number', 'words', 'answer', 'excuse', 'answered_in'],
    rows: ({ enquiry, questions }) => questions.map(it => [enquiry.id, it.round, it.number, it.words, it.answer ?? null, it.excuse ?? null, it.answeredIn ?? null]),
  },
  {
    name: 'enquiries.promise',
    columns: ['id', 'enquiry_id', 'message_id', 'words', 'who', 'due_on'],
    rows: ({ enquiry, promises }) => promises.map(it => [it.id, enquiry.id, it.messageId, it.words, it.who, it.dueOn]),
  },
  {
    name: 'audit.entry',
    columns: ['at', 'actor', 'on_behalf_of', 'act', 'subject_kind', 'subject_id', 'subject_reference'],
    rows: ({ enquiry, acts }) => acts.map(it => [it.at, it.actor, it.onBehalfOf, it.act, 'enquiry', enquiry.id, enquiry.reference]),
  },
]

async function copyInto(tx: Tx, { name, columns, rows }: Table, batch: readonly Played[]): Promise<void> {
  const stream = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable()
  await written(stream, batch, rows)
}

async function written(stream: NodeJS.WritableStream, batch: readonly Played[], rows: Table['rows']): Promise<void> {
  let text = ''
  for (const it of batch) {
    for (const row of rows(it)) text += `${row.map(cell).join('\t')}\n`
    if (text.length > 256_000) {
      if (!stream.write(text)) await once(stream, 'drain')
      text = ''
    }
  }
  stream.end(text)
  await finished(stream)
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One value in COPY's text format. */
function cell(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, found => special[found]!) : String(value)
}

/** Numbering goes on where the history ended. */
export async function keepNumbers(tx: Tx): Promise<void> {
  await tx`
    insert into enquiries.numbering (year, last)
    select split_part(reference, '-', 2)::int, max(split_part(reference, '-', 3)::int) from enquiries.enquiry group by 1
    on conflict (year) do update set last = excluded.last
  `
}

export const analyse = (owner: postgres.Sql): Promise<unknown> => owner.unsafe('analyze')
