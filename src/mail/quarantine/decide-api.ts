import { randomUUID } from 'node:crypto'
import { json, missing, problem, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import type { PostRoom } from '../in/process.ts'
import { decide } from './decide.ts'
import { decisionIn } from './decision-in-form.ts'
import { shown } from './intake-api.ts'
import { intakeBySha256 } from './read-intake.sql.ts'

/**
 * `POST /api/v1/intake/{sha256}/decide` with the fields of the page: `act` (file, reply, new-enquiry, discard, restore,
 * undo, reprocess, restrict, let-through), `sensitive`, `reference`, `replyTo` and `person`, `member`, `reason`. Answers what became of the message.
 */
export async function decideByApi(room: PostRoom, asked: Asked): Promise<Answer> {
  const sha256 = asked.params.sha256 ?? ''
  const entry = await asked.transact(tx => intakeBySha256(tx, sha256))
  if (!entry) return missing
  const chosen = await decisionIn(room.deps, asked, { text: name => textIn(asked.body, name) })
  if (!chosen.ok) return problem(chosen.refusal)
  const { decision, reason } = chosen.value
  const by = { officerId: asked.viewer.person!, at: asked.now.at, reason, batch: randomUUID() }
  const decided = await decide(room, entry, decision, by)
  if (!decided.ok) return problem(decided.refusal)
  const now = await asked.transact(tx => intakeBySha256(tx, sha256))
  // in the queue again it is nobody's to see until it is understood
  return json(now ? shown(now) : { sha256, state: decided.value.state })
}

function textIn(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value.trim() : ''
}
