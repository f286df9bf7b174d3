import { createHmac } from 'node:crypto'
import postgres from 'postgres'

/** A pool of connections as the role that owns nothing: row-level security binds everything done through it. */
export type Database = {
  readonly sql: postgres.Sql
  readonly url: string
  readonly plans: Plans
  close(): Promise<void>
}

/**
 * How PostgreSQL plans what is asked again and again: `auto` looks at what is handed over and may plan anew each time,
 * which lists and searches need; `force_generic_plan` plans once, which is cheaper for the same few rows by id.
 */
export type Plans = 'auto' | 'force_generic_plan'

/** One transaction. All SQL of the house is written on it: tx`select …`. */
export type Tx = postgres.TransactionSql

/**
 * For whom a transaction sees: a person's id, 'public' (nobody signed in), or 'system' (reactions and timetable, which
 * act for the council). Policies read it as the setting `app.viewer`.
 */
export type Seer = string | 'public' | 'system'

export const appRole = 'one_stop_app'

/**
 * Opens the pool for the web or the worker. `ownerUrl` is the DATABASE_URL; the app connects as `one_stop_app`, whose
 * password is derived from the owner's, so that one setting is enough and nobody types a second one.
 */
export function openDatabase(
  ownerUrl: string,
  { connections = 10, plans = 'auto' }: { readonly connections?: number; readonly plans?: Plans } = {},
): Database {
  const url = appUrl(ownerUrl)
  const sql = connect(url, connections)
  return { sql, url, plans, close: () => sql.end({ timeout: 5 }) }
}

/**
 * A pool as the owner, acting for the council: only migrations, commands, the test harness and the bulk demonstration
 * use it. An owner who is no superuser is bound by row-level security like everybody else, hence the viewer.
 */
export const connectAsOwner = (ownerUrl: string, connections = 1): postgres.Sql =>
  connect(ownerUrl, connections, { 'app.viewer': 'system' })

/** Runs `work` in one transaction that sees what `seer` may see. Rolls back when it throws. */
export function inTransaction<T>(db: Database, seer: Seer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.sql.begin(async tx => {
    // the settings travel with the first query of the work: one round trip less
    const settings = tx`
      select set_config('app.viewer', ${seer}, true), set_config('plan_cache_mode', ${db.plans}, true)`
    const [, done] = await Promise.all([settings.execute(), work(tx)])
    return done
  }) as Promise<T>
}

/** Runs a part of a transaction with somebody else's sight: mail acts for its sender, say. Puts `back` afterwards. */
export async function seeingAs<T>(tx: Tx, seer: Seer, back: Seer, work: () => Promise<T>): Promise<T> {
  const [, done] = await Promise.all([tx`select set_config('app.viewer', ${seer}, true)`.execute(), work()])
  // not waited for: whatever is asked next stands behind it in the line, the commit too. When it fails, so does that; a
  // rejection that nobody waits for would end the process
  tx`select set_config('app.viewer', ${back}, true)`.execute().catch(() => {})
  return done
}

export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = appRole
  url.password = appPassword(ownerUrl)
  return url.toString()
}

export function appPassword(ownerUrl: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update('one stop app role')
    .digest('hex')
}

function connect(url: string, connections: number, settings: Record<string, string> = {}): postgres.Sql {
  return postgres(withoutSocket(url), {
    ...socketOf(url),
    max: connections,
    onnotice: () => {},
    connection: { application_name: 'one-stop', timezone: 'UTC', ...settings },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: {
      // a DATE stays the text it is: that is a kernel Day
      day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
      // counts fit a number; identity columns never reach 2^53
      bigint: { to: 20, from: [20], serialize: (n: number | string) => String(n), parse: Number },
      // a string is taken for JSON text already made, which is how the job queue passes it
      json: {
        to: 3802,
        from: [114, 3802],
        serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
        parse: JSON.parse,
      },
    },
  }) as unknown as postgres.Sql
}

/**
 * `?host=/folder` in an address means the Unix socket in that folder, as libpq and the job queue read it. It costs a
 * third less than TCP to the same machine; this driver has to be told apart.
 */
function socketOf(url: string): { path?: string } {
  const { searchParams, port } = new URL(url)
  const folder = searchParams.get('host')
  return folder ? { path: `${folder}/.s.PGSQL.${port || 5432}` } : {}
}

function withoutSocket(url: string): string {
  const plain = new URL(url)
  plain.searchParams.delete('host')
  return plain.toString()
}
