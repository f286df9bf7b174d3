import { refuse } from '#kernel/result.ts'
import { file, json, missing, problem, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { IntakeState } from '../in/intake.sql.ts'
import {
  deliveriesOf,
  intakeBySha256,
  listIntake,
  rawBytes,
  type Delivery,
  type IntakeEntry,
} from './read-intake.sql.ts'
import { outcomeInWords } from './words.ts'

const may = 'api.use'
/** What can become of a message, as programs ask for it. */
export const intakeStates = [
  'new-enquiry',
  'filed',
  'recorded',
  'answered',
  'automatic',
  'duplicate',
  'quarantined',
  'discarded',
] as const satisfies readonly IntakeState[]

const isState = (text: string): text is IntakeState => intakeStates.some(it => it === text)

/** What became of each raw message (contract.md). The database decides who sees which: One Stop, auditor, named people. */
export const intakeApiRoutes: Route[] = [
  { method: 'GET', path: '/api/v1/intake', may, handle: list },
  { method: 'GET', path: '/api/v1/intake/:sha256', may, handle: one },
  { method: 'GET', path: '/api/v1/intake/:sha256/raw', may, handle: raw },
]

async function list({ query, transact }: Asked): Promise<Answer> {
  const wanted = query.state ? query.state.split(',') : [...intakeStates]
  if (!wanted.every(isState)) {
    return problem(refuse('no-such-state', `state must be one of ${intakeStates.join(', ')}`, 'state').refusal)
  }
  const limit = query.limit === undefined ? 50 : Number(query.limit)
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 200)) {
    return problem(refuse('bad-limit', 'limit must be a whole number from 1 to 200', 'limit').refusal)
  }
  const found = await transact(async tx => {
    const after = query.after ? await intakeBySha256(tx, query.after) : undefined
    return listIntake(tx, { states: wanted, after: after?.id, limit: limit + 1 })
  })
  const items = found.slice(0, limit)
  return json({ items: items.map(it => shown(it)), ...(found.length > limit && { next: items.at(-1)?.sha256 }) })
}

async function one({ params, transact }: Asked): Promise<Answer> {
  return transact(async tx => {
    const entry = await intakeBySha256(tx, params.sha256 ?? '')
    return entry ? json(shown(entry, await deliveriesOf(tx, entry.sha256))) : missing
  })
}

async function raw({ params, transact }: Asked): Promise<Answer> {
  const bytes = await transact(tx => rawBytes(tx, params.sha256 ?? ''))
  return bytes ? file({ body: bytes, type: 'message/rfc822', saveAs: `${params.sha256}.eml` }) : missing
}

/** A message as the API tells of it. */
export const shown = (it: IntakeEntry, deliveries?: readonly Delivery[]) => ({
  sha256: it.sha256,
  receivedAt: it.receivedAt,
  state: it.state,
  outcome: outcomeInWords(it),
  reason: it.reason,
  from: it.fromAddress,
  subject: it.subject,
  reference: it.reference,
  duplicateOf: it.duplicateOf,
  senderCheck: it.senderCheck,
  decidedAt: it.decidedAt,
  ...(deliveries && { deliveries }),
})
