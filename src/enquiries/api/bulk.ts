import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseReference, type Reference } from '#kernel/reference.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, missing, problem, type Answer } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import { newId } from '#kernel/id.ts'
import { referencesOf } from '../list.sql.ts'
import { keepOnce } from '../once.sql.ts'
import { knownKey } from '../raise/raise.sql.ts'
import { beginBulk, beginUndo } from '../work-list/bulk/begin-bulk.ts'
import { actBehind, bulkActNames, type BulkActName } from '../work-list/bulk/bulk-acts.ts'
import { bulkById, insertBulk, itemsOf, lastBulks, tallyOf, undoOf } from '../work-list/bulk/bulk.sql.ts'
import { mostAtOnce, type Bulk } from '../work-list/bulk/bulk.ts'
import { foresee } from '../work-list/bulk/foresee.ts'
import { meaning } from './act.ts'
import * as examples from './bulk-examples.ts'
import { keyOf } from './idempotency-key.ts'
import type { ApiDeps } from './endpoints.ts'
import { filterOf, narrowing } from './list.ts'
import { isId } from './look-up.ts'

const may = 'enquiries.bulk'
const group = 'Many at once'
const inPath = { id: 'The id of what was begun, from the answer that began it' }

const body = z.strictObject({
  act: z.enum(bulkActNames, `Use ${bulkActNames.join(', ')}`).describe('What is done to each'),
  given: z
    .record(z.string(), z.unknown())
    .default({})
    .describe(
      'What the act takes, as its own address takes it: `give` as `reassign`, the others as the act of their name',
    ),
  references: z
    .array(z.string())
    .max(mostAtOnce, `Name at most ${mostAtOnce}`)
    .optional()
    .describe('Which enquiries; or leave it out and say what they must match'),
  matching: narrowing.optional().describe('All that match, as the list of enquiries is narrowed'),
})

const bulkShape = z.strictObject({
  id: z.uuid(),
  act: z.string(),
  state: z.enum(['preview', 'running', 'done']).describe('Nothing is changed before it runs'),
  undoes: z.uuid().nullable().describe('What it takes back'),
  undoneBy: z.uuid().nullable(),
  waiting: z.int().describe('Still to be done; in a preview, those that would change'),
  done: z.int(),
  refused: z.int().describe('Those that a rule refuses, each with its reason'),
  undoable: z.int(),
  madeAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
})

const itemShape = z.strictObject({
  place: z.int(),
  reference: z.string(),
  state: z.enum(['waiting', 'done', 'refused']),
  code: z.string().nullable(),
  words: z.string().nullable(),
})

const itemQuery = z.strictObject({
  state: z.enum(['waiting', 'done', 'refused'], 'Use waiting, done or refused').optional(),
  after: z.coerce
    .number('Use a place')
    .int('Use a place')
    .min(0, 'Use a place')
    .default(0)
    .describe('The last place of the page before'),
  limit: z.coerce
    .number('Use a number from 1 to 500')
    .int()
    .min(1, 'Use a number from 1 to 500')
    .max(500, 'Use a number from 1 to 500')
    .default(100),
})

/** One act over many enquiries: looked at, confirmed, followed, taken back. The worker does it, as the person. */
export const bulkEndpoints = (deps: ApiDeps): Endpoint[] => [
  {
    method: 'POST',
    path: '/api/v1/bulk',
    may,
    group,
    id: 'planBulk',
    title: 'Look at one act over many',
    means: 'What the rules say to each enquiry. Nothing is changed until it is confirmed.',
    body,
    once: true,
    answers: [{ status: 201, means: 'What would happen', shape: bulkShape }],
    problems: [400, 401, 403, 422],
    example: examples.plan,
    handle: asked => plan(asked, deps),
  },
  {
    method: 'GET',
    path: '/api/v1/bulk',
    may,
    group,
    id: 'listBulks',
    title: 'List what you did to many',
    means: 'The last 50 that were confirmed, the newest first.',
    answers: [{ status: 200, means: 'What was done', shape: z.strictObject({ bulks: z.array(bulkShape) }) }],
    problems: [401, 403],
    example: examples.list,
    handle: asked => asked.transact(async tx => json({ bulks: await lastOf(tx, asked.viewer.person!) })),
  },
  {
    method: 'GET',
    path: '/api/v1/bulk/:id',
    may,
    group,
    id: 'readBulk',
    title: 'Read how far it is',
    means: 'How many are done, refused, and still to come.',
    inPath,
    answers: [{ status: 200, means: 'How far it is', shape: bulkShape }],
    problems: [401, 403, 404],
    example: examples.read,
    handle: asked => asked.transact(async tx => onOne(tx, asked, async it => json(await told(tx, it)))),
  },
  {
    method: 'GET',
    path: '/api/v1/bulk/:id/items',
    may,
    group,
    id: 'readBulkItems',
    title: 'Read what became of each',
    means: 'Each enquiry with its result, in their order.',
    inPath,
    query: itemQuery,
    answers: [{ status: 200, means: 'The results', shape: z.strictObject({ items: z.array(itemShape) }) }],
    problems: [401, 403, 404, 422],
    example: examples.items,
    handle: items,
  },
  {
    method: 'POST',
    path: '/api/v1/bulk/:id/confirm',
    may,
    group,
    id: 'confirmBulk',
    title: 'Let it run',
    means: 'What was looked at is done, enquiry by enquiry. Sent twice, it runs once.',
    inPath,
    answers: [{ status: 200, means: 'It is under way', shape: bulkShape }],
    problems: [401, 403, 404],
    example: examples.confirm,
    handle: asked =>
      asked.transact(async tx =>
        onOne(tx, asked, async it => {
          await beginBulk(tx, asked, deps, it)
          return json(await told(tx, (await bulkById(tx, it.id))!))
        }),
      ),
  },
  {
    method: 'POST',
    path: '/api/v1/bulk/:id/undo',
    may,
    group,
    id: 'undoBulk',
    title: 'Take it back',
    means:
      'Each that can be is put back as far as it can be, by an act of its own. What somebody changed since stays. Sent twice, it is taken back once.',
    inPath,
    answers: [{ status: 200, means: 'Taking back is under way', shape: bulkShape }],
    problems: [401, 403, 404, 422],
    example: examples.undo,
    handle: asked => asked.transact(async tx => onOne(tx, asked, it => takeBack(tx, asked, deps, it))),
  },
]

async function plan(asked: Asked, deps: ApiDeps): Promise<Answer> {
  const given = givenAs(body, asked.body)
  if (!given.ok) return problem(given.refusal)
  const key = keyOf(asked)
  if (!key.ok) return problem(key.refusal)
  return asked.transact(async (tx): Promise<Answer> => {
    const person = asked.viewer.person!
    const digest = createHash('sha256')
      .update(JSON.stringify(['bulk', given.value]))
      .digest('hex')
    const before = key.value && (await knownKey(tx, person, key.value))
    if (before && before.requestSha256 !== digest)
      return problem(
        refuse('key-reused', 'This Idempotency-Key was used for something else', 'Idempotency-Key').refusal,
      )
    const id = before ? before.reference : newId()
    if (!before) {
      const kept = await keepPlan(tx, asked, deps, given.value, id)
      if (!kept.ok) return problem(kept.refusal)
      if (key.value) await keepOnce(tx, person, key.value, digest, id, asked.now.at)
    }
    const bulk = await bulkById(tx, id)
    return bulk ? json(await told(tx, bulk), 201, { location: `/api/v1/bulk/${id}` }) : missing
  })
}

type Wanted = z.infer<typeof body>

async function keepPlan(tx: Tx, asked: Asked, { house }: ApiDeps, wanted: Wanted, id: string): Promise<Result<true>> {
  const { viewer, now } = asked
  const chosen = await actGiven(tx, wanted.act, wanted.given)
  if (!chosen.ok) return chosen
  const found = await meant(tx, wanted, asked)
  if (!found.ok) return found
  const references = found.value.map(it => it.reference)
  const items = await foresee(tx, house, viewer, references, wanted.act, chosen.value, { now })
  const row = { id, personId: viewer.person!, act: wanted.act, given: chosen.value, matching: '', madeAt: now.at }
  await insertBulk(tx, row, items)
  return allow(true)
}

/** What the act takes, with people, mailboxes and topics also by their names. Errors stand under `given`. */
async function actGiven(tx: Tx, act: BulkActName, given: object): Promise<Result<object>> {
  const named = await meaning(tx, given)
  if (!named.ok) return below(named.refusal)
  const read = givenAs(actBehind(act).shape as unknown as z.ZodType<object>, named.value)
  return read.ok ? read : below(read.refusal)
}

const below = (refusal: { code: string; words: string; field?: string }): Result<never> => ({
  ok: false,
  refusal: { ...refusal, field: refusal.field ? `given/${refusal.field}` : 'given' },
})

/** The enquiries that are meant, as far as whoever asks sees them; those they do not see are not there. */
async function meant(
  tx: Tx,
  { references, matching }: Wanted,
  { now }: Asked,
): Promise<Result<readonly { id: string; reference: Reference }[]>> {
  if (!references === !matching) return refuse('which', 'Send either references or what they must match', 'references')
  const filter = references
    ? allow({ reference: [...new Set(references.flatMap(it => parseReference(it) ?? []))] })
    : await filterOf(tx, matching!, now.today)
  if (!filter.ok) return filter
  const found = await referencesOf(tx, filter.value, references ? 'newest' : 'due', mostAtOnce + 1)
  if (found.length === 0)
    return refuse('none', 'No enquiry that you see is meant', references ? 'references' : 'matching')
  return found.length > mostAtOnce
    ? refuse('too-many', `More than ${mostAtOnce} match: narrow it further`, 'matching')
    : allow(found)
}

/** A bulk is its owner's alone: anybody else's is not there. */
async function onOne(tx: Tx, { params }: Asked, then: (it: Bulk) => Promise<Answer>): Promise<Answer> {
  const bulk = isId(params.id ?? '') ? await bulkById(tx, params.id!) : undefined
  return bulk ? then(bulk) : missing
}

async function takeBack(tx: Tx, asked: Asked, deps: ApiDeps, it: Bulk): Promise<Answer> {
  if (it.state !== 'done' || it.undoes)
    return problem(refuse('not-done', 'Only what is done can be taken back, and only once').refusal)
  await beginUndo(tx, asked, deps, it)
  const undone = await undoOf(tx, it.id)
  if (!undone) return problem(refuse('nothing-to-undo', 'Nothing of it can be taken back').refusal)
  return json(await told(tx, (await bulkById(tx, undone))!))
}

const items = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const given = givenAs(itemQuery, asked.query)
    if (!given.ok) return problem(given.refusal)
    const { state, after, limit } = given.value
    return onOne(tx, asked, async ({ id }) => {
      const found = await itemsOf(tx, id, state, after, limit)
      return json({ items: found.map(({ enquiryId: _, ownTo: _to, ...it }) => it) })
    })
  })

const lastOf = async (tx: Tx, person: string) => Promise.all((await lastBulks(tx, person, 50)).map(it => told(tx, it)))

async function told(tx: Tx, it: Bulk): Promise<z.infer<typeof bulkShape>> {
  const [tally, undoneBy] = await Promise.all([tallyOf(tx, it.id), undoOf(tx, it.id)])
  return {
    id: it.id,
    act: it.act,
    state: it.state,
    undoes: it.undoes,
    undoneBy: undoneBy ?? null,
    ...tally,
    madeAt: it.madeAt.toISOString(),
    confirmedAt: it.confirmedAt?.toISOString() ?? null,
    finishedAt: it.finishedAt?.toISOString() ?? null,
  }
}
