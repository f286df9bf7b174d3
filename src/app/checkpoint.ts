import { fileNameOf, fileOf, makeCheckpoint, signingKey, type Checkpoint } from '#audit/door.ts'
import { instantInWords } from '#kernel/day.ts'
import { checkpointMade, post } from '#mail/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Ground } from './ground.ts'

type Standing = Pick<Ground, 'config' | 'db' | 'files' | 'stamp'>

/** Signs how far the trail reaches, keeps it, and mails it to where the council wants a copy. The job `audit.checkpoint`. */
export async function checkpoint({ config, db, files, stamp }: Standing, at: Date): Promise<Checkpoint | undefined> {
  const key = await signingKey(config.auditKeyFile)
  return inTransaction(db, 'system', async tx => {
    const made = await makeCheckpoint(tx, key, at)
    if (made) await mailCheckpoint(tx, { files, stamp }, made)
    return made
  })
}

async function mailCheckpoint(tx: Tx, it: Pick<Ground, 'files' | 'stamp'>, made: Checkpoint): Promise<void> {
  const address = await setting(tx, 'audit.checkpoint-address')
  if (!address) return
  const council = await setting(tx, 'council.name')
  const name = fileNameOf(made)
  const composed = checkpointMade(
    { name: council, team: 'One Stop' },
    { madeAt: instantInWords(made.madeAt), seal: made.seal, entries: made.entries, fileName: name },
  )
  const sha256 = await it.files.keep(Buffer.from(fileOf(made)))
  await post(
    tx,
    it.stamp,
    {
      ...composed,
      kind: 'notice',
      to: { person: null, address },
      from: { name: 'One Stop', address: await setting(tx, 'mail.one-stop') },
      event: `checkpoint ${made.madeAt.toISOString()}`,
      automatic: true,
      files: [{ name, type: 'application/json', sha256 }],
    },
    made.madeAt,
  )
}
