import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'
import { appPassword, appRole, connectAsOwner } from './database.ts'
import { installJobs } from '../jobs/install.ts'

const folder = join(import.meta.dirname, '../../../db/migrations')

/**
 * Brings a database up to date: every `db/migrations/NNNN-name.sql` not yet applied, in order, each in its own
 * transaction, one instance at a time. Returns the names applied now. Migrations only go up.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const sql = connectAsOwner(ownerUrl)
  try {
    await sql`select pg_advisory_lock(713377)`
    await ensureAppRole(sql, appPassword(ownerUrl))
    const applied = await applyPending(sql)
    await installJobs(ownerUrl)
    await sql.unsafe(jobGrants)
    return applied
  } finally {
    await sql.end()
  }
}

/** The names of the migrations that the folder has and the database lacks: all of them in one never prepared. */
export async function pendingMigrations(sql: postgres.Sql): Promise<string[]> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('platform.migration') is not null as there`
  if (!table!.there) return migrationNames()
  const done = new Set((await sql<{ name: string }[]>`select name from platform.migration`).map(row => row.name))
  return (await migrationNames()).filter(name => !done.has(name))
}

async function applyPending(sql: postgres.Sql): Promise<string[]> {
  await sql.unsafe(`
    create schema if not exists platform;
    create table if not exists platform.migration (name text primary key, applied_at timestamptz not null default now());
  `)
  const pending = await pendingMigrations(sql)
  for (const name of pending) {
    const text = await readFile(join(folder, name), 'utf8')
    await sql.begin(async tx => {
      await tx.unsafe(text)
      await tx`insert into platform.migration (name) values (${name})`
    })
  }
  return pending
}

const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter(name => /^\d{4}-.+\.sql$/.test(name)).sort()

/** The role the house works as: it owns nothing, bypasses nothing. Roles belong to the whole server, hence the check. */
async function ensureAppRole(sql: postgres.Sql, password: string): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${appRole}`
  const options = `login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`
  if (!known) await sql.unsafe(`create role ${appRole} ${options}`)
  else await sql.unsafe(`alter role ${appRole} password '${password}'`)
  // policies written for the app's role then hold for an owner who is no superuser, too
  await sql.unsafe(`grant ${appRole} to current_user with inherit true`)
}

const jobGrants = `
  grant usage on schema jobs to ${appRole};
  grant select, insert, update, delete on all tables in schema jobs to ${appRole};
  grant usage on all sequences in schema jobs to ${appRole};
  grant execute on all functions in schema jobs to ${appRole};
`
