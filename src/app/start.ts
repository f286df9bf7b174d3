import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '#platform/config.ts'
import { connectAsOwner, openDatabase } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { loadDemonstration, printSignInLinks } from './demo/load.ts'
import { writeRecentLetters } from './demo/recent-letters.ts'
import { ensureSecret, stampOf } from './ground.ts'
import { isEmpty } from './is-empty.sql.ts'

const command = join(import.meta.dirname, '../../bin/one-stop.mjs')

/**
 * Brings up everything: PostgreSQL, migrations, the demonstration council on an empty database, then web and worker as
 * processes of their own, started again when they die. Returns when it was asked to stop and has stopped.
 */
export async function start(config: Config, say: (line: string) => void): Promise<void> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const databaseUrl = config.databaseUrl ?? embedded!.url
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  try {
    const applied = await migrate(databaseUrl)
    if (applied.length > 0) say(`Database brought up to date (${applied.length} migrations)`)
    await prepare(config, databaseUrl, say)
    const env = { ...process.env, DATABASE_URL: databaseUrl, DEMO: config.demo ? 'on' : 'off' }
    const children = (['web', 'worker'] as const).map(name => keepRunning(name, env, stopping.signal, say))
    await answering(config, stopping.signal)
    say(`One Stop is at ${config.publicUrl}`)
    if (config.demo) await printSignInLinks(databaseUrl, config.publicUrl, say)
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
    say('Stopping …')
    await Promise.all(children)
  } finally {
    stopping.abort()
    await embedded?.stop()
  }
}

async function prepare(config: Config, databaseUrl: string, say: (line: string) => void): Promise<void> {
  const db = openDatabase(databaseUrl, { connections: 2 })
  const owner = connectAsOwner(databaseUrl)
  try {
    await ensureSecret(db)
    if (!config.demo || !(await isEmpty(owner))) return
    await loadDemonstration(databaseUrl, say)
    await writeRecentLetters(db, await stampOf(db, config), config.publicUrl, new Date())
  } finally {
    await owner.end()
    await db.close()
  }
}

/**
 * Node.js takes memory as long as the machine has some. Web and worker need little of it at once: collected earlier and
 * taken from fewer arenas, they keep half of what they would take. Bytes of attachments are not counted here.
 */
export const lean = {
  // a page is a lot of short-lived text: with less room for it the web spends its time collecting, with more it gains none
  flags: {
    web: ['--max-semi-space-size=16', '--max-old-space-size=144'],
    worker: ['--max-semi-space-size=4', '--max-old-space-size=128'],
  },
  env: { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' },
} as const

/** Runs `one-stop NAME` until told to stop; when it dies it is started again, at most once a second. */
async function keepRunning(
  name: 'web' | 'worker',
  env: NodeJS.ProcessEnv,
  stopping: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  while (!stopping.aborted) {
    // the channel tells the child when this process is gone, however it went: it lets go of its port then
    const child = spawn(process.execPath, [...lean.flags[name], command, name], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...lean.env, ...env },
    })
    const stop = () => child.kill('SIGTERM')
    stopping.addEventListener('abort', stop)
    await ended(child)
    stopping.removeEventListener('abort', stop)
    if (stopping.aborted) return
    say(`The ${name} process ended; starting it again`)
    await pause(1000)
  }
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null ? once(child, 'exit') : Promise.resolve()

async function answering(config: Config, stopping: AbortSignal): Promise<void> {
  const address = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}/healthz`
  while (!stopping.aborted) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
}
