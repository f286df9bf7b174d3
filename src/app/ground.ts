import { randomBytes } from 'node:crypto'
import { pino, type Logger } from 'pino'
import type { Config } from '#platform/config.ts'
import { inTransaction, openDatabase, type Database } from '#platform/db/database.ts'
import { openFiles, type Files } from '#platform/files.ts'
import { openJobs, type Jobs } from '#platform/jobs/jobs.ts'
import { changeSetting, setting } from '#platform/settings.ts'
import { followedHouse } from './reactions/reactions.ts'
import type { House } from '#enquiries/door.ts'
import type { Stamp } from '#mail/door.ts'
import { byTheHundred, jobNames } from './timetable.ts'

/** What the web and the worker both stand on. */
export type Ground = {
  readonly config: Config
  readonly db: Database
  readonly jobs: Jobs
  readonly files: Files
  readonly house: House
  readonly secret: string
  readonly stamp: Stamp
  readonly log: Logger
  /** the time; journeys give another one */
  readonly clock: () => Date
  readonly close: () => Promise<void>
}

type Opening = { readonly worker: boolean; readonly connections: number; readonly clock?: () => Date }

/** Opens database, queue and files. The database must be migrated; `databaseUrl` is the owner's. */
export async function openGround(
  config: Config,
  databaseUrl: string,
  { worker, connections, clock = () => new Date() }: Opening,
): Promise<Ground> {
  const log = openLog()
  // the worker reads a few rows by their ids, over and over; what people look for is the web's
  const db = openDatabase(databaseUrl, { connections, plans: worker ? 'force_generic_plan' : 'auto' })
  const stamp = await stampOf(db, config)
  const jobs = await openJobs(db, jobNames, log, { worker, byTheHundred })
  return {
    config,
    db,
    jobs,
    files: openFiles(config.dataDir),
    house: followedHouse(jobs),
    secret: stamp.secret,
    stamp,
    log,
    clock,
    close: async () => {
      await jobs.stop()
      await db.close()
    },
  }
}

/** Letters are kept to be read where no mail server sends them and nothing is for real. */
export const keepsLetters = ({ smtpUrl, production }: Config): boolean => !smtpUrl && !production

/** What our own mail is signed with. Throws before the database was prepared. */
export async function stampOf(db: Database, config: Config): Promise<Stamp> {
  const { secret, domain } = await inTransaction(db, 'system', async tx => ({
    secret: config.secret ?? (await setting(tx, 'platform.secret')),
    domain: await setting(tx, 'mail.reply-domain'),
  }))
  if (!secret) throw new Error('The database has no secret yet: run migrate first')
  return { secret, domain }
}

/** Without a SECRET in the environment the database keeps one, made once. */
export async function ensureSecret(db: Database): Promise<void> {
  await inTransaction(db, 'system', async tx => {
    if (!(await setting(tx, 'platform.secret')))
      await changeSetting(tx, 'platform.secret', randomBytes(32).toString('hex'), null)
  })
}

/** Logs hold ids and references, never people's words or addresses. */
export const openLog = (): Logger =>
  pino({ level: process.env.LOG_LEVEL ?? 'warn', redact: ['req.headers', '*.text', '*.email'] })
