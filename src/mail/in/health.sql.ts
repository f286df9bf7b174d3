import type { Tx } from '#platform/db/database.ts'

/** How intake stands, for the health page and the doctor. Needs a transaction of the system. */
export type IntakeHealth = {
  readonly waiting: number
  /** when the oldest message that nobody has dealt with yet came; null when none waits */
  readonly waitingSince: Date | null
  readonly inQuarantine: number
  readonly inQuarantineSince: Date | null
}

export async function intakeHealth(tx: Tx): Promise<IntakeHealth> {
  const [row] = await tx<IntakeHealth[]>`
    select count(*) filter (where state = 'waiting') as waiting,
      min(received_at) filter (where state = 'waiting') as waiting_since,
      count(*) filter (where state = 'quarantined') as in_quarantine,
      min(received_at) filter (where state = 'quarantined') as in_quarantine_since
    from mail.intake where state in ('waiting', 'quarantined')
  `
  return row!
}
