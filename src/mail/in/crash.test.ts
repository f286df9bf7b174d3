import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { connectAsOwner } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

const folder = await mkdtemp(join(tmpdir(), 'one-stop-crash-'))
await chmod(folder, 0o755)
after(() => rm(folder, { recursive: true, force: true }))

test('everything killed while 500 messages are delivered: what heard 250 is there exactly once', async () => {
  await prepare()
  const acknowledged = new Set<string>()
  const kills = [60, 230]
  let next = 0
  while (next < 500) {
    const child = await startChild()
    const sendSome = async () => {
      while (next < 500 && !child.dead) {
        const sha256 = await child.send(message(next++)).catch(() => undefined)
        if (sha256) acknowledged.add(sha256)
        if (acknowledged.size >= (kills[0] ?? Infinity)) {
          kills.shift()
          child.kill()
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, sendSome))
    child.kill()
    await allGone()
  }
  const found = await storedAfterRestart()
  assert.ok(acknowledged.size > 400, `only ${acknowledged.size} were acknowledged`)
  assert.equal(kills.length, 0)
  for (const sha256 of acknowledged) assert.equal(found.get(sha256), 1, `${sha256} was acknowledged`)
})

const message = (n: number) =>
  `From: cllr@reed.example\r\nMessage-ID: <${n}@reed.example>\r\nSubject: Number ${n}\r\n\r\n${'Words. '.repeat(200)}\r\n`

async function prepare(): Promise<void> {
  const server = await startEmbedded(folder)
  await migrate(server.url)
  await server.stop()
}

async function startChild() {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'crash.child.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const port = await portOf(program)
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    pool: true,
    maxConnections: 8,
    maxMessages: 1000,
  })
  const child = {
    dead: false,
    send: async (raw: string) => {
      const { response } = await transport.sendMail({
        envelope: { from: 'cllr@reed.example', to: 'onestop@council.example' },
        raw,
      })
      return /Stored as ([0-9a-f]{64})/.exec(response)?.[1]
    },
    kill: () => {
      if (child.dead) return
      child.dead = true
      // the whole house at once, the database's processes with it
      for (const pid of databaseProcesses()) killHard(pid)
      killHard(program.pid!)
      transport.close()
    },
  }
  return child
}

function portOf(program: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    program.once('exit', code => reject(new Error(`the child ended with ${code}`)))
    program.stdout!.on('data', chunk => {
      const port = /listening (\d+)/.exec(String(chunk))?.[1]
      if (port) resolve(Number(port))
    })
  })
}

/** Only the server that runs in our own folder. */
function databaseProcesses(): number[] {
  try {
    return [Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])].filter(Boolean)
  } catch {
    return []
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it is gone already
  }
}

/** PostgreSQL will not start in the folder of one whose last traces the system has not yet cleared away. */
async function allGone(): Promise<void> {
  const [pid] = databaseProcesses()
  for (let waited = 0; pid && waited < 20_000 && isThere(pid); waited += 50) await pause(50)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function storedAfterRestart(): Promise<Map<string, number>> {
  const server = await startEmbedded(folder)
  const sql = connectAsOwner(server.url)
  const rows = await sql<{ sha256: string; count: number }[]>`
    select i.sha256, count(*) from mail.intake i join mail.raw using (sha256) group by i.sha256
  `
  await sql.end()
  await server.stop()
  return new Map(rows.map(row => [row.sha256, row.count]))
}
