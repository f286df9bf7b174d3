import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensureSecret } from '../ground.ts'
import type { Say } from './say.ts'
import { withDatabase } from './with-database.ts'

export const bringUpToDate = (config: Config, say: Say): Promise<void> =>
  withDatabase(config, async url => {
    const applied = await migrate(url)
    const db = openDatabase(url, { connections: 1 })
    await ensureSecret(db).finally(() => db.close())
    say(applied.length === 0 ? 'The database is up to date' : applied.join('\n'))
  })
