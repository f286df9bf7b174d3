import { statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { coverageOf, currentCalendar } from '#clock/door.ts'
import { nowAt, inWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { imapHealth, readImapUrl } from '#mail/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { Config } from '#platform/config.ts'
import { readBacklog, readDatabaseTime } from './checks.sql.ts'

export type Check = { readonly name: string; readonly ok: boolean; readonly reason: string }

/** What has to be right for the house to work, each with its reason in plain words (contract.md, `/readyz`, `doctor`). */
export async function checks(config: Config, db: Database, now: Date): Promise<Check[]> {
  const database = await checked('database', () => inTransaction(db, 'system', tx => databaseTime(tx, now)))
  if (!database.ok) return [database]
  const others = await Promise.all([
    checked('queues', () => inTransaction(db, 'system', tx => queues(tx, now))),
    checked('intake', () => intake(config)),
    ...(config.imapUrl
      ? [checked('imap', () => inTransaction(db, 'system', tx => imap(tx, config.imapUrl!, now)))]
      : []),
    checked('calendar', () => inTransaction(db, 'system', tx => calendar(tx, now))),
    checked('disk', () => disk(config)),
  ])
  return [database, ...others]
}

/** A check that throws has failed, and says why. */
async function checked(name: string, look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) }
  } catch (error) {
    return { name, ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

async function databaseTime(tx: Tx, now: Date): Promise<Omit<Check, 'name'>> {
  const apart = Math.abs((await readDatabaseTime(tx)).getTime() - now.getTime()) / 1000
  return {
    ok: apart < 30,
    reason: apart < 30 ? 'It answers, and its time is ours' : `Its time is ${Math.round(apart)} seconds away from ours`,
  }
}

const patienceMinutes = 10

async function queues(tx: Tx, now: Date): Promise<Omit<Check, 'name'>> {
  const { jobs, mailIn, mailOut } = await readBacklog(tx, new Date(now.getTime() - patienceMinutes * 60_000))
  const late = [
    jobs > 0 && counted(jobs, 'job'),
    mailIn > 0 && counted(mailIn, 'incoming message'),
    mailOut > 0 && counted(mailOut, 'outgoing mail'),
  ].filter(Boolean)
  return late.length === 0
    ? { ok: true, reason: `Nothing has waited longer than ${patienceMinutes} minutes` }
    : {
        ok: false,
        reason: `Waiting longer than ${patienceMinutes} minutes: ${late.join(', ')}. Is the worker running?`,
      }
}

async function intake({ smtpPort, lmtpPort, host }: Config): Promise<Omit<Check, 'name'>> {
  const ports = [smtpPort, lmtpPort].filter(it => it !== undefined)
  if (ports.length === 0) return { ok: true, reason: 'Switched off by SMTP_PORT' }
  const answers = await Promise.all(ports.map(port => greets(port, host)))
  return answers.find(it => !it.ok) ?? { ok: true, reason: answers.map(it => it.reason).join('. ') }
}

function greets(port: number, host: string): Promise<Omit<Check, 'name'>> {
  return new Promise(resolve => {
    const socket = connect({ port, host, timeout: 2000 })
    const done = (ok: boolean, reason: string) => {
      socket.destroy()
      resolve({ ok, reason })
    }
    socket.once('data', bytes => done(bytes.toString().startsWith('220'), `Port ${port} answers`))
    socket.once('timeout', () => done(false, `Port ${port} does not answer`))
    socket.once('error', () => done(false, `Nothing listens on port ${port}`))
  })
}

/** The folder is looked at each minute, and a lost connection is back within two. */
const imapPatienceMinutes = 5

async function imap(tx: Tx, url: string, now: Date): Promise<Omit<Check, 'name'>> {
  const place = readImapUrl(url)
  const where = `the folder ${place.folder} on ${place.host}`
  const found = await imapHealth(tx, place)
  if (!found) return { ok: false, reason: `Nobody has looked into ${where} yet. Is the worker running?` }
  if (found.trouble) return { ok: false, reason: `Mail cannot be fetched from ${where}: ${found.trouble}` }
  const minutes = found.contactAt ? (now.getTime() - found.contactAt.getTime()) / 60_000 : Infinity
  if (minutes > imapPatienceMinutes)
    return { ok: false, reason: `${where} has not been looked into for ${Math.round(minutes)} minutes` }
  return { ok: true, reason: `Mail is fetched from ${where}` }
}

async function calendar(tx: Tx, now: Date): Promise<Omit<Check, 'name'>> {
  const { alarm, coveredTo, daysLeft } = coverageOf(await currentCalendar(tx), nowAt(now).today)
  return { ok: !alarm, reason: `Bank holidays are known to ${inWords(coveredTo)} (${counted(daysLeft, 'day')} ahead)` }
}

async function disk({ dataDir }: Config): Promise<Omit<Check, 'name'>> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = (bavail * bsize) / 2 ** 30
  return { ok: free >= 1, reason: `${free.toFixed(1)} GB free in the data folder` }
}
