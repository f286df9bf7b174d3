/**
 * Takes the pictures of README and docs: `npm run screenshots`. The demonstration council on a fixed day in a PostgreSQL
 * that is thrown away, the real pages in a real browser. Pictures change only where pages do.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { createSignInLink, personByAddress } from '#people/door.ts'
import { day, instantOn } from '#kernel/day.ts'
import { readConfig } from '#platform/config.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { inTransaction, openDatabase } from '#platform/db/database.ts'
import { loadDemonstration } from '../../src/app/demo/load.ts'
import { writeRecentLetters } from '../../src/app/demo/recent-letters.ts'
import { ensureSecret, openGround, stampOf, type Ground } from '../../src/app/ground.ts'
import { closeWeb, openWeb } from '../../src/app/web.ts'
import { desktop, launch, phone, type Screen } from './browser.ts'
import { notSensitive, press } from './forms.ts'
import { freePorts } from './ports.ts'

const now = instantOn(day('2026-06-09'), 10, 20)
const home = join(import.meta.dirname, '../../docs/screenshots')

type Picture = {
  readonly name: string
  readonly who: string
  readonly screens: readonly Screen[]
  /** goes to what is to be seen, from the start page */
  readonly way: (page: Page) => Promise<unknown>
}

const firstIn = (page: Page, list: string): Promise<void> =>
  page
    .locator('table', { has: page.locator('caption', { hasText: list }) })
    .getByRole('link')
    .first()
    .click()

/** The newest of the list that shows a conversation under way. */
const inProgress = (page: Page): Promise<void> =>
  page.locator('main tr', { hasText: 'In progress' }).getByRole('link').first().click()

const pictures: readonly Picture[] = [
  { name: 'members-list', who: 'demo.member', screens: [desktop, phone], way: page => page.goto('/enquiries/mine') },
  {
    name: 'tracking',
    who: 'demo.member',
    screens: [desktop, phone],
    way: async page => {
      await page.goto('/enquiries/mine')
      await firstIn(page, 'Open')
    },
  },
  {
    name: 'answered',
    who: 'demo.member',
    screens: [desktop],
    way: async page => {
      await page.goto('/enquiries/mine')
      await firstIn(page, 'Needs your attention')
    },
  },
  {
    name: 'check-and-send',
    who: 'demo.member',
    screens: [desktop, phone],
    way: async page => {
      await page.goto('/enquiries/new')
      await notSensitive(page)
      await page.getByLabel('What is it about?').fill('Pothole outside the school gate in Mill Lane')
      await page
        .getByLabel('What do you want to ask')
        .fill(
          'Parents tell me that a wheel came off a pushchair.\n\n1. When will the pothole be mended?\n2. Who checks this road, and how often?',
        )
      await press(page, 'Continue')
    },
  },
  { name: 'work-list', who: 'demo.owner', screens: [desktop, phone], way: page => page.goto('/enquiries') },
  {
    name: 'enquiry',
    who: 'demo.responder',
    screens: [desktop],
    way: async page => {
      await page.goto('/enquiries?view=mine')
      await inProgress(page)
    },
  },
  {
    name: 'answer',
    who: 'demo.responder',
    screens: [desktop],
    way: async page => {
      await page.goto('/enquiries?view=mine')
      await inProgress(page)
      await page.goto(`${page.url()}/answer`)
    },
  },
  {
    name: 'clock',
    who: 'demo.owner',
    screens: [desktop],
    way: async page => {
      await page.goto('/enquiries')
      await inProgress(page)
      await page.goto(`${page.url()}/clock`)
    },
  },
  { name: 'record-a-contact', who: 'demo.one-stop', screens: [desktop], way: page => page.goto('/enquiries/record') },
  { name: 'mailboxes', who: 'demo.one-stop', screens: [desktop], way: page => page.goto('/mailboxes') },
  {
    name: 'letter',
    who: 'demo.admin',
    screens: [desktop],
    way: async page => {
      await page.goto('/outbox')
      await page
        .getByRole('link', { name: /^\[ME-/ })
        .first()
        .click()
    },
  },
  { name: 'calendar', who: 'demo.admin', screens: [desktop], way: page => page.goto('/clock/calendar') },
]

const wanted = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'one-stop-screenshots-'))
await chmod(folder, 0o755)
const cluster = await startEmbedded(folder, { flags: ['-c', 'fsync=off'] })
const { browser, close } = await launch()
try {
  const ground = await furnished(cluster.url)
  const web = await openWeb(ground)
  await web.listen({ port: ground.config.port, host: ground.config.host })
  await mkdir(home, { recursive: true })
  for (const picture of pictures.filter(it => wanted.length === 0 || wanted.includes(it.name)))
    await take(browser, ground, picture)
  await close()
  await closeWeb(web)
  await ground.close()
} finally {
  await close().catch(() => {})
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}

async function furnished(url: string): Promise<Ground> {
  const [port] = await freePorts(1)
  const config = readConfig({ PORT: `${port}`, SMTP_PORT: 'off', DATA_DIR: folder, DATABASE_URL: url, DEMO: 'on' })
  await migrate(url)
  const db = openDatabase(url, { connections: 2 })
  await ensureSecret(db)
  await loadDemonstration(url, () => {}, { enquiries: 4000, seed: 'tessbridge', years: 1, now })
  await writeRecentLetters(db, await stampOf(db, config), config.publicUrl, now)
  await db.close()
  return openGround(config, url, { worker: false, connections: 5, clock: () => now })
}

async function take(browser: Browser, ground: Ground, { name, who, screens, way }: Picture): Promise<void> {
  for (const screen of screens) {
    const context = await browser.newContext({
      viewport: screen,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      baseURL: ground.config.publicUrl,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(await linkFor(ground, `${who}@tessbridge.example`))
    await page.getByRole('button', { name: /^Sign in as/ }).click()
    await way(page)
    await page.waitForLoadState()
    const taken = await page.screenshot({ fullPage: process.env.WHOLE === 'yes' })
    const small = await sharp(taken).png({ palette: true, quality: 90, effort: 8 }).toBuffer()
    await sharp(small).toFile(join(home, `${name}-${screen.width}.png`))
    console.log(`${name}-${screen.width}.png  ${Math.round(small.length / 1000)} kB  ${page.url()}`)
    await context.close()
  }
}

function linkFor({ db }: Ground, address: string): Promise<string> {
  return inTransaction(db, 'system', async tx => {
    const person = await personByAddress(tx, address)
    return createSignInLink(tx, person!.id, { now, minutes: 60 })
  })
}
