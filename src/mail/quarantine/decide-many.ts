import { randomUUID } from 'node:crypto'
import { allow, type Result } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { PostRoom } from '../in/process.ts'
import { mayUndo } from './batch-page.ts'
import { decide, type Decision } from './decide.ts'
import { decisionsIn, insertDecision, type Decided } from './decision.sql.ts'
import { intakeById, type IntakeEntry } from './read-intake.sql.ts'
import type { Asked } from '#platform/http/route.ts'

/** More at once is done in several goes: nobody reads a result that is longer. */
export const mostAtOnce = 200

/** Decides the same about several messages, each for itself; what was refused is kept beside what was done. Gives the batch. */
export async function decideMany(
  room: PostRoom,
  { viewer, now }: Asked,
  entries: readonly IntakeEntry[],
  { decision, reason }: { decision: Decision; reason: string },
): Promise<string> {
  const batch = randomUUID()
  const officerId = viewer.person!
  for (const entry of entries.slice(0, mostAtOnce)) {
    const done = await decide(room, entry, decision, { officerId, at: now.at, reason, batch })
    if (!done.ok)
      await keepRefusal(room, entry, decision, { officerId, at: now.at, reason, batch, why: done.refusal.words })
  }
  return batch
}

type Refused = { officerId: string; at: Date; reason: string; batch: string; why: string }

const keepRefusal = (room: PostRoom, entry: IntakeEntry, { kind }: Decision, it: Refused): Promise<void> =>
  inTransaction(room.db, 'system', tx =>
    insertDecision(tx, {
      intakeId: entry.id,
      batch: it.batch,
      kind,
      reason: it.reason,
      decidedBy: it.officerId,
      decidedAt: it.at,
      wasState: entry.state,
      wasReason: entry.reason,
      wasWords: entry.words,
      refused: it.why,
    }),
  )

export type Seen = { readonly decision: Decided; readonly entry: IntakeEntry }

/** The decisions of a batch with their messages as they are now, as far as the viewer sees them. */
export const seenIn = ({ transact }: Asked, batch: string): Promise<Seen[]> =>
  transact(async tx => {
    const seen: Seen[] = []
    for (const decision of await decisionsIn(tx, batch)) {
      const entry = await intakeById(tx, decision.intakeId)
      if (entry) seen.push({ decision, entry })
    }
    return seen
  })

/** Takes back what can be taken back of a batch. The first refusal stops nothing; it is given when nothing was done. */
export async function undoMany(room: PostRoom, asked: Asked, batch: string): Promise<Result<number>> {
  const { viewer, now } = asked
  let [undone, refused]: [number, Result<number> | undefined] = [0, undefined]
  for (const { decision, entry } of await seenIn(asked, batch)) {
    if (!mayUndo(decision, entry)) continue
    const kind = decision.kind === 'discard' ? 'restore' : 'undo'
    const by = { officerId: viewer.person!, at: now.at, reason: 'Decided by mistake', batch: randomUUID() }
    const done = await decide(room, entry, { kind }, by)
    if (done.ok) undone++
    else refused ??= done
  }
  return undone === 0 && refused ? refused : allow(undone)
}
