import type { Tx } from '#platform/db/database.ts'
import { registerOf, type Register } from './register.ts'
import { allMailboxes, allResponsibilities, allTopics, registerVersion } from './register.sql.ts'

/**
 * The copy this process holds. Versions are never used twice, in any database, so a copy is either exactly what the
 * transaction would read or is not used: holding it changes no answer, only what it costs.
 */
let held: Register = registerOf('', { mailboxes: [], topics: [], responsibilities: [] })
const nothingToSee = held

/** The register as this transaction sees it, for one small query while nothing has changed. */
export async function heldRegister(tx: Tx): Promise<Register> {
  const version = await registerVersion(tx)
  if (version === undefined) return nothingToSee
  if (version !== held.version) held = await readRegister(tx, version)
  return held
}

async function readRegister(tx: Tx, before: string): Promise<Register> {
  const [mailboxes, topics, responsibilities] = await Promise.all([
    allMailboxes(tx),
    allTopics(tx),
    allResponsibilities(tx),
  ])
  const version = await registerVersion(tx)
  // somebody changed it between two of our queries: read once more
  if (version !== undefined && version !== before) return readRegister(tx, version)
  return registerOf(before, { mailboxes, topics, responsibilities })
}
