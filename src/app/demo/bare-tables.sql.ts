import type postgres from 'postgres'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'

type Definition = { table: string; name: string; definition: string; isConstraint: boolean }

/** Bare tables to copy into; `fresh`: those that nobody has to look through for rows of others, see `copy … freeze`. */
export type Bare = { readonly tx: Tx; readonly fresh: ReadonlySet<string> }

/**
 * Runs `work` while these tables are bare: without the owner bound by row-level security (COPY does not go together with
 * it) and without keys and indexes, which are made in one go afterwards and check every row then. Keys of other tables
 * that point at them come off too. All in one transaction: readers see nothing of it, and a failure leaves everything as
 * it was.
 */
export async function withBareTables(
  owner: postgres.Sql,
  tables: readonly string[],
  work: (bare: Bare) => Promise<void>,
): Promise<void> {
  await owner.begin(async tx => {
    await tx`set local maintenance_work_mem = '256MB'`
    const stripped = await strip(tx, tables)
    await work({ tx, fresh: await emptied(tx, tables) })
    await dress(tx, tables, stripped)
  })
}

async function strip(tx: Tx, tables: readonly string[]): Promise<Definition[]> {
  const definitions = [
    ...(await foreignKeys(tx, tables)),
    ...(await uniqueConstraints(tx, tables)),
    ...(await indexes(tx, tables)),
  ]
  for (const table of tables) await tx.unsafe(`alter table ${table} no force row level security`)
  for (const it of definitions) {
    await tx.unsafe(it.isConstraint ? `alter table ${it.table} drop constraint ${it.name}` : `drop index ${it.name}`)
  }
  return definitions
}

/** Of these tables those without a row, each with new, empty files: only into such does COPY write rows frozen. */
async function emptied(tx: Tx, tables: readonly string[]): Promise<Set<string>> {
  const empty = new Set<string>()
  for (const table of tables) {
    const [row] = await tx.unsafe(`select exists (select from ${table}) as any`)
    if (row!.any) continue
    await tx.unsafe(`truncate ${table}`)
    empty.add(table)
  }
  return empty
}

/** Indexes first, foreign keys last: they are checked with the help of the indexes. */
async function dress(tx: Tx, tables: readonly string[], stripped: readonly Definition[]): Promise<void> {
  for (const it of stripped.toReversed()) {
    await tx.unsafe(
      it.isConstraint ? `alter table ${it.table} add constraint ${it.name} ${it.definition}` : it.definition,
    )
  }
  for (const table of tables) await tx.unsafe(`alter table ${table} force row level security`)
}

const foreignKeys = (tx: Tx, tables: readonly string[]) =>
  constraints(tx, tx`contype = 'f' and (conrelid = ${anyOf(tx, tables)} or confrelid = ${anyOf(tx, tables)})`)
const uniqueConstraints = (tx: Tx, tables: readonly string[]) =>
  constraints(tx, tx`contype in ('p', 'u') and conrelid = ${anyOf(tx, tables)}`)

const anyOf = (tx: Tx, tables: readonly string[]) => tx`any (${tables as string[]}::regclass[])`

const constraints = (tx: Tx, which: Statement) => tx<Definition[]>`
  select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition, true as is_constraint
  from pg_constraint
  where ${which}
`

const indexes = (tx: Tx, tables: readonly string[]) => tx<Definition[]>`
  select indrelid::regclass::text as "table", indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition, false as is_constraint
  from pg_index
  where indrelid = ${anyOf(tx, tables)}
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
`
