import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { fileOf, makeCheckpoint, signingKey } from '#audit/door.ts'
import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

/** Signs how far the trail reaches now; prints the checkpoint, or writes it to a file. Exit 1 while the trail is empty. */
export async function checkpointAudit(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  await mkdir(dirname(config.auditKeyFile), { recursive: true })
  const key = await signingKey(config.auditKeyFile)
  const made = await asTheCouncil(config, tx => makeCheckpoint(tx, key, new Date()))
  if (!made) throw new Error('The trail holds nothing yet')
  if (values.out) await writeFile(values.out, fileOf(made), { flag: 'wx' })
  say(values.out ? `Checkpoint of seal ${made.seal}, ${made.entries} entries: ${values.out}` : fileOf(made).trimEnd())
  return true
}
