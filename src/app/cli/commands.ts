import { once } from 'node:events'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensureSecret, openGround } from '../ground.ts'
import { start } from '../start.ts'
import { closeWeb, openWeb } from '../web.ts'
import { startWorker } from '../worker.ts'
import { createToken } from './create-token.ts'
import { doctor } from './doctor.ts'
import { importFile } from './import-file.ts'
import { loadBulk } from './load-bulk.ts'
import type { Say } from './say.ts'
import { verifyAudit } from './verify-audit.ts'
import { withDatabase } from './with-database.ts'

export type Command = {
  readonly words: readonly string[]
  /** the arguments, for the help */
  readonly takes: string
  readonly means: string
  /** false: it ran and found something wrong */
  readonly run: (config: Config, args: readonly string[], say: Say) => Promise<void | boolean>
}

/** Everything `npx one-stop` can do (contract.md, “Command line”). */
export const commands: readonly Command[] = [
  { words: ['start'], takes: '', means: 'Bring up everything: PostgreSQL, web, mail, jobs', run: (config, _args, say) => start(config, say) },
  { words: ['web'], takes: '', means: 'Only the web, against DATABASE_URL', run: runWeb },
  { words: ['worker'], takes: '', means: 'Only mail and jobs, against DATABASE_URL', run: runWorker },
  {
    words: ['migrate'],
    takes: '',
    means: 'Bring the database up to date and stop',
    run: (config, _args, say) =>
      withDatabase(config, async url => {
        const applied = await migrate(url)
        const db = openDatabase(url, { connections: 1 })
        await ensureSecret(db).finally(() => db.close())
        say(applied.length === 0 ? 'The database is up to date' : applied.join('\n'))
      }),
  },
  {
    words: ['demo'],
    takes: '--enquiries N [--seed S] [--years Y]',
    means: 'Fill an empty database with the demonstration council and N enquiries of made-up history, in bulk',
    run: loadBulk,
  },
  { words: ['token', 'create'], takes: '--person EMAIL [--name N] [--json]', means: 'Make an API token for a person; it is shown once', run: createToken },
  { words: ['member', 'import'], takes: 'FILE [--dry-run] [--json]', means: 'Add or change members from a CSV file', run: (config, args, say) => importFile('member', config, args, say) },
  { words: ['holiday', 'import'], takes: 'FILE [--dry-run] [--json]', means: 'Add bank holidays or closure days from a CSV file', run: (config, args, say) => importFile('holiday', config, args, say) },
  { words: ['audit', 'verify'], takes: '[--json]', means: 'Recompute the chain of the audit trail and name what does not fit', run: verifyAudit },
  { words: ['doctor'], takes: '[--json]', means: 'Say what is misconfigured, unhealthy or late', run: doctor },
]

async function runWeb(config: Config): Promise<void> {
  const ground = await openGround(config, neededUrl(config), { worker: false, connections: 10 })
  const server = await openWeb(ground)
  await server.listen({ port: config.port, host: config.host })
  await askedToStop()
  await closeWeb(server)
  await ground.close()
}

async function runWorker(config: Config): Promise<void> {
  const ground = await openGround(config, neededUrl(config), { worker: true, connections: 8 })
  const worker = await startWorker(ground)
  await askedToStop()
  await worker.stop()
  await ground.close()
}

function neededUrl(config: Config): string {
  if (!config.databaseUrl) throw new Error('Set DATABASE_URL, or use: one-stop start')
  return config.databaseUrl
}

/** Asked by a signal, or left behind: whoever started us died without a word. Then stopping must not take long. */
const askedToStop = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT'), once(process, 'disconnect').then(leaveSoon)])

const leaveSoon = (): unknown => setTimeout(() => process.exit(1), 3000).unref()

