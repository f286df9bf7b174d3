import { parseArgs } from 'node:util'
import { seal, verify } from '#audit/door.ts'
import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

/** Exit 0 only when every entry fits the chain. */
export async function verifyAudit(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  await asTheCouncil(config, tx => seal(tx))
  const found = await asTheCouncil(config, tx => verify(tx, { now: new Date() }))
  say(values.json ? JSON.stringify({ ...found, head: found.head?.toString('hex') ?? null }) : found.words)
  return found.sound
}
