import { record } from '#audit/door.ts'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Bulk } from './bulk.ts'
import { confirmBulk, insertUndo } from './bulk.sql.ts'

/** Who does what was confirmed: the worker, where there is one. */
export type Starting = { readonly startBulk?: (tx: Tx, bulk: string) => Promise<void> }
type Beginning = Pick<Asked, 'now' | 'viewer'>

/** Lets it run, once, however often it is asked. */
export async function beginBulk(tx: Tx, asked: Beginning, deps: Starting, { id, act }: Bulk): Promise<void> {
  if (await confirmBulk(tx, id, asked.now.at)) await begun(tx, asked, deps, id, act)
}

/** Begins to take it back, once, as far as there is anything to take back. */
export async function beginUndo(tx: Tx, asked: Beginning, deps: Starting, bulk: Bulk): Promise<void> {
  const id = newId()
  if (await insertUndo(tx, bulk, id, asked.now.at)) await begun(tx, asked, deps, id, bulk.act, bulk.id)
}

async function begun(tx: Tx, { now, viewer }: Beginning, deps: Starting, id: string, act: string, undoes?: string) {
  await record(tx, {
    at: now.at,
    actor: viewer.person,
    act: undoes ? 'enquiries.bulk-undone' : 'enquiries.bulk-begun',
    subject: { kind: 'bulk', id },
    details: { act, ...(undoes && { undoes }) },
  })
  await deps.startBulk?.(tx, id)
}
