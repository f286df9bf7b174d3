import type { Tx } from '#platform/db/database.ts'

export type Swept = { readonly bulks: number; readonly keys: number }

/**
 * Forgets what is older than `before`: bulks that ended, previews nobody confirmed, and keys of forms and requests that
 * were sent. What still runs stays, and what was done stays as long as what takes it back. Needs the system.
 */
export async function sweepTraces(tx: Tx, before: Date): Promise<Swept> {
  const bulks = await tx`
    delete from enquiries.bulk b
    where b.made_at < ${before} and b.state <> 'running'
      and not exists (
        select from enquiries.bulk later
        where later.undoes = b.id and (later.state = 'running' or later.made_at >= ${before})
      )
  `
  const keys = await tx`delete from enquiries.idempotency where at < ${before}`
  return { bulks: bulks.count, keys: keys.count }
}
