import type { Config } from '#platform/config.ts'
import { connectAsOwner, inTransaction, openDatabase, type Database, type Tx } from '#platform/db/database.ts'
import { runningEmbedded, startEmbedded } from '#platform/db/embedded.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'

/** Gives `work` the owner's address of the database: an own server's, the embedded one that runs, or one started for it. */
export async function withDatabase<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const url = config.databaseUrl ?? (await runningEmbedded(config.dataDir))
  if (url) return work(url)
  const embedded = await startEmbedded(config.dataDir)
  return work(embedded.url).finally(() => embedded.stop())
}

/** One transaction as the council itself. Throws, in plain words, before the database is up to date. */
export const asTheCouncil = <T>(config: Config, work: (tx: Tx, db: Database) => Promise<T>): Promise<T> =>
  withDatabase(config, async url => {
    await refuseUnprepared(url)
    const db = openDatabase(url, { connections: 2 })
    return inTransaction(db, 'system', tx => work(tx, db)).finally(() => db.close())
  })

async function refuseUnprepared(url: string): Promise<void> {
  const owner = connectAsOwner(url)
  try {
    if ((await pendingMigrations(owner)).length > 0)
      throw new Error('The database is not up to date. Run: npx one-stop migrate')
  } finally {
    await owner.end()
  }
}
