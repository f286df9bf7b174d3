import type { Config } from '#platform/config.ts'
import { inTransaction, openDatabase, type Tx } from '#platform/db/database.ts'
import { runningEmbedded, startEmbedded } from '#platform/db/embedded.ts'

/** Gives `work` the owner's address of the database: an own server's, the embedded one that runs, or one started for it. */
export async function withDatabase<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const url = config.databaseUrl ?? (await runningEmbedded(config.dataDir))
  if (url) return work(url)
  const embedded = await startEmbedded(config.dataDir)
  return work(embedded.url).finally(() => embedded.stop())
}

/** One transaction as the council itself. */
export const asTheCouncil = <T>(config: Config, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withDatabase(config, async url => {
    const db = openDatabase(url, { connections: 2 })
    return inTransaction(db, 'system', work).finally(() => db.close())
  })
