import type { Tx } from '#platform/db/database.ts'
import type { IntakeState } from '../in/intake.sql.ts'

export type DecisionKind =
  | 'file'
  | 'new-enquiry'
  | 'reply'
  | 'discard'
  | 'restore'
  | 'undo'
  | 'reprocess'
  | 'restrict'
  | 'let-through'

export type NewDecision = {
  readonly intakeId: string
  /** the same for all that were decided together */
  readonly batch: string
  readonly kind: DecisionKind
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly wasState: IntakeState
  readonly wasReason: string | null
  readonly wasWords: string | null
  /** why it was not done */
  readonly refused: string | null
}

export type Decided = NewDecision & { readonly id: string; readonly byName: string; readonly undoneAt: Date | null }

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await tx`insert into mail.decision ${tx({ ...decision })}`
}

const columns = (tx: Tx) => tx`
  d.id, d.intake_id, d.batch, d.kind, d.reason, d.decided_by, d.decided_at, d.was_state, d.was_reason, d.was_words,
  d.refused, d.undone_at, p.name as by_name
`

/** What was decided about a message, newest first, as far as the viewer sees the message. */
export const decisionsAbout = (tx: Tx, intakeId: string): Promise<Decided[]> => tx<Decided[]>`
  select ${columns(tx)} from mail.decision d left join people.person p on p.id = d.decided_by
  where d.intake_id = ${intakeId} and d.refused is null order by d.decided_at desc, d.id desc limit 50
`

/** What was decided together, in the order in which it was done. */
export const decisionsIn = (tx: Tx, batch: string): Promise<Decided[]> => tx<Decided[]>`
  select ${columns(tx)} from mail.decision d left join people.person p on p.id = d.decided_by
  where d.batch = ${batch} order by d.id limit 500
`

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx`update mail.decision set undone_at = ${at} where id = ${id}`
}
