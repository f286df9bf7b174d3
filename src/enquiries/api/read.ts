import { z } from 'zod'
import { howWorkedOut, standingOf } from '#clock/door.ts'
import { file, json, missing, type Answer } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { parts, messageKinds } from '../act.ts'
import { attachmentOf, attachmentsOf, type Attachment } from '../attachment.sql.ts'
import { historyOf } from '../enquiry.sql.ts'
import { ladderShape, ladderTold } from './ladder.ts'
import { isOpen } from '../enquiry.ts'
import type { EnquiryEvent, EventType, Recorded } from '../events.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import { withoutLoads } from '../allocate/without-loads.ts'
import { eventSentence, type NamesById } from '../page/event-sentence.ts'
import { namesIn, unseenEnquiry } from '../page/names.ts'
import { isOfficer } from '../page/officer.ts'
import type { Opened } from '../page/open-enquiry.ts'
import type { ApiDeps } from './endpoints.ts'
import * as examples from './examples/reading.ts'
import { isId } from './look-up.ts'
import { inPath, opened, reading } from './opened.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { enquiryShape, told } from './represent.ts'

/** Everything that can be read about one enquiry, by whoever sees it. */
export const readEndpoints = (deps: ApiDeps): Endpoint[] => [
  {
    ...reading(
      '',
      'readEnquiry',
      'Read an enquiry',
      'Where it stands: who has it, since when, and when the answer is due.',
    ),
    answers: [{ status: 200, means: 'The enquiry', shape: enquiryShape }],
    example: examples.reading,
    handle: opened(deps, async it => json(await told(it.tx, it, it.asked.publicUrl))),
  },
  {
    ...reading(
      '/timeline',
      'readTimeline',
      'Read what happened',
      'Everything that happened to it, in order, each with a sentence.',
    ),
    answers: [{ status: 200, means: 'What happened', shape: z.strictObject({ events: z.array(eventShape) }) }],
    example: examples.timeline,
    handle: opened(deps, async it => json({ events: await eventsOf(it) })),
  },
  {
    ...reading(
      '/messages',
      'readMessages',
      'Read the conversation',
      'What was said, oldest first. Internal notes only for the council’s own people.',
    ),
    answers: [{ status: 200, means: 'The conversation', shape: z.strictObject({ messages: z.array(messageShape) }) }],
    example: examples.messages,
    handle: opened(deps, async it => json({ messages: await conversationOf(it) })),
  },
  {
    ...reading(
      '/clock',
      'readClock',
      'Read how the date was worked out',
      'Each day of the current round, counted or skipped, with why.',
    ),
    answers: [{ status: 200, means: 'The clock, day by day', shape: clockShape }],
    example: examples.clock,
    handle: opened(deps, it => json(clockOf(it))),
  },
  {
    ...reading(
      '/ladder',
      'readLadder',
      'Read how it climbs',
      'The steps of the escalation ladder in the order of their days: those this round has climbed, and those ahead unless something happens before.',
    ),
    answers: [{ status: 200, means: 'The ladder', shape: ladderShape }],
    example: examples.ladder,
    handle: opened(deps, async it => json(await ladderTold(it))),
  },
  {
    ...reading(
      '/attachments/:id',
      'readAttachment',
      'Read a file',
      'A photo or file of the conversation, as it may be shown: a photo without its camera’s data.',
    ),
    inPath: { ...inPath, id: 'The id of the file, from the conversation' },
    answers: [{ status: 200, means: 'The bytes of the file', type: 'application/octet-stream' }],
    example: examples.attachment,
    handle: opened(deps, it => attachmentIn(it, deps)),
  },
]

const eventShape = z.strictObject({
  sequence: z.int(),
  type: z.string().describe('What happened, in the past tense: `taken`, `answered`'),
  at: z.iso.datetime(),
  on: dayShape.describe('The day it counts from'),
  by: z.uuid().nullable().describe('Empty when the council’s own timetable did it'),
  byName: z.string(),
  as: z.enum(parts),
  onBehalfOf: z.uuid().nullable(),
  onBehalfOfName: z.string().nullable(),
  words: z.string(),
  detail: z.string().nullable(),
  message: z.uuid().nullable().describe('What was said with it'),
})

/** Members and their assistants are not told of what the council's own people wrote for each other. */
const internal: readonly EventType[] = [
  'contribution-asked',
  'contribution-given',
  'contribution-withdrawn',
  'contribution-reminded',
  'promise-reminded',
  'declined',
  'noted',
  'mail-filed',
  'added-to-set',
  'set-widened',
  'set-lead-changed',
  'left-set',
]

/** That another member asked the same is not told either: a link shows only to whoever sees both its ends. */
function isToldTo(event: EnquiryEvent, names: NamesById): boolean {
  if (internal.includes(event.type)) return false
  return !(event.type === 'linked' || event.type === 'unlinked') || names.enquiry(event.to) !== unseenEnquiry
}

async function eventsOf({ tx, asked, enquiry }: Opened): Promise<z.infer<typeof eventShape>[]> {
  const history = await historyOf(tx, enquiry.id)
  const names = await namesIn(tx, history)
  const shown = isOfficer(asked.viewer)
    ? history
    : history.filter(({ event }) => isToldTo(event, names)).map(withoutLoads)
  return shown.map(it => eventTold(it, names))
}

function eventTold(it: Recorded & { sequence: number }, names: NamesById): z.infer<typeof eventShape> {
  const { words, detail } = eventSentence(it, names)
  const { sequence, event, at, on, by, onBehalfOf } = it
  return {
    sequence,
    type: event.type,
    at: at.toISOString(),
    on,
    by,
    byName: by ? names.person(by) : 'One Stop',
    as: it.as as z.infer<typeof eventShape>['as'],
    onBehalfOf,
    onBehalfOfName: onBehalfOf && names.person(onBehalfOf),
    words,
    detail: detail || null,
    message: ('messageId' in event && event.messageId) || null,
  }
}

const attachmentShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  url: z.url(),
})

const messageShape = z.strictObject({
  id: z.uuid(),
  kind: z.enum(messageKinds),
  round: z.int(),
  at: z.iso.datetime(),
  from: z.uuid().nullable(),
  fromName: z.string().nullable(),
  as: z.enum(parts),
  via: z.string(),
  internal: z.boolean(),
  text: z.string(),
  quoted: z.string().describe('What a mail repeated of earlier ones'),
  contact: z.string().describe('Whom an answer says to ask'),
  mayShare: z.boolean().nullable().describe('Whether an answer may be passed on to the resident; null: not said'),
  attachments: z.array(attachmentShape),
})

async function conversationOf({ tx, asked, enquiry }: Opened): Promise<z.infer<typeof messageShape>[]> {
  const [messages, attachments] = await Promise.all([messagesOf(tx, enquiry.id), attachmentsOf(tx, enquiry.id)])
  const byMessage = Map.groupBy(attachments, it => it.messageId)
  const base = `${asked.publicUrl}/api/v1/enquiries/${enquiry.reference}/attachments/`
  return messages.map(it =>
    messageTold(
      it,
      (byMessage.get(it.id) ?? []).map(one => attachmentTold(one, base)),
    ),
  )
}

const attachmentTold = ({ id, name, type, size }: Attachment, base: string) => ({
  id,
  name,
  type,
  size,
  url: base + id,
})

function messageTold(it: Message, attachments: z.infer<typeof attachmentShape>[]): z.infer<typeof messageShape> {
  const { id, kind, round, via, internal, quoted, fromName, contact, mayShare } = it
  return {
    id,
    kind,
    round,
    at: it.at.toISOString(),
    from: it.fromPerson,
    fromName,
    as: it.fromPart as z.infer<typeof messageShape>['as'],
    via,
    internal,
    text: it.words,
    quoted,
    contact,
    mayShare,
    attachments,
  }
}

const clockShape = z.strictObject({
  reference: z.string(),
  round: z.int(),
  receivedOn: dayShape.describe('Day 0 of this round'),
  limitWorkingDays: z.int(),
  pauses: z.array(z.strictObject({ askedOn: dayShape, repliedOn: dayShape.nullable() })),
  dueOn: dayShape.nullable(),
  extensions: z.array(z.strictObject({ on: dayShape, workingDays: z.int(), dueOn: dayShape })),
  agreedDueOn: dayShape.nullable().describe('After extensions; timeliness is judged by dueOn'),
  standing: z.enum(['on-time', 'due-soon', 'overdue', 'very-overdue', 'paused']),
  stopped: z.boolean().describe('Answered or closed: judged for good'),
  workingDaysLeft: z.int(),
  workingDaysLate: z.int(),
  calendar: z.strictObject({ nation: z.string(), version: z.int() }),
  days: z.array(
    z.strictObject({
      on: dayShape,
      because: z.enum(['received', 'counted', 'due', 'not-worked', 'paused']),
      counted: z.int().nullable().describe('Which of the allowed working days this is'),
      why: z.string(),
    }),
  ),
})

function clockOf({ enquiry, calendar, asked }: Opened): z.infer<typeof clockShape> {
  const { reference, round, limitWorkingDays, pauses, dueOn, clockFrom } = enquiry
  const { today } = asked.now
  const stoppedOn = isOpen(enquiry) ? undefined : (enquiry.answeredOn ?? enquiry.closedOn ?? undefined)
  const standing = standingOf({ calendar, dueOn: dueOn ?? undefined, today, ...(stoppedOn && { stoppedOn }) })
  const days = howWorkedOut({ receivedOn: clockFrom, limitWorkingDays, pauses, calendar }, today)
  return {
    reference,
    round,
    receivedOn: clockFrom,
    limitWorkingDays,
    pauses: pauses.map(({ askedOn, repliedOn }) => ({ askedOn, repliedOn: repliedOn ?? null })),
    dueOn,
    extensions: [...enquiry.extensions],
    agreedDueOn: enquiry.agreedDueOn,
    ...standing,
    calendar: { nation: calendar.nation, version: calendar.version },
    days: days.map(({ on, because, counted, why }) => ({ on, because, counted: counted ?? null, why })),
  }
}

async function attachmentIn({ tx, asked, enquiry }: Opened, { files }: ApiDeps): Promise<Answer> {
  const { id = '' } = asked.params
  const found = isId(id) ? await attachmentOf(tx, enquiry.reference, id) : undefined
  if (!found) return missing
  return file({ body: await files.read(found.shownSha256), type: found.type, saveAs: found.name })
}
