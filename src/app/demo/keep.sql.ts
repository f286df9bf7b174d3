import { finished } from 'node:stream/promises'
import type postgres from 'postgres'
import type { Tx } from '#platform/db/database.ts'
import type { Bare } from './bare-tables.sql.ts'
import { tables, type Table } from './copy-text.ts'

/** The tables that a history fills. */
export const historyTables = (): string[] => tables.map(table => table.name)

/** Writes a part of the history, as `copyTexts` made it, into bare tables (see bare-tables.sql.ts). */
export async function keepTexts(bare: Bare, texts: readonly Uint8Array[]): Promise<void> {
  for (const [i, table] of tables.entries()) if (texts[i]!.length > 0) await copyInto(bare, table, texts[i]!)
}

async function copyInto({ tx, fresh }: Bare, { name, columns }: Table, text: Uint8Array): Promise<void> {
  const frozen = fresh.has(name) ? ' with (freeze)' : ''
  const stream = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin${frozen}`).writable()
  stream.end(text)
  await finished(stream)
}

/** Numbering goes on where the history ended. */
export async function keepNumbers(tx: Tx): Promise<void> {
  await tx`
    insert into enquiries.numbering (year, last)
    select split_part(reference, '-', 2)::int, max(split_part(reference, '-', 3)::int) from enquiries.enquiry group by 1
    on conflict (year) do update set last = excluded.last
  `
}

/** Tells PostgreSQL what its tables hold now, the largest first, on as many connections at a time. */
export async function analyse(owner: postgres.Sql, connections: number): Promise<void> {
  const left = await owner<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relkind = 'r' and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    order by pg_table_size(oid) desc`
  const analyseNext = async () => {
    for (let table = left.shift(); table; table = left.shift()) await owner.unsafe(`analyze ${table.name}`)
  }
  await Promise.all(Array.from({ length: connections }, analyseNext))
}
