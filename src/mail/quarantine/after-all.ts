import { dayOf } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { gather } from '../in/gather.ts'
import type { Claimed, Outcome } from '../in/intake.sql.ts'
import { actOn, letterOf, type PostRoom } from '../in/process.ts'
import type { Arrival } from '../understand/arrival.ts'
import { understand, type Facts } from '../understand/understand.ts'
import type { Decision, Ordered } from './decide.ts'

type Either = Extract<Decision, { kind: 'restrict' | 'let-through' }>

/**
 * Does with a message that waited what it asked for when it came, or makes of it a new enquiry for a proper officer. It is
 * understood anew, and may be refused for any other reason that mail is held for. Its receipt date stays.
 */
export async function afterAll(
  tx: Tx,
  { parser, deps, stamp }: PostRoom,
  message: Claimed,
  { decision, by, entry }: Ordered<Either>,
): Promise<Result<Outcome>> {
  const parsed = await parser.parse(message.bytes, message.mailFrom)
  if (!parsed.ok) return refuse(parsed.reason, parsed.words)
  const { mail } = parsed
  if (!entry.senderCheck) return refuse('not-judged', 'Who sent it was not checked. Make a new enquiry of it instead')
  const { recipients, receivedAt } = message
  const question = { mail, recipients, verdict: entry.senderCheck, stamp, deps, today: dayOf(by.at), receivedAt }
  const { facts } = await gather(tx, question)
  const arrival = decision.kind === 'restrict' ? theRestrictedWay(facts, decision.sensitive) : understand(facts)
  if (arrival.kind === 'held') return refuse(arrival.reason, arrival.words)
  const outcome = await actOn(tx, deps, arrival, letterOf(message, mail))
  return outcome.state === 'quarantined' ? refuse(outcome.reason ?? 'refused', outcome.words ?? '') : allow(outcome)
}

const nothingToFollow = { byReplyAddress: [], byOurMessageId: [], byStoredMessageId: [], bySubject: [] }

/** A reply too becomes an enquiry of its own: the one it answers is open to people who should not read this. */
function theRestrictedWay(facts: Facts, sensitive: string): Arrival {
  const arrival = understand({ ...facts, traces: nothingToFollow, toRevoked: false, part: undefined })
  return arrival.kind === 'new-enquiry' || arrival.kind === 'record' ? { ...arrival, sensitive } : arrival
}
