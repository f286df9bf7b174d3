import { parseArgs } from 'node:util'
import type { Config } from '#platform/config.ts'
import { connectAsOwner, openDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { loadDemonstration } from '../demo/load.ts'
import { ensureSecret } from '../ground.ts'
import { isEmpty } from '../is-empty.sql.ts'
import type { Say } from './say.ts'
import { withDatabase } from './with-database.ts'

const options = {
  enquiries: { type: 'string', default: '4000' },
  seed: { type: 'string', default: 'tessbridge' },
  years: { type: 'string' },
} as const

/** Fills an empty database; refuses one that has people in it. */
export async function loadBulk(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const enquiries = Number(values.enquiries)
  if (!Number.isInteger(enquiries) || enquiries < 0) throw new Error('--enquiries takes a whole number')
  // a year holds what a busy council gets; more enquiries need more years
  const years = values.years === undefined ? Math.max(1, Math.min(10, enquiries / 20_000)) : Number(values.years)
  if (!(years > 0 && years <= 10)) throw new Error('--years takes a number up to 10')
  await withDatabase(config, async url => {
    await migrate(url)
    await refuseUnlessEmpty(url)
    const started = performance.now()
    const wish = { enquiries, seed: values.seed, years, now: new Date() }
    await loadDemonstration(url, say, wish, (phase, seconds) => say(`  ${phase}: ${seconds.toFixed(1)} s`))
    const db = openDatabase(url, { connections: 1 })
    await ensureSecret(db).finally(() => db.close())
    const seconds = (performance.now() - started) / 1000
    say(
      `${enquiries.toLocaleString('en-GB')} enquiries in ${seconds.toFixed(1)} s (${Math.round(enquiries / seconds).toLocaleString('en-GB')}/s)`,
    )
  })
}

async function refuseUnlessEmpty(url: string): Promise<void> {
  const owner = connectAsOwner(url)
  try {
    if (!(await isEmpty(owner))) throw new Error('This database has people in it: the demonstration needs an empty one')
  } finally {
    await owner.end()
  }
}
