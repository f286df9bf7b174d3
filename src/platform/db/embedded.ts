import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { connectAsOwner } from './database.ts'
import { folderOf, homeOf, type Home } from './embedded-home.ts'
import { clearLeftOver, noteStarter, serverIn } from './embedded-left-over.ts'

/** A PostgreSQL of our own, in a folder of our own. */
export type Embedded = { readonly url: string; stop(): Promise<void> }

export type EmbeddedOptions = {
  readonly flags?: readonly string[]
  readonly say?: (line: string) => void
}

/**
 * Starts the embedded PostgreSQL of `dataDir`, creating it the first time. What a killed run left over is cleared away
 * first, and a server that dies while we run is started again on the same port. Throws, with what the server said, when
 * it does not start, and when the house already runs on this folder.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { flags = [], say = line => console.error(line) } = options
  const home = await homeOf(dataDir, say)
  const password = await ownerPassword(dataDir)
  if (!existsSync(join(home.folder, 'PG_VERSION'))) await createCluster(home, password)
  else await clearLeftOver(home.folder)
  const server = await serve(home, flags, say)
  const url = addressOf(password, server.port, home.folder)
  await ensureDatabase(url)
  return { url, stop: server.stop }
}

/** The address of the embedded PostgreSQL that runs for `dataDir` now; undefined when none does. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const running = await serverIn(folderOf(dataDir))
  return running && addressOf(await ownerPassword(dataDir), running.port, folderOf(dataDir))
}

const owner = 'one_stop_owner'

/** By the Unix socket in the cluster's own folder; by TCP where that path is longer than a socket's may be. */
const addressOf = (password: string, port: number, folder: string): string =>
  `postgres://${owner}:${password}@127.0.0.1:${port}/one_stop${hasSocket(folder) ? `?host=${encodeURIComponent(folder)}` : ''}`

const hasSocket = (folder: string): boolean =>
  !folder.includes(',') && Buffer.byteLength(`${folder}/.s.PGSQL.65535.lock`) < 107

async function ownerPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'owner-password')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

/** Under its name there is a whole cluster or none: a creation that was interrupted begins anew. */
async function createCluster({ folder, programs, runAs }: Home, password: string): Promise<void> {
  // a name of its own: the program of an interrupted creation may still be at work on its folder
  const growing = `${folder}.new-${randomBytes(4).toString('hex')}`
  const passwordFile = `${growing}-password`
  await removeOthers(folder)
  await mkdir(growing, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runAs.uid !== undefined) for (const path of [growing, passwordFile]) await chown(path, runAs.uid, runAs.gid!)
  const flags = [`--pgdata=${growing}`, `--username=${owner}`, `--pwfile=${passwordFile}`, ...clusterFlags]
  try {
    await promisify(execFile)(programs.initdb, flags, { ...runAs, cwd: '/' })
  } finally {
    await unlink(passwordFile)
  }
  await rename(growing, folder)
}

/** What interrupted creations left. What cannot be removed yet is left to the next creation. */
async function removeOthers(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => {})
  }
}

const clusterFlags = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** For a machine of 2 cores that also runs the house; fsync stays on, always. */
const tuning = [
  'shared_buffers=256MB',
  'work_mem=16MB',
  'max_connections=60',
  'jit=off',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
].flatMap(option => ['-c', option])

type Serving = { readonly port: number; stop(): Promise<void> }

/** Runs the server until it is stopped; when it dies by itself it comes back where its clients look for it. */
async function serve(home: Home, flags: readonly string[], say: (line: string) => void): Promise<Serving> {
  let port = await freePort()
  // somebody else may take a free port before the server does
  let child = await launch(home, port, flags).catch(async () => launch(home, (port = await freePort()), flags))
  let stopping = false
  const watch = () =>
    child.once('exit', async () => {
      if (stopping) return
      say('PostgreSQL ended by itself; starting it again')
      await clearLeftOver(home.folder)
      child = await launch(home, port, flags)
      watch()
    })
  watch()
  const stop = async () => {
    stopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGINT')
    await once(child, 'exit')
  }
  return { port, stop }
}

async function launch(
  { folder, programs, runAs }: Home,
  port: number,
  flags: readonly string[],
): Promise<ChildProcess> {
  const where = [
    '-D',
    folder,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${hasSocket(folder) ? folder : ''}`,
  ]
  await noteStarter(folder)
  const child = spawn(programs.postgres, [...where, ...tuning, ...flags], {
    ...runAs,
    cwd: '/',
    // a group of its own: Ctrl-C in a terminal reaches us, and we stop the database last
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = () => child.kill('SIGINT')
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
  await ready(child)
  return child
}

/** Resolves once it takes connections; only the newest of what it says is kept, enough to say why it did not. */
function ready(child: ChildProcess): Promise<void> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('')}`)))
    child.stderr!.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      if (said.length > 20) said.shift()
      if (said.join('').includes('ready to accept connections')) resolve()
    })
  })
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

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = Object.assign(new URL(url), { pathname: '/postgres' })
  const sql = connectAsOwner(maintenance.toString())
  try {
    const [known] = await sql`select 1 from pg_database where datname = 'one_stop'`
    if (!known) await sql`create database one_stop`
  } finally {
    await sql.end()
  }
}
