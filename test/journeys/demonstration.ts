import type postgres from 'postgres'
import { loadDemonstration } from '../../src/app/demo/load.ts'
import { connectAsOwner } from '#platform/db/database.ts'
import { instantOn, type Day } from '#kernel/day.ts'

const name = 'one_stop_template_demonstration'

/**
 * The template database with the demonstration council in it, until that day. Made once for all files of a test run: the
 * comment on it says of which run's empty template it is.
 */
export async function demonstrationTemplate(serverUrl: string, until: Day): Promise<string> {
  const server = connectAsOwner(urlOf(serverUrl, 'postgres'), 1)
  const lock = await server.reserve()
  try {
    await lock`select pg_advisory_lock(hashtextextended(${name}, 0))`
    if ((await madeFor(lock)) !== (await run(lock, until))) await make(lock, serverUrl, until)
  } finally {
    await lock`select pg_advisory_unlock_all()`
    lock.release()
    await server.end()
  }
  return name
}

async function make(sql: postgres.Sql, serverUrl: string, until: Day): Promise<void> {
  await sql.unsafe(`drop database if exists ${name} with (force)`)
  await sql.unsafe(`create database ${name} template one_stop_template`)
  const wish = { enquiries: 300, seed: 'journeys', years: 1, now: instantOn(until, 9) }
  await loadDemonstration(urlOf(serverUrl, name), () => {}, wish)
  await sql.unsafe(`comment on database ${name} is '${await run(sql, until)}'`)
}

/** The empty template is made anew for each run, under a new number. */
async function run(sql: postgres.Sql, until: Day): Promise<string> {
  const [row] = await sql`select oid::text from pg_database where datname = 'one_stop_template'`
  return `${row!.oid} ${until}`
}

async function madeFor(sql: postgres.Sql): Promise<string | undefined> {
  const [row] = await sql`
    select shobj_description(oid, 'pg_database') as words from pg_database where datname = ${name}`
  return row?.words
}

const urlOf = (serverUrl: string, database: string): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${database}` }).toString()
