import { finished } from 'node:stream/promises'
import type postgres from 'postgres'
import type { Tx } from '#platform/db/database.ts'
import { tables, type Table } from './copy-text.ts'

/** The tables that a history fills. */
export const historyTables = (): string[] => tables.map(table => table.name)

/** Writes a part of the history, as `copyTexts` made it, into bare tables (see bare-tables.sql.ts). */
export async function keepTexts(tx: Tx, texts: readonly Uint8Array[]): Promise<void> {
  for (const [i, table] of tables.entries()) await copyInto(tx, table, texts[i]!)
}

async function copyInto(tx: Tx, { name, columns }: Table, text: Uint8Array): Promise<void> {
  const stream = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable()
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

export const analyse = (owner: postgres.Sql): Promise<unknown> => owner.unsafe('analyze')
