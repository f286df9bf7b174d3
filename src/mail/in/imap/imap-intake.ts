import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { Logger } from 'pino'
import { oneLine, shortened } from '#kernel/text.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { largestMessageBytes } from '../smtp-intake.ts'
import { noteContact, noteTrouble } from './imap-folder.sql.ts'
import type { ImapPlace } from './imap-place.ts'
import { markLast, takeNew, type Taking } from './take-from-folder.ts'

export type ImapIntakeOptions = {
  readonly db: Database
  readonly place: ImapPlace
  readonly log: Logger
  /** told after each stored message, to wake whoever processes them */
  readonly onStored?: () => void
  readonly clock?: () => Date
  readonly largestBytes?: number
  /** seconds between two looks at the folder when the server tells of nothing; also how soon a dead line is noticed */
  readonly lookSeconds?: number
  /** seconds after which a lost connection is tried again; twice as long each time, a minute at most */
  readonly retrySeconds?: number
}

export type ImapIntake = { readonly stop: () => Promise<void> }

/**
 * Fetches mail from a folder on an IMAP server for as long as the house runs: at once when the server tells of it
 * (IDLE), and by looking each minute. A lost connection is made anew within two minutes.
 */
export function openImapIntake(options: ImapIntakeOptions): ImapIntake {
  const stopping = new AbortController()
  const attending = attend(options, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await attending
    },
  }
}

async function attend(options: ImapIntakeOptions, stopping: AbortSignal): Promise<void> {
  const { db, place, log, retrySeconds = 5 } = options
  let wait = retrySeconds
  while (!stopping.aborted) {
    try {
      await whileConnected(options, stopping, () => {
        wait = retrySeconds
      })
    } catch (error) {
      const trouble = shortened(oneLine(wordsOf(error)), 300)
      log.warn({ err: error, folder: place.folder }, 'mail cannot be fetched at the moment')
      await inTransaction(db, 'system', tx => noteTrouble(tx, place, trouble)).catch(() => {})
    }
    await pause(wait * 1000, undefined, { signal: stopping }).catch(() => {})
    wait = Math.min(60, wait * 2)
  }
}

/** What the server said is more use than that a command failed. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { responseText } = error as { responseText?: string }
  return responseText ? `${error.message}: ${responseText}` : error.message
}

async function whileConnected(options: ImapIntakeOptions, stopping: AbortSignal, works: () => void): Promise<void> {
  const { db, place, onStored = () => {}, clock = () => new Date(), lookSeconds = 50 } = options
  const client = await connection(place, lookSeconds)
  const lost = new Promise<never>((_, reject) => {
    client.on('error', reject)
    client.on('close', () => reject(new Error('The server closed the connection')))
  })
  lost.catch(() => {})
  const came = bell()
  client.on('exists', came.ring)
  stopping.addEventListener('abort', came.ring)
  const taking: Taking = { db, place, largestBytes: options.largestBytes ?? largestMessageBytes, now: clock, onStored }
  try {
    await Promise.race([client.connect(), lost])
    await Promise.race([client.mailboxOpen(place.folder), lost])
    await Promise.race([markLast(client, taking), lost])
    while (!stopping.aborted) {
      await Promise.race([takeNew(client, taking), lost])
      await inTransaction(db, 'system', tx => noteContact(tx, place, clock()))
      works()
      // until the server tells that something came, or it is time to look by ourselves
      client.idle().catch(() => {})
      await Promise.race([came.heard(lookSeconds), lost])
    }
    await Promise.race([client.logout(), pause(2000)])
  } finally {
    stopping.removeEventListener('abort', came.ring)
    client.close()
  }
}

/** The library is read when a mailbox is fetched from: most councils push their mail, and the web never fetches. */
async function connection({ host, port, secure, user, password }: ImapPlace, lookSeconds: number): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow')
  return new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 30_000,
    greetingTimeout: 15_000,
    // each look breaks IDLE and asks something: a line that is dead says nothing to that
    socketTimeout: (lookSeconds + 30) * 1000,
  })
}

/** Rings when something came, also while nobody listens: then it is heard at the next listening. */
function bell() {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    heard: async (seconds: number) => {
      const over = new AbortController()
      await Promise.race([rung.promise, pause(seconds * 1000, undefined, { signal: over.signal }).catch(() => {})])
      over.abort()
      rung = Promise.withResolvers()
    },
  }
}
