import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import { mailboxesById, topics } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, problem, type Answer } from '#platform/http/answer.ts'
import { cursorOf, notOurs, placeOf } from '#platform/http/cursor.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import { channels, kinds, statuses } from '../enquiry.ts'
import { listEnquiries, type After, type Filter, type Listed } from '../list.sql.ts'
import { listing } from './examples/reading.ts'
import { isId, keyField, mailboxNamed, personField, personNamed, topicNamed } from './look-up.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { trackingUrlOf } from './represent.ts'

/** By what a list is narrowed; everything said must hold. */
export const narrowing = z.strictObject({
  status: z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(z.enum(statuses, `Use ${statuses.join(', ')}`)))
    .optional()
    .describe(`One or several of ${statuses.join(', ')}, with commas between them`),
  mailbox: keyField('Name the mailbox').optional(),
  member: personField('Name the member').optional(),
  topic: keyField('Name the topic').optional(),
  overdue: z
    .literal('true', 'Use true, or leave it out')
    .optional()
    .describe('Only what is open and past its due date'),
  q: z
    .string()
    .trim()
    .max(200, 'Use at most 200 characters')
    .optional()
    .describe('Words, "phrases", names of people and wards, a reference, or its number'),
})

const query = narrowing.extend({
  order: z
    .enum(['newest', 'due'], 'Use newest or due')
    .default('newest')
    .describe('By registration, or by due date with what waits last'),
  limit: z.coerce
    .number('Use a number from 1 to 200')
    .int('Use a number from 1 to 200')
    .min(1, 'Use a number from 1 to 200')
    .max(200, 'Use a number from 1 to 200')
    .default(50),
  after: z.string().optional().describe('Where the page before ended: take it from its `next`'),
})

type Query = z.infer<typeof query>

export const listedShape = z.strictObject({
  reference: z.string(),
  subject: z.string(),
  status: z.enum(statuses),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  restricted: z.boolean(),
  round: z.int(),
  member: z.uuid(),
  memberName: z.string(),
  topic: z.string().nullable(),
  topicName: z.string().nullable(),
  mailbox: z.string().nullable(),
  mailboxName: z.string().nullable(),
  holder: z.uuid().nullable(),
  holderName: z.string().nullable(),
  receivedOn: dayShape,
  dueOn: dayShape.nullable(),
  agreedDueOn: dayShape.nullable(),
  headlineDueOn: dayShape.nullable(),
  nextUpdateOn: dayShape.nullable(),
  answeredOn: dayShape.nullable(),
  closedOn: dayShape.nullable(),
  chases: z.int(),
  openContributions: z.int(),
  trackingUrl: z.url(),
})

const page = z.strictObject({
  enquiries: z.array(listedShape),
  next: z.url().nullable().describe('The address of the next page; empty on the last one'),
})

/** `GET /api/v1/enquiries`. Pages stay where they are while rows are added, and page 1,000 costs what page 1 costs. */
export const listEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/v1/enquiries',
  may: 'enquiries.read',
  group: 'Enquiries',
  id: 'listEnquiries',
  title: 'List enquiries',
  means: 'Every enquiry you may see, a page at a time. Everything asked for must hold.',
  query,
  answers: [{ status: 200, means: 'One page of the list', shape: page }],
  problems: [401, 403, 422],
  example: listing,
  handle: async asked => {
    const given = givenAs(query, asked.query)
    if (!given.ok) return problem(given.refusal)
    const after = afterOf(given.value)
    if (!after.ok) return problem(after.refusal)
    return asked.transact(async (tx): Promise<Answer> => {
      const filter = await filterOf(tx, given.value, asked.now.today)
      if (!filter.ok) return problem(filter.refusal)
      // one more than asked for tells whether there is a next page
      const found = await listEnquiries(tx, filter.value, given.value.order, given.value.limit + 1, after.value)
      return pageOf(tx, asked, given.value, found)
    })
  },
}

async function pageOf(tx: Tx, asked: Asked, { order, limit }: Query, found: readonly Listed[]): Promise<Answer> {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const next = last && found.length > limit ? nextUrl(asked, order, last) : null
  const enquiries = await linesOf(tx, shown, asked.publicUrl)
  return json({ enquiries, next }, 200, next ? { link: `<${next}>; rel="next"` } : {})
}

function nextUrl({ publicUrl, query }: Asked, order: Query['order'], last: Listed): string {
  const value = order === 'due' ? (last.dueOn ?? '') : last.createdAt.toISOString()
  return `${publicUrl}/api/v1/enquiries?${new URLSearchParams({ ...query, after: cursorOf([order, value, last.id]) })}`
}

/** The place a cursor stands for; one of another order leads nowhere. */
function afterOf({ after, order }: Query): Result<After | undefined> {
  if (after === undefined) return allow(undefined)
  const place = placeOf(after, 3)
  if (!place.ok) return place
  const [orderThen, value = '', id = ''] = place.value
  const isPlace = orderThen === order && isId(id) && (order === 'due' ? dueValue.test(value) : isInstant(value))
  return isPlace ? allow({ value, id }) : notOurs
}

const dueValue = /^(\d{4}-\d{2}-\d{2})?$/
const isInstant = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))

export async function filterOf(tx: Tx, given: z.infer<typeof narrowing>, today: Day): Promise<Result<Filter>> {
  const nothing = allow(undefined)
  const [mailbox, member, topic] = await Promise.all([
    given.mailbox ? mailboxNamed(tx, given.mailbox) : nothing,
    given.member ? personNamed(tx, given.member, 'member', 'There is no member with this address') : nothing,
    given.topic ? topicNamed(tx, given.topic) : nothing,
  ])
  if (!mailbox.ok) return mailbox
  if (!member.ok) return member
  if (!topic.ok) return topic
  return allow({
    ...(given.status && { status: given.status }),
    ...(mailbox.value && { mailbox: [mailbox.value] }),
    ...(member.value && { member: [member.value] }),
    ...(topic.value && { topic: topic.value }),
    ...(given.overdue && { dueBefore: today }),
    ...(given.q && { q: given.q }),
  })
}

async function linesOf(tx: Tx, rows: readonly Listed[], publicUrl: string): Promise<z.infer<typeof listedShape>[]> {
  const [mailboxes, allTopics] = await Promise.all([
    mailboxesById(tx, [...new Set(rows.flatMap(row => row.mailboxId ?? []))]),
    topics(tx),
  ])
  const mailboxKeys = new Map(mailboxes.map(it => [it.id, it.key]))
  const topicKeys = new Map(allTopics.map(it => [it.id, it.key]))
  return rows.map(row => ({
    reference: row.reference,
    subject: row.subject,
    status: row.status,
    kind: row.kind,
    channel: row.channel,
    restricted: row.restricted,
    round: row.round,
    member: row.memberId,
    memberName: row.memberName,
    topic: (row.topicId && topicKeys.get(row.topicId)) ?? null,
    topicName: row.topicName,
    mailbox: (row.mailboxId && mailboxKeys.get(row.mailboxId)) ?? null,
    mailboxName: row.mailboxName,
    holder: row.holderId,
    holderName: row.holderName,
    receivedOn: row.receivedOn,
    dueOn: row.dueOn,
    agreedDueOn: row.agreedDueOn,
    headlineDueOn: row.headlineDueOn,
    nextUpdateOn: row.nextUpdateOn,
    answeredOn: row.answeredOn,
    closedOn: row.closedOn,
    chases: row.chases,
    openContributions: row.openContributions,
    trackingUrl: trackingUrlOf(publicUrl, row.reference),
  }))
}
