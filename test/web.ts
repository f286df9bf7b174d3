import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { instantOn, type Day } from '#kernel/day.ts'
import { identify, sessionCookie } from '#people/door.ts'
import { startSession } from '#people/session.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { openFiles, type Files } from '#platform/files.ts'
import type { Page } from '#platform/http/answer.ts'
import { csrfToken, visitCookie } from '#platform/http/csrf.ts'
import type { Route } from '#platform/http/route.ts'
import { openHouse, type Around } from '#platform/http/server.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { html } from '#platform/views/html.ts'

const secret = 'a secret of the tests, long enough to sign with'
const visit = 'a-visit-of-the-tests'

/** A page as its reader meets it. */
export type Seen = {
  readonly status: number
  /** where a redirect leads */
  readonly to: string
  readonly html: string
  /** the page without its markup */
  readonly words: string
  /** what is said once on the next page */
  readonly said: string
  readonly headers: Record<string, string | string[] | number | undefined>
  readonly bytes: Buffer
}

export type Typed = Record<string, string | readonly string[]>

/** Somebody at their browser, signed in by a real session. */
export type Browser = {
  readonly get: (path: string) => Promise<Seen>
  readonly post: (path: string, typed?: Typed) => Promise<Seen>
  readonly cookies: Record<string, string>
}

export type TestWeb = {
  readonly server: FastifyInstance
  /** the day it is, 10 o'clock in London, until told otherwise */
  readonly turnTo: (on: Day) => void
  readonly as: (person: string) => Promise<Browser>
  readonly nobody: Browser
}

export type WebOptions = {
  readonly db: Database
  readonly routes: readonly Route[]
  readonly today: Day
  readonly layout?: (page: Page, around: Around) => string
  readonly publicUrl?: string
}

/** The real server with real sessions over a test database; closed when the tests of the file are over. */
export async function testWeb(options: WebOptions): Promise<TestWeb> {
  const { db, routes, layout = plainLayout, publicUrl = 'http://localhost:3000' } = options
  let today = options.today
  const clock = () => instantOn(today, 10)
  const server = await openHouse({
    routes,
    db,
    secret,
    publicUrl,
    clock,
    layout,
    identify: asked => identify(db, asked),
    signIn: wanted => `/sign-in?return=${encodeURIComponent(wanted)}`,
    errorPage: (kind, reference) => ({ title: errorTitles[kind], body: html`<p>${reference}</p>` }),
    log: pino({ level: process.env.TEST_LOG ?? 'error' }),
  })
  after(() => server.close())
  const as = async (person: string): Promise<Browser> => {
    const session = await inTransaction(db, person, tx => startSession(tx, person, 'Firefox on Linux', clock()))
    return browser(server, { [visitCookie]: visit, [sessionCookie]: session.secret })
  }
  return { server, as, nobody: browser(server, { [visitCookie]: visit }), turnTo: on => void (today = on) }
}

/** A folder of its own for what is attached, removed afterwards. */
export async function testFiles(): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-files-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return openFiles(folder)
}

function browser(server: FastifyInstance, cookies: Record<string, string>): Browser {
  const ask = async (method: 'GET' | 'POST', url: string, typed?: Typed): Promise<Seen> => {
    const fields = Object.entries({ ...typed, _csrf: csrfToken(secret, visit) })
    const body = new URLSearchParams(
      fields.flatMap(([name, value]) => [value].flat().map(one => [name, one as string])),
    )
    const form = { payload: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    return seen(await server.inject({ method, url, cookies, ...(method === 'POST' && form) }))
  }
  return { cookies, get: path => ask('GET', path), post: (path, typed = {}) => ask('POST', path, typed) }
}

type Injected = Awaited<ReturnType<FastifyInstance['inject']>>

const seen = (answer: Injected): Seen => ({
  status: answer.statusCode,
  to: answer.headers.location ?? '',
  html: answer.body,
  words: answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
  said: answer.cookies.find(cookie => cookie.name === 'one_stop_said')?.value ?? '',
  headers: answer.headers,
  bytes: answer.rawPayload,
})

const errorTitles = {
  missing: 'Page not found',
  'signed-out': 'You have been signed out',
  'not-allowed': 'You may not do this',
  broken: 'Something went wrong',
  'form-expired': 'This form has expired',
  'too-many': 'Too many requests',
  'too-large': 'Too large',
}

/** As little around a page as makes it one. */
export function plainLayout(page: Page, { flash, viewer }: Around): string {
  return html`<!doctype html>
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.invalid && 'Error: '}${page.title} – One Stop</title>
        <link rel="stylesheet" href="${assetUrl('one-stop.css')}" />
        <script type="module" src="${assetUrl('one-stop.js')}"></script>
      </head>
      <body class="govuk-template__body">
        <div class="govuk-width-container os-page">
          ${page.back && html`<a class="govuk-back-link" href="${page.back.href}">${page.back.text ?? 'Back'}</a>`}
          <main class="govuk-main-wrapper" id="main-content">
            ${flash && html`<p class="govuk-inset-text">${flash}</p>`} ${inColumn(page)}
          </main>
          <p class="govuk-body-s os-quiet">${viewer.name}</p>
        </div>
      </body>
    </html>`.text
}

function inColumn(page: Page) {
  const content = html`${!page.ownHeading && html`<h1 class="govuk-heading-l">${page.title}</h1>`} ${page.body}`
  if (page.wide) return content
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`
}
