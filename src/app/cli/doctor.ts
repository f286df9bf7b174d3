import { parseArgs } from 'node:util'
import { connectAsOwner, openDatabase } from '#platform/db/database.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import type { Config } from '#platform/config.ts'
import { checks, type Check } from '../operate/checks.ts'
import type { Say } from './say.ts'
import { withDatabase } from './with-database.ts'

/** Everything `/readyz` asks, and whether the database is up to date. False when anything is wrong. */
export async function doctor(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const found = await withDatabase(config, async url => {
    const db = openDatabase(url, { connections: 2 })
    return [await migrations(url), ...(await checks(config, db, new Date()))].filter(check => check !== undefined)
  })
  say(values.json ? JSON.stringify(found) : found.map(line).join('\n'))
  return found.every(check => check.ok)
}

async function migrations(url: string): Promise<Check> {
  const owner = connectAsOwner(url)
  try {
    const pending = await pendingMigrations(owner)
    return {
      name: 'migrations',
      ok: pending.length === 0,
      reason: pending.length === 0 ? 'The database is up to date' : `Run migrate: ${pending.join(', ')}`,
    }
  } finally {
    await owner.end()
  }
}

const line = ({ name, ok, reason }: Check): string => `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${reason}`
