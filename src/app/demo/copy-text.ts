import { indexedWords, placeToFind } from '#enquiries/door.ts'
import type { Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { factColumns, factValues } from './fact-columns.ts'
import type { Played } from './stage.ts'

export type Value = string | number | boolean | null | Date
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: (it: Played, facts: Facing) => readonly (readonly Value[])[]
}

/** By what facts are counted. */
export type Facing = { readonly calendar: Calendar; readonly today: Day }

/** The tables that a history fills, and how. */
export const tables: readonly Table[] = [
  {
    name: 'enquiries.enquiry',
    columns: [
      'id',
      'reference',
      'version',
      'member_id',
      'raised_by',
      'kind',
      'channel',
      'direct',
      'late',
      'restricted',
      'topic_id',
      'ward_id',
      'mailbox_id',
      'holder_id',
      'accepted',
      'assigned_on',
      'right_mailbox_id',
      'status',
      'submitted_by',
      'round',
      'received_on',
      'registered_on',
      'clock_from',
      'limit_working_days',
      'pauses',
      'due_on',
      'extensions',
      'agreed_due_on',
      'headline_due_on',
      'acknowledged_on',
      'next_update_on',
      'answered_on',
      'first_answered_on',
      'closed_on',
      'outcome',
      'lane_on',
      'promises',
      'chases',
      'climbed',
      'said_on',
      'links',
      'set_lead_id',
      'contributions',
      'handed_over',
      'subject',
      'constituent',
      'place',
      'postcode',
      'latitude',
      'longitude',
      'created_at',
      'changed_at',
    ],
    rows: ({ enquiry: it, subject, constituent, place, createdAt, changedAt }) => [
      [
        it.id,
        it.reference,
        it.version,
        it.memberId,
        it.raisedBy,
        it.kind,
        it.channel,
        it.direct,
        it.late,
        it.restricted,
        it.topicId,
        it.wardId,
        it.mailboxId,
        it.holderId,
        it.accepted,
        it.assignedOn,
        it.rightMailboxId,
        it.status,
        it.submittedBy,
        it.round,
        it.receivedOn,
        it.registeredOn,
        it.clockFrom,
        it.limitWorkingDays,
        JSON.stringify(it.pauses),
        it.dueOn,
        JSON.stringify(it.extensions),
        it.agreedDueOn,
        it.headlineDueOn,
        it.acknowledgedOn,
        it.nextUpdateOn,
        it.answeredOn,
        it.firstAnsweredOn,
        it.closedOn,
        it.outcome,
        it.laneOn,
        JSON.stringify(it.promises),
        it.chases,
        JSON.stringify(it.climbed),
        it.saidOn,
        JSON.stringify(it.links),
        it.setLeadId,
        JSON.stringify(it.contributions),
        it.handedOver && JSON.stringify(it.handedOver),
        subject,
        constituent,
        place?.words ?? null,
        place?.postcode ?? null,
        place?.latitude ?? null,
        place?.longitude ?? null,
        createdAt,
        changedAt,
      ],
    ],
  },
  {
    name: 'enquiries.message',
    columns: [
      'id',
      'enquiry_id',
      'kind',
      'round',
      'at',
      'from_person',
      'from_part',
      'via',
      'internal',
      'words',
      'contact',
      'may_share',
    ],
    rows: ({ messages }) =>
      messages.map(it => [
        it.id,
        it.enquiryId,
        it.kind,
        it.round,
        it.at,
        it.fromPerson,
        it.fromPart,
        it.via,
        it.internal,
        it.words,
        it.contact ?? '',
        it.mayShare ?? null,
      ]),
  },
  {
    name: 'enquiries.searchable',
    columns: ['enquiry_id', 'created_at', 'member_id', 'words'],
    rows: ({ enquiry: it, subject, place, createdAt, messages }) => [
      [
        it.id,
        createdAt,
        it.memberId,
        indexedWords({
          subject,
          said: [
            ...messages.filter(one => !one.internal).map(one => one.words),
            ...(place ? [placeToFind(place)] : []),
          ],
          noted: messages.filter(one => one.internal).map(one => one.words),
          people: [it.memberId, it.holderId],
          ward: it.wardId,
          seenBy: [it.mailboxId, it.raisedBy],
        }),
      ],
    ],
  },
  {
    name: 'enquiries.event',
    columns: ['id', 'enquiry_id', 'sequence', 'type', 'at', 'on_day', 'by_person', 'as_part', 'on_behalf_of', 'data'],
    rows: ({ enquiry, history, newId }) =>
      history.map(({ event: { type, ...data }, at, on, by, as, onBehalfOf }, i) => [
        newId(),
        enquiry.id,
        i + 1,
        type,
        at,
        on,
        by,
        as,
        onBehalfOf,
        JSON.stringify(data),
      ]),
  },
  {
    name: 'enquiries.question',
    columns: ['id', 'enquiry_id', 'round', 'number', 'words', 'answer', 'excuse', 'answered_in'],
    rows: ({ enquiry, questions, newId }) =>
      questions.map(it => [
        newId(),
        enquiry.id,
        it.round,
        it.number,
        it.words,
        it.answer ?? null,
        it.excuse ?? null,
        it.answeredIn ?? null,
      ]),
  },
  {
    name: 'enquiries.promise',
    columns: ['id', 'enquiry_id', 'message_id', 'words', 'who', 'due_on'],
    rows: ({ enquiry, promises }) => promises.map(it => [it.id, enquiry.id, it.messageId, it.words, it.who, it.dueOn]),
  },
  {
    name: 'enquiries.contribution',
    columns: [
      'id',
      'enquiry_id',
      'asked_by',
      'of_person',
      'of_name',
      'of_address',
      'questions',
      'background',
      'due_on',
      'asked_at',
    ],
    rows: ({ contributions }) =>
      contributions.map(it => [
        it.id,
        it.enquiryId,
        it.askedBy,
        it.ofPerson,
        it.ofName,
        it.ofAddress,
        // an array in PostgreSQL's own writing; a question has no brackets or quotes of its own meaning inside quotes
        `{${it.questions.map(words => `"${words.replace(/["\\]/g, found => `\\${found}`)}"`).join(',')}}`,
        it.background,
        it.dueOn,
        it.askedAt,
      ]),
  },
  {
    name: 'enquiries.submission',
    columns: ['id', 'enquiry_id', 'round', 'submitted_by', 'answer', 'submitted_at'],
    rows: ({ enquiry, submissions }) =>
      submissions.map(it => [it.id, enquiry.id, it.round, it.submittedBy, JSON.stringify(it.answer), it.at]),
  },
  {
    name: 'enquiries.hand_over',
    columns: ['id', 'enquiry_id', 'mailbox_id', 'handed_by', 'wanted', 'shared', 'files', 'due_on', 'handed_at'],
    rows: ({ enquiry, handOvers }) =>
      handOvers.map(it => [
        it.id,
        enquiry.id,
        it.mailboxId,
        it.handedBy,
        it.wanted,
        JSON.stringify(it.shared),
        '[]',
        it.dueOn,
        it.at,
      ]),
  },
  { name: 'reports.fact', columns: factColumns, rows: factValues },
  {
    name: 'reports.restricted_fact',
    columns: ['enquiry_id', 'member_id'],
    rows: ({ enquiry: it }) => (it.restricted && it.outcome !== 'recorded-in-error' ? [[it.id, it.memberId]] : []),
  },
  {
    name: 'audit.entry',
    columns: ['at', 'actor', 'on_behalf_of', 'act', 'subject_kind', 'subject_id', 'subject_reference'],
    rows: ({ enquiry, acts }) =>
      acts.map(it => [it.at, it.actor, it.onBehalfOf, it.act, 'enquiry', enquiry.id, enquiry.reference]),
  },
]

/** Played enquiries in the text that PostgreSQL's COPY takes, one for each of `tables`. */
export const copyTexts = (played: readonly Played[], facing: Facing): Uint8Array<ArrayBuffer>[] =>
  tables.map(table => encoder.encode(played.map(it => linesOf(table, it, facing)).join('')))

const encoder = new TextEncoder()

function linesOf({ rows }: Table, played: Played, facing: Facing): string {
  let lines = ''
  for (const row of rows(played, facing)) lines += `${row.map(cell).join('\t')}\n`
  return lines
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const specials = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g

/** One value in COPY's text format. */
function cell(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return value instanceof Date ? value.toISOString() : String(value)
  // most values are ids, days and codes: looking is cheaper than replacing
  return specials.test(value) ? value.replace(everySpecial, found => special[found]!) : value
}
