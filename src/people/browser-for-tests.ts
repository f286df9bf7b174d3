import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Database } from '#platform/db/database.ts'
import { openHouse } from '#platform/http/server.ts'
import { html } from '#platform/views/html.ts'
import type { AddressProofMail } from './addresses/prove.ts'
import type { Administered, SecurityNotice } from './deps.ts'
import { peopleRoutes } from './routes.ts'
import type { SignInMail } from './sign-in-link.ts'
import { identify, sessionCookie } from './viewer.ts'

/** The pages of people served for real, with what the app would give them kept to be looked at. */
export async function tryHouse(db: Database) {
  const mails: SignInMail[] = []
  const recorded: Administered[] = []
  const notices: SecurityNotice[] = []
  const proofs: AddressProofMail[] = []
  let now = new Date('2026-06-01T09:00:00Z')
  const server = await openHouse({
    db,
    secret: 'a secret for tests that is long enough',
    publicUrl: 'http://localhost:3000',
    log: pino({ level: 'silent' }),
    clock: () => now,
    routes: peopleRoutes({
      secret: 'a secret for tests that is long enough',
      notify: async (_tx, it) => void notices.push(it),
      send: async (_tx, mail) => void mails.push(mail),
      sendAddressProof: async (_tx, it) => void proofs.push(it),
      record: async (_tx, it) => void recorded.push(it),
      consequences: async () => ['Their 3 open enquiries go back to the mailbox.'],
      disabled: async () => {},
    }),
    identify: asked => identify(db, asked),
    layout: (page, around) =>
      html`<title>${page.title}</title>${around.flash && html`<p>${around.flash}</p>`}
        <h1>${page.title}</h1>
        ${page.body}`.text,
    signIn: wanted => `/sign-in?wanted=${encodeURIComponent(wanted)}`,
    errorPage: kind => ({ title: kind, body: html`<p>${kind}</p>` }),
  })
  const at = (when: Date | string) => void (now = new Date(when))
  return { server, mails, notices, proofs, recorded, at, now: () => now, browser: () => new Browser(server) }
}

type Seen = { readonly status: number; readonly text: string; readonly to: string }

/** Somebody's browser: keeps cookies and sends forms with the token of the page. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly server: FastifyInstance
  constructor(server: FastifyInstance) {
    this.server = server
  }

  get session(): string | undefined {
    return this.cookies.get(sessionCookie)
  }

  get(url: string): Promise<Seen> {
    return this.#ask('GET', url)
  }

  /** Sends a form as the page at `from` would: with its form token. */
  async post(url: string, fields: Record<string, string | string[]> = {}, from = '/sign-in/sent'): Promise<Seen> {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.get(from)).text)?.[1] ?? (await this.#token())
    const body = new URLSearchParams({ _csrf: token })
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#ask('POST', url, body.toString())
  }

  async #token(): Promise<string> {
    const withoutSession = new Browser(this.server)
    withoutSession.cookies.set('one_stop_visit', this.cookies.get('one_stop_visit') ?? '')
    return /name="_csrf" value="([^"]+)"/.exec((await withoutSession.get('/sign-in')).text)?.[1] ?? ''
  }

  async #ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Seen> {
    const headers = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/150.0',
      ...(payload && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const reply = await this.server.inject({ method, url, payload, headers, cookies: Object.fromEntries(this.cookies) })
    for (const it of reply.cookies) if (it.value) this.cookies.set(it.name, it.value)
    for (const it of reply.cookies) if (!it.value) this.cookies.delete(it.name)
    return { status: reply.statusCode, text: reply.body, to: String(reply.headers.location ?? '') }
  }
}
