import { record } from '#audit/door.ts'
import type { Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { composed, summaryIn, type OfReview } from './compose.ts'
import { gather } from './gather.ts'
import type { Pack } from './pack.ts'
import { insertPack, readPack } from './pack.sql.ts'
import type { Span } from './span.ts'

export type Freezing = {
  readonly now: Now
  /** null: the timetable */
  readonly by: string | null
  /** what the review itself has to say */
  readonly review: OfReview
}

/** The pack as it would be frozen now; nothing is written. Needs a transaction that sees everything. */
export async function drawUp(tx: Tx, span: Span, { now, by, review }: Freezing): Promise<Omit<Pack, 'id' | 'title'>> {
  const gathered = await gather(tx, span, now.today)
  return {
    kind: span.kind,
    key: span.key,
    from: span.from,
    to: span.to,
    version: 1,
    document: composed(gathered, review),
    facts: { ...gathered.standing, summary: summaryIn(gathered) },
    frozenOn: now.today,
    frozenAt: now.at,
    frozenBy: by,
    reason: null,
  }
}

/**
 * Freezes a span that is over, in the one transaction it is given: cut off in the middle nothing is there, and twice makes
 * one. False when it was frozen before. Refusal: `not-over`.
 */
export async function freeze(tx: Tx, span: Span, freezing: Freezing): Promise<Result<boolean>> {
  if (span.to >= freezing.now.today) return refuse('not-over', `${span.label} is not over yet`)
  if (await readPack(tx, span.key)) return allow(false)
  return allow(await keep(tx, await drawUp(tx, span, freezing)))
}

/** Freezes it anew as a version of its own, with the reason. What was frozen stays. Refusals: `reason-missing`, `not-frozen`, `frozen-meanwhile`. */
export async function correct(tx: Tx, span: Span, freezing: Freezing, reason: string): Promise<Result<number>> {
  if (reason === '') return refuse('reason-missing', 'Enter why it is frozen again', 'reason')
  if (reason.length > 1000) return refuse('reason-long', 'Reason must be 1,000 characters or fewer', 'reason')
  const newest = await readPack(tx, span.key)
  if (!newest) return refuse('not-frozen', 'There is nothing to correct yet')
  const version = newest.version + 1
  const kept = await keep(tx, { ...(await drawUp(tx, span, freezing)), version, reason })
  return kept ? allow(version) : refuse('frozen-meanwhile', 'Somebody else corrected it meanwhile. Look at it again')
}

async function keep(tx: Tx, pack: Omit<Pack, 'id' | 'title'>): Promise<boolean> {
  if (!(await insertPack(tx, pack))) return false
  const { key, version, frozenAt: at, frozenBy: actor } = pack
  const { id } = (await readPack(tx, key, version))!
  const subject = { kind: 'pack', id, reference: key }
  await record(tx, { at, actor, act: 'reports.freeze', subject, details: { version } })
  return true
}
