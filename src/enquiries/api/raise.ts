import { z } from 'zod'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { mailboxById, sensitiveWords, topicById, warningIn, type TextWarning } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, problem, type Answer } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import { requestUnder } from '../once.sql.ts'
import { channels, kinds, statuses, type Enquiry } from '../enquiry.ts'
import { raise, type Raised } from '../raise/raise.ts'
import { raiseShape, type Raise } from '../raise/raise-shape.ts'
import type { ApiDeps } from './endpoints.ts'
import { keyOf } from './idempotency-key.ts'
import { raising } from './examples/reading.ts'
import { isId, keyField, personField, wardNamed } from './look-up.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { trackingUrlOf } from './represent.ts'
import { filesField, keepSent, mostBytesOfRequest } from './sent-files.ts'

const body = raiseShape
  .extend({
    member: personField('Select the member'),
    topic: keyField('Select a topic').nullish().describe('What it is about, by id or key; it decides the mailbox'),
    mailbox: keyField('Select a mailbox').nullish().describe('Where it goes, by id or key, when that is known'),
    ward: keyField('Select a ward').nullish().describe('Where it is about, by id or key'),
    channel: z.enum(channels).default('api'),
    attachments: filesField,
  })
  .strict()

const raisedShape = z.strictObject({
  reference: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  restricted: z.boolean(),
  topic: z.string().nullable(),
  mailbox: z
    .string()
    .nullable()
    .describe('The key of the mailbox that has it; empty while member services look for one'),
  mailboxName: z.string().nullable(),
  receivedOn: dayShape,
  limitWorkingDays: z.int(),
  dueOn: dayShape,
  trackingUrl: z.url(),
})

/** `POST /api/v1/enquiries`. */
export const raiseEndpoint = ({ house, files }: ApiDeps): Endpoint => ({
  method: 'POST',
  path: '/api/v1/enquiries',
  may: 'api.use',
  mostBytes: mostBytesOfRequest,
  group: 'Enquiries',
  id: 'raiseEnquiry',
  title: 'Raise an enquiry',
  means:
    'A member, or somebody for a member, asks the council something. It gets its number, its due date and its mailbox at once. Name neither topic nor mailbox, and member services find the right place. A text that may be sensitive is asked about: `sensitive` sends it to the proper officer of that kind, `null` says that everybody who works on it may read it.',
  body,
  once: true,
  answers: [{ status: 201, means: 'It is on record', shape: raisedShape }],
  problems: [400, 401, 403, 413, 422],
  example: raising,
  handle: async asked => {
    const given = givenAs(body, asked.body)
    if (!given.ok) return problem(given.refusal)
    const key = keyOf(asked)
    if (!key.ok) return problem(key.refusal)
    const { attachments, ...named } = given.value
    const kept = attachments.length > 0 ? await keepSent(files, attachments) : allow([])
    if (!kept.ok) return problem(kept.refusal)
    const way = { now: asked.now, files: kept.value, ...(key.value && { idempotencyKey: key.value }) }
    return asked.transact(async (tx): Promise<Answer> => {
      const meant = await meaning(tx, named)
      if (!meant.ok) return problem(meant.refusal)
      const warning = await unanswered(tx, meant.value, asked.viewer.person, key.value)
      if (warning) return problem(mayBeSensitive(warning))
      const raised = await raise(tx, house, asked.viewer, meant.value, way)
      if (!raised.ok) return problem(raised.refusal)
      return created(await raisedAs(tx, raised.value, asked.publicUrl))
    })
  },
})

/**
 * What may be sensitive, where the request does not say yet whether it is. One that was sent before and comes again is
 * answered as it was.
 */
async function unanswered(
  tx: Tx,
  { subject, text, sensitive }: Raise,
  person: string | null,
  key: string | undefined,
): Promise<TextWarning | undefined> {
  if (sensitive !== undefined) return undefined
  const warning = warningIn(`${subject}\n${text}`, await sensitiveWords(tx))
  if (!warning?.warns || (key && person && (await requestUnder(tx, person, key)))) return undefined
  return warning
}

/** Nothing is on record yet: the problem says what was found, and both ways on. */
const mayBeSensitive = ({ found, words, sensitivity }: TextWarning): Refusal => ({
  code: 'may-be-sensitive',
  words: `${words}: send "sensitive": "${sensitivity}". If everybody who works on it may read it, send "sensitive": null`,
  field: 'sensitive',
  also: found
    .filter(it => it.warns)
    .map(it => refuse(it.kind, `It seems to tell of ${it.words}. ${it.why}`, 'text').refusal),
})

type Named = Omit<z.infer<typeof body>, 'attachments'>

/** Member, topic and mailbox are found by whoever raises, whatever they are named by; only a ward is looked up here. */
async function meaning(tx: Tx, given: Named): Promise<Result<Raise>> {
  if (!given.member.includes('@') && !isId(given.member))
    return refuse('no-such-member', 'Send the id or the e-mail address of a member', 'member')
  if (!given.ward || isId(given.ward)) return allow(given)
  const ward = await wardNamed(tx, given.ward)
  return ward.ok ? allow({ ...given, ward: ward.value }) : ward
}

const created = (raised: z.infer<typeof raisedShape>): Answer =>
  json(raised, 201, { location: `/api/v1/enquiries/${raised.reference}` })

/** Told from what was decided and not read again: who raises a restricted matter may not see it afterwards. */
async function raisedAs(tx: Tx, raised: Raised, publicUrl: string): Promise<z.infer<typeof raisedShape>> {
  const { reference, version, status, kind, channel, restricted, receivedOn, limitWorkingDays } = raised.enquiry
  const { topic, mailbox } = raised.again ? await placeOf(tx, raised.enquiry) : (raised.destination ?? nowhere)
  return {
    reference,
    version,
    status,
    kind,
    channel,
    restricted,
    topic: topic?.key ?? null,
    mailbox: mailbox?.key ?? null,
    mailboxName: mailbox?.name ?? null,
    receivedOn,
    limitWorkingDays,
    dueOn: raised.enquiry.headlineDueOn!,
    trackingUrl: trackingUrlOf(publicUrl, reference),
  }
}

const nowhere = { topic: undefined, mailbox: undefined }

/** Where an enquiry lies that the same request made before. */
async function placeOf(tx: Tx, { topicId, mailboxId }: Enquiry) {
  const [topic, mailbox] = await Promise.all([
    topicId ? topicById(tx, topicId) : undefined,
    mailboxId ? mailboxById(tx, mailboxId) : undefined,
  ])
  return { topic, mailbox }
}
