import type { Tx } from '#platform/db/database.ts'
import { heldVersion } from '#platform/held.ts'
import { registerOf, type Register } from './register.ts'
import { allMailboxes, allResponsibilities, allTopics } from './register.sql.ts'

/** The copy this process holds. Holding it changes no answer, only what it costs (heldVersion). */
let held: Register = registerOf('', { mailboxes: [], topics: [], responsibilities: [] })
const nothingToSee = held

/** The register as this transaction sees it, for one small query while nothing has changed. */
export async function heldRegister(tx: Tx): Promise<Register> {
  const version = await heldVersion(tx, 'mailboxes.register')
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
  const version = await heldVersion(tx, 'mailboxes.register')
  // somebody changed it between two of our queries: read once more
  if (version !== undefined && version !== before) return readRegister(tx, version)
  return registerOf(before, { mailboxes, topics, responsibilities })
}
