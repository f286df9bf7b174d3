import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectAsOwner, openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import type postgres from 'postgres'
import { lean } from '#app/start.ts'
import { countJobsDue } from './load.sql.ts'

const root = join(import.meta.dirname, '../..')
const command = join(root, 'bin/one-stop.mjs')

/** A folder of the bench's own, with everything in it gone afterwards. */
export async function ownFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'one-stop-bench-'))
  // the embedded server runs as another user where we are root
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export type Running = { readonly child: ChildProcess; readonly stop: () => Promise<void> }

export type Given = Readonly<Record<string, string>>

/** Runs a command of `npx one-stop` to its end and gives the last it said; throws that when it fails. */
export async function runToEnd(words: readonly string[], env: Given): Promise<string> {
  const { child, said } = begin(words, env)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`one-stop ${words.join(' ')} ended with ${code}:\n${said()}`)
  return said()
}

/** Runs a command that goes on until it is stopped. */
export function runOn(words: readonly string[], env: Given): Running {
  const { child, said } = begin(
    words,
    { ...lean.env, ...env },
    words[0] === 'web' || words[0] === 'worker' ? lean.flags[words[0]] : [],
  )
  let stopping = false
  child.on('exit', code => {
    if (!stopping) throw new Error(`one-stop ${words.join(' ')} ended by itself with ${code}:\n${said()}`)
  })
  const stop = async () => {
    stopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { child, stop }
}

function begin(words: readonly string[], env: Given, flags: readonly string[] = []) {
  const child = spawn(process.execPath, [...flags, command, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => lines.splice(0, lines.length, ...lines.slice(-200), String(data)))
  return { child, said: () => lines.join('') }
}

/** Waits until this address answers 200, asking often; gives what came. */
export async function firstAnswer(url: string, mostSeconds = 60): Promise<Response> {
  const until = performance.now() + mostSeconds * 1000
  while (performance.now() < until) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    if (answer?.ok) return answer
    await answer?.body?.cancel()
    await pause(5)
  }
  throw new Error(`${new URL(url).pathname} did not answer within ${mostSeconds} s`)
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** The whole house on its own embedded PostgreSQL, as an operator would run it: fsync on, web and worker as processes. */
export type House = {
  readonly url: string
  readonly httpPort: number
  readonly smtpPort: number
  readonly db: Database
  readonly owner: postgres.Sql
  readonly web: Running
  readonly worker: Running
}

export type OwnPostgres = { readonly ownerUrl: string; readonly stop: () => Promise<void> }

export async function openPostgres(folder: string): Promise<OwnPostgres> {
  const { url, stop } = await startEmbedded(folder)
  return { ownerUrl: url, stop }
}

export async function openHouse(folder: string, ownerUrl: string): Promise<House> {
  const [httpPort, smtpPort] = [await freePort(), await freePort()]
  const env = environment(folder, httpPort, smtpPort, ownerUrl)
  const [web, worker] = [runOn(['web'], env), runOn(['worker'], env)]
  const url = env.PUBLIC_URL
  await firstAnswer(`${url}/healthz`)
  await untilOpen(smtpPort)
  const owner = connectAsOwner(ownerUrl, 8)
  await untilIdle(owner)
  return { url, httpPort, smtpPort, web, worker, db: openDatabase(ownerUrl, { connections: 2 }), owner }
}

export async function closeHouse({ web, worker, db, owner }: House): Promise<void> {
  await Promise.all([web.stop(), worker.stop(), db.close(), owner.end({ timeout: 5 })])
}

export const environment = (folder: string, httpPort: number, smtpPort: number, databaseUrl = '') => ({
  PORT: String(httpPort),
  HOST: '127.0.0.1',
  SMTP_PORT: String(smtpPort),
  DATA_DIR: folder,
  PUBLIC_URL: `http://127.0.0.1:${httpPort}`,
  DATABASE_URL: databaseUrl,
  SMTP_URL: '',
  DEMO: 'on',
  NODE_ENV: 'development',
})

/** A worker that begins looks for what was left undone; what it finds is not part of any figure. */
async function untilIdle(owner: postgres.Sql): Promise<void> {
  for (let waited = 0; waited < 120_000 && (await countJobsDue(owner)) > 0; waited += 200) await pause(200)
}

async function untilOpen(port: number): Promise<void> {
  const { connect } = await import('node:net')
  for (let waited = 0; waited < 60_000; waited += 50) {
    const socket = connect(port, '127.0.0.1')
    const opened = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (opened) return
    await pause(50)
  }
  throw new Error('The mail intake did not open')
}
