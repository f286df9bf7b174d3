import type postgres from 'postgres'
import type { Tx } from '#platform/db/database.ts'

/** The year in which what is only for measuring is numbered: no council's enquiry is that old. */
const year = 1999

const runs = (sql: postgres.Sql | Tx) => sql`
  status not in ('answered', 'closed') and (status <> 'waiting-for-member' or due_on is not null)
`

/**
 * Remembers how everything stands that a sweep may change, and opens as many clocks as are asked for: a demonstration has
 * little open work, so what is open is copied, row by row as it stands, until there is enough.
 */
export async function keepWhatClimbs(owner: postgres.Sql, wanted: number): Promise<void> {
  await owner.begin(async tx => {
    await tx`
      create table public.before_the_sweep as
      select id, version, climbed, next_update_on, changed_at from enquiries.enquiry where status not in ('answered', 'closed')
    `
    const [open] = await tx<{ n: number }[]>`select count(*)::int as n from enquiries.enquiry where ${runs(tx)}`
    if (open!.n === 0) throw new Error('Nothing is open: there is nothing to copy')
    const more = Math.max(0, wanted - open!.n)
    const columns = await copied(tx)
    const listed = tx.unsafe(columns.map(it => `"${it}"`).join(', '))
    await tx`
      insert into enquiries.enquiry (id, reference, ${listed})
      select uuidv7(), format('ME-%s-%s', ${year}::int, lpad((row_number() over ())::text, 6, '0')), ${listed}
      from enquiries.enquiry cross join generate_series(1, ${Math.ceil(more / open!.n)}::int)
      where ${runs(tx)} limit ${more}
    `
  })
  await owner`vacuum analyze enquiries.enquiry`
}

/** All columns that are written, but for what names a row. */
async function copied(tx: Tx): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = 'enquiries.enquiry'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('id', 'reference')
  `
  return rows.map(it => it.name)
}

/** Takes back what climbed since; the trail keeps it, for nothing is ever taken out of that. */
export async function putBack(owner: postgres.Sql): Promise<void> {
  await owner.begin(async tx => {
    // nothing points at the copies, and looking for it row by row takes longer than all the rest
    await tx`set local session_replication_role = replica`
    await tx`
      delete from enquiries.event v using enquiries.enquiry e
      where v.enquiry_id = e.id and e.reference like ${`ME-${year}-%`}
    `
    await tx`delete from enquiries.enquiry where reference like ${`ME-${year}-%`}`
  })
  await owner`
    delete from enquiries.event v using public.before_the_sweep b where v.enquiry_id = b.id and v.sequence > b.version
  `
  await owner`
    update enquiries.enquiry e
    set version = b.version, climbed = b.climbed, next_update_on = b.next_update_on, changed_at = b.changed_at
    from public.before_the_sweep b where e.id = b.id and e.version > b.version
  `
  await owner`drop table public.before_the_sweep`
  await owner`vacuum analyze enquiries.enquiry, enquiries.event`
}
