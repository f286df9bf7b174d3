import type { Tx } from '#platform/db/database.ts'
import type { Pack, PackHead } from './pack.ts'

/** The newest version of each pack, the latest first. */
export const readPacks = (tx: Tx): Promise<PackHead[]> => tx<PackHead[]>`
  select ${head(tx)} from (
    select distinct on (p.key) p.* from reports.pack p order by p.key, p.version desc) as p
  order by p.to_on desc, p.from_on
`

/** One pack; without a version the newest one. */
export async function readPack(tx: Tx, key: string, version?: number): Promise<Pack | undefined> {
  const [row] = await tx<Pack[]>`
    select ${head(tx)}, p.document, p.facts from reports.pack p
    where p.key = ${key} and (${version ?? null}::int is null or p.version = ${version ?? null})
    order by p.version desc limit 1
  `
  return row
}

/** Every version of a pack, the newest first. */
export const readVersions = (tx: Tx, key: string): Promise<PackHead[]> => tx<PackHead[]>`
  select ${head(tx)} from reports.pack p where p.key = ${key} order by p.version desc
`

const head = (tx: Tx) => tx`
  p.id, p.kind, p.key, p.from_on as from, p.to_on as to, p.version, p.frozen_on, p.frozen_at, p.frozen_by, p.reason,
  p.document ->> 'title' as title
`

/** False when that version was frozen already: two who freeze at once make one pack. */
export async function insertPack(tx: Tx, it: Omit<Pack, 'id' | 'title'>): Promise<boolean> {
  const rows = await tx`
    insert into reports.pack (kind, key, from_on, to_on, version, document, facts, frozen_on, frozen_at, frozen_by, reason)
    values (${it.kind}, ${it.key}, ${it.from}, ${it.to}, ${it.version}, ${tx.json(it.document as never)},
      ${tx.json(it.facts as never)}, ${it.frozenOn}, ${it.frozenAt}, ${it.frozenBy}, ${it.reason})
    on conflict (key, version) do nothing
    returning id
  `
  return rows.length > 0
}

/** Which of these references are restricted now, whoever asks. Needs a transaction that sees everything. */
export async function restrictedAmong(tx: Tx, references: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ reference: string }[]>`
    select reference from enquiries.enquiry where restricted and reference = any (${references})
  `
  return new Set(rows.map(row => row.reference))
}
