import { seeingAs, type Tx } from '#platform/db/database.ts'
import { guarded, referencesIn } from './document.ts'
import type { Pack } from './pack.ts'
import { readPack, restrictedAmong } from './pack.sql.ts'

export { readPacks, readVersions } from './pack.sql.ts'

/**
 * A frozen pack as `reader` may see it: what became restricted since is its reference alone. Which those are is asked as
 * the council, because its reader must not learn it from what is missing elsewhere.
 */
export async function readGuarded(tx: Tx, reader: string, key: string, version?: number): Promise<Pack | undefined> {
  const pack = await readPack(tx, key, version)
  if (!pack) return undefined
  const references = referencesIn(pack.document)
  const restricted = await seeingAs(tx, 'system', reader, () => restrictedAmong(tx, references))
  return { ...pack, document: guarded(pack.document, restricted) }
}
