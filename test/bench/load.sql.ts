import type postgres from 'postgres'
import { connectAsOwner } from '#platform/db/database.ts'

/** Makes the database of this address anew, empty. */
export async function freshDatabase(ownerUrl: string): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1)
  const maintenance = connectAsOwner(Object.assign(new URL(ownerUrl), { pathname: '/postgres' }).toString())
  try {
    await maintenance`drop database if exists ${maintenance(name)} with (force)`
    await maintenance`create database ${maintenance(name)}`
  } finally {
    await maintenance.end()
  }
}

/** What autovacuum does within the first minutes is done before the measuring instead of during it. */
export async function settle(ownerUrl: string): Promise<void> {
  const owner = connectAsOwner(ownerUrl)
  try {
    await owner.unsafe('vacuum (analyze)')
    await owner.unsafe('checkpoint')
  } finally {
    await owner.end()
  }
}

/** Jobs that are being done or could be. */
export async function countJobsDue(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from jobs.job where state in ('created', 'retry', 'active') and start_after <= now()
  `
  return row!.n
}
