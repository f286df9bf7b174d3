import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import type postgres from 'postgres'
import { addMailbox } from '#mailboxes/door.ts'
import { addMembers, addPersons, addWard } from '#people/door.ts'
import { day } from '#kernel/day.ts'
import { connectAsOwner, inTransaction, openDatabase } from '#platform/db/database.ts'
import { runningEmbedded } from '#platform/db/embedded.ts'
import { changeSetting } from '#platform/settings.ts'
import { compareWithEvents } from '../../src/app/timely.ts'
import { houseWith } from '#enquiries/door.ts'
import { freePorts } from './ports.ts'
import { soon } from './reading.ts'

const all = 500
const councillor = 'cllr@reed.example'
const command = join(import.meta.dirname, '../../bin/one-stop.mjs')
const dataDir = await mkdtemp(join(tmpdir(), 'one-stop-kill-'))
await chmod(dataDir, 0o755)
const [port, smtpPort] = await freePorts(2)
const env = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT: `${port}`,
  SMTP_PORT: `${smtpPort}`,
  DEMO: 'off',
  MAIL_DNS: 'off',
  DATABASE_URL: '',
}

/** The groups of everything this file started: whatever happens, nothing of it is left running. */
const started: number[] = []
after(async () => {
  for (const pid of started) killHard(-pid)
  await killDatabase()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

/** How a machine can take the house away, at how many acknowledged messages. */
const blows = [
  { at: 40 + Math.floor(Math.random() * 80), what: 'the whole group', strike: (pid: number) => killHard(-pid) },
  {
    at: 160 + Math.floor(Math.random() * 80),
    what: 'the whole group and the database',
    strike: async (pid: number) => Promise.all([killHard(-pid), killDatabase()]),
  },
  { at: 280 + Math.floor(Math.random() * 80), what: 'the first process alone', strike: (pid: number) => killHard(pid) },
]

test('killed while 500 messages are delivered: every message that got a 250 is there exactly once', async () => {
  let house = await startHouse()
  await smallestCouncil()
  const acknowledged = new Map<number, string>()
  const waiting = Array.from({ length: all }, (_, n) => n)
  while (waiting.length > 0) {
    const blow = blows.shift()
    await deliver(waiting, acknowledged, blow && { ...blow, strike: async () => void (await blow.strike(house)) })
    if (blow) house = await startHouse()
  }
  assert.equal(acknowledged.size, all)
  assert.equal(blows.length, 0, 'it was struck as often as it should be')

  const url = (await runningEmbedded(dataDir))!
  const sql = connectAsOwner(url)
  try {
    await soon(() => settled(sql), 'all mail is dealt with', 60_000).catch(async error =>
      assert.fail(`${error.message}: ${await left(sql)}`),
    )
    await eachThereOnce(sql, acknowledged)
  } finally {
    await sql.end()
  }
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  const { checks } = (await ready.json()) as { checks: { ok: boolean; name: string; reason: string }[] }
  assert.deepEqual(
    checks.filter(check => !check.ok),
    [],
  )
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'audit', 'verify', '--json'], { env })
  assert.equal(JSON.parse(stdout).sound, true, stdout)
  const db = openDatabase(url, { connections: 2 })
  assert.deepEqual(
    await compareWithEvents({ db, house: houseWith(async () => {}) }),
    [],
    'rows are what their events say',
  )
  await db.close()
})

/** Several senders at once; a message without a 250 is kept and sent again, as mail servers do. */
async function deliver(
  waiting: number[],
  acknowledged: Map<number, string>,
  blow?: { at: number; strike: () => Promise<void> },
): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtpPort!,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 6,
    maxMessages: 1000,
  })
  let struck: Promise<void> | undefined
  const sender = async () => {
    while (waiting.length > 0 && !struck) {
      const n = waiting.shift()!
      const sha256 = await send(transport, n).catch(() => undefined)
      if (sha256) acknowledged.set(n, sha256)
      else waiting.push(n)
      if (blow && acknowledged.size >= blow.at) struck ??= blow.strike()
    }
  }
  await Promise.all(Array.from({ length: 6 }, sender))
  await struck
  transport.close()
}

async function send(transport: ReturnType<typeof createTransport>, n: number): Promise<string | undefined> {
  const raw = `From: ${councillor}\r\nTo: streets@reed.example\r\nMessage-ID: <${n}@reader.example>\r\nSubject: Number ${n}\r\n\r\nPothole number ${n}. When is it filled?\r\n`
  const { response } = await transport.sendMail({ envelope: { from: councillor, to: 'streets@reed.example' }, raw })
  return /Stored as ([0-9a-f]{64})/.exec(response as string)?.[1]
}

async function settled(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql`
    select (select count(*)::int from mail.intake where state = 'waiting')
         + (select count(*)::int from jobs.job where name = 'enquiries.happened' and state < 'completed') as left`
  return row!.left === 0
}

const left = async (sql: postgres.Sql): Promise<string> =>
  JSON.stringify([
    await sql`select state, count(*)::int from mail.intake group by state`,
    await sql`select name, state, count(*)::int, max(started_on) as started, max(start_after) as after, max(expire_seconds) as expires, max(heartbeat_seconds) as beat from jobs.job group by name, state`,
  ])

async function eachThereOnce(sql: postgres.Sql, acknowledged: Map<number, string>): Promise<void> {
  const intake = await sql<{ sha256: string; messageId: string; state: string; times: number }[]>`
    select sha256, message_id as "messageId", state, count(*) over (partition by message_id)::int as times
    from mail.intake join mail.raw using (sha256)`
  const bySha = new Map(intake.map(it => [it.sha256, it]))
  for (const [n, sha256] of acknowledged) {
    assert.deepEqual(bySha.get(sha256), { sha256, messageId: `<${n}@reader.example>`, state: 'new-enquiry', times: 1 })
  }
  const enquiries = await sql`
    select m.subject, count(*)::int as times from enquiries.enquiry m group by m.subject having count(*) > 1`
  assert.deepEqual([...enquiries], [], 'no message became two enquiries')
  const [count] =
    await sql`select count(*)::int as enquiries, count(distinct reference)::int as numbers from enquiries.enquiry`
  assert.deepEqual({ ...count }, { enquiries: all, numbers: all })
}

/** `one-stop start` in a process group of its own; gives its number once the web and the mail intake answer. */
async function startHouse(): Promise<number> {
  const said: string[] = []
  const program = spawn(process.execPath, [command, 'start'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(program.pid!)
  for (const stream of [program.stdout, program.stderr]) stream.on('data', chunk => said.push(String(chunk)))
  const up = async () => {
    if (program.exitCode !== null) throw new Error(`it did not start:\n${said.join('')}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    return answer?.ok && said.some(line => line.includes('One Stop is at'))
  }
  await soon(up, 'the house is up', 60_000).catch(error => {
    throw new Error(`${error.message}\n${said.join('')}`)
  })
  return program.pid!
}

/** The few people and the one mailbox that an enquiry by email needs. */
async function smallestCouncil(): Promise<void> {
  const db = openDatabase((await runningEmbedded(dataDir))!, { connections: 2 })
  await inTransaction(db, 'system', async tx => {
    await changeSetting(tx, 'council.domain', 'reed.example', null)
    await changeSetting(tx, 'mail.one-stop', 'onestop@reed.example', null)
    await changeSetting(tx, 'mail.reply-domain', 'reed.example', null)
    // one councillor writes more than anybody would
    await changeSetting(tx, 'mail.messages-per-hour', 5000, null)
    const [personId] = await addPersons(tx, [{ name: 'Ann Reed', email: councillor, roles: ['member'] }])
    const wardId = await addWard(tx, { key: 'reed', name: 'Reed' })
    await addMembers(tx, [{ personId: personId!, wardId, groupId: null, fromOn: day('2020-01-01') }])
    await addMailbox(tx, {
      key: 'streets',
      address: 'streets@reed.example',
      name: 'Streets',
      phone: '',
      standard: '',
      serviceId: null,
      organisationId: null,
      restricted: false,
      handles: [],
      limitWorkingDays: null,
    })
  })
  await db.close()
}

/** Only the server that runs in our own folder. */
async function killDatabase(): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  if (Number(pid)) killHard(Number(pid))
  await pause(50)
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it is gone already
  }
}
