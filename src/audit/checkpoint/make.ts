import type { KeyObject } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { seal } from '../seal.ts'
import { signed } from './checkpoint.ts'
import { endOfChain, insertCheckpoint, type KeptCheckpoint } from './checkpoint.sql.ts'

/**
 * Seals what has settled, and signs how far the chain reaches. Undefined while nothing was ever sealed. Run as the
 * system; made twice it is there twice, which harms nothing.
 */
export async function makeCheckpoint(tx: Tx, key: KeyObject, madeAt: Date): Promise<KeptCheckpoint | undefined> {
  await seal(tx)
  const end = await endOfChain(tx)
  if (!end) return undefined
  const checkpoint = signed({ ...end, council: await setting(tx, 'council.name'), madeAt }, key)
  return { ...checkpoint, id: await insertCheckpoint(tx, checkpoint) }
}
