import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readCheckpoint, seal, trustedKeys, verify, type Checkpoint } from '#audit/door.ts'
import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

const options = {
  checkpoint: { type: 'string', multiple: true },
  key: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const

/**
 * Exit 0 only when every entry fits the chain, and the chain every checkpoint: those kept beside the trail, and those
 * held elsewhere that are named. With a key only checkpoints it signed count; without, the key of this house.
 */
export async function verifyAudit(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options })
  const checkpoints = await Promise.all((values.checkpoint ?? []).map(readFrom))
  const trusted = await trustedKeys(values.key ?? [config.auditKeyFile, `${config.auditKeyFile}.former`])
  if (values.key && trusted.length < values.key.length) throw new Error('A file of a key that was named does not exist')
  await asTheCouncil(config, tx => seal(tx))
  const found = await asTheCouncil(config, tx => verify(tx, { now: new Date(), checkpoints, trustedKeys: trusted }))
  say(values.json ? JSON.stringify({ ...found, head: found.head?.toString('hex') ?? null }) : found.words)
  return found.sound
}

async function readFrom(path: string): Promise<Checkpoint> {
  const read = readCheckpoint(await readFile(path, 'utf8'))
  if (!read.ok) throw new Error(`${path}: ${read.refusal.words}`)
  return read.value
}
