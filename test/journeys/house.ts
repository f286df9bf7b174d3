import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type postgres from 'postgres'
import type { Browser, BrowserContext } from 'playwright-core'
import { day, instantOn, type Day } from '#kernel/day.ts'
import { readConfig } from '#platform/config.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { JobName } from '#platform/jobs/jobs.ts'
import { testDatabase } from '#test/database.ts'
import { ensureSecret, openGround, type Ground } from '../../src/app/ground.ts'
import { closeWeb, openWeb } from '../../src/app/web.ts'
import { startWorker } from '../../src/app/worker.ts'
import { desktop, watchedPage, type Screen, type Watched } from './browser.ts'
import { demonstrationTemplate } from './demonstration.ts'
import { freePorts } from './ports.ts'
import { openPostBox, writeTo, type Letter, type PostBox } from './post-box.ts'
import { soon } from './reading.ts'

/** The day on which journeys begin: a Monday with a plain fortnight ahead. */
export const firstDay = day('2026-06-01')

export type JourneyHouse = {
  readonly url: string
  readonly owner: postgres.Sql
  readonly post: PostBox
  /** it is now this hour of that day, and goes on from there */
  readonly turnTo: (on: Day, hour?: number) => void
  /** the worker does now what the timetable has it do at its hour; waits until it is done */
  readonly does: (job: JobName) => Promise<void>
  /** delivers a mail to the house; gives the answer the sender heard */
  readonly write: (letter: Letter) => Promise<string>
  /** somebody of the demonstration at a browser, signed in by the link they were mailed */
  readonly as: (who: string, how?: Sitting) => Promise<Seat>
}

/** Somebody at their browser. */
export type Seat = Watched & {
  /** opens an address; whoever has been signed out meanwhile signs in again by mail, and is led there */
  readonly go: (address: string) => Promise<void>
}

export type Sitting = { readonly screen?: Screen; readonly javaScript?: boolean }

/** The real house with the demonstration council: web, worker, mail in and out, for the tests of one file. */
export async function openJourneyHouse(browser: Browser): Promise<JourneyHouse> {
  const closing: (() => Promise<unknown>)[] = []
  // registered first, so that the house is closed before its database is dropped
  after(async () => {
    for (const close of closing) await close()
  })
  const template = await demonstrationTemplate(process.env.TEST_DATABASE_URL ?? '', firstDay)
  const db = await testDatabase({ from: template })
  await ensureSecret(db)
  const post = await openPostBox()
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-journey-'))
  const [port, smtpPort] = await freePorts(2)
  const config = readConfig({
    PORT: `${port}`,
    SMTP_PORT: `${smtpPort}`,
    DATA_DIR: folder,
    DATABASE_URL: db.ownerUrl,
    SMTP_URL: post.url,
    DEMO: 'on',
  })
  const clock = journeyClock()
  const ground = await openGround(config, db.ownerUrl, { worker: true, connections: 8, clock: clock.now })
  const web = await openWeb(ground)
  await web.listen({ port: config.port, host: config.host })
  const worker = await startWorker(ground)
  closing.push(
    () => closeWeb(web),
    () => worker.stop(),
    () => ground.close(),
    () => post.close(),
    () => rm(folder, { recursive: true, force: true }),
  )
  const house = {
    url: config.publicUrl,
    owner: db.owner,
    post,
    turnTo: clock.turnTo,
    does: (job: JobName) => done(ground, db.owner, job),
    write: (it: Letter) => writeTo(config.smtpPort!, it),
  }
  return { ...house, as: seats(browser, house) }
}

async function done({ db, jobs }: Ground, owner: postgres.Sql, job: JobName): Promise<void> {
  await inTransaction(db, 'system', tx => jobs.enqueue(tx, job, {}))
  const isDone = async () => {
    const waiting = await owner`select from jobs.job where name = ${job} and state < 'completed'`
    return waiting.length === 0
  }
  await soon(isDone, `${job} is done`, 60_000)
}

/** Time that goes on by itself, and can be turned to another day. */
function journeyClock() {
  let ahead = 0
  const turnTo = (on: Day, hour = 10): void => {
    ahead = instantOn(on, hour).getTime() - Date.now()
  }
  turnTo(firstDay)
  return { now: () => new Date(Date.now() + ahead), turnTo }
}

type Reachable = Pick<JourneyHouse, 'url' | 'post'>

/** Everybody signs in once a file; further pages of theirs come with the same cookies. */
function seats(browser: Browser, house: Reachable) {
  const cookies = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  return async (who: string, { screen = desktop, javaScript = true }: Sitting = {}): Promise<Seat> => {
    const context = await browser.newContext({
      viewport: screen,
      javaScriptEnabled: javaScript,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      baseURL: house.url,
      storageState: cookies.get(who),
    })
    const watched = await watchedPage(context)
    const enter = async (wanted = '/') => {
      await signIn(watched, house, addressOf(who), wanted)
      cookies.set(who, await context.storageState())
    }
    const go = async (address: string) => {
      await watched.page.goto(address)
      if (watched.page.url().includes('/sign-in?')) await enter(address)
    }
    await (cookies.has(who) ? go('/') : enter())
    return { ...watched, go }
  }
}

export const addressOf = (who: string): string => (who.includes('@') ? who : `${who}@tessbridge.example`)

/** Asks for a link on the page, waits for the mail and follows it. */
async function signIn({ page }: Watched, { post }: Reachable, address: string, wanted: string): Promise<void> {
  if (!page.url().includes('/sign-in?')) await page.goto(`/sign-in?wanted=${encodeURIComponent(wanted)}`)
  await page.getByLabel('Your email address').fill(address)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  const mail = await post.next(address, /sign/i)
  const [link] = /http:\/\/localhost:\d+\/sign-in\/\S+/.exec(mail.text) ?? []
  if (!link) throw new Error(`the mail has no link:\n${mail.text}`)
  await page.goto(link)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await page.waitForURL(url => url.href !== link)
}
