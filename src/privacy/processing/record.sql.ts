import type { Tx } from '#platform/db/database.ts'

export type StoredTable = { readonly name: string; readonly columns: readonly string[]; readonly guarded: boolean }

/** Every table of the house as it stands in the database, with its columns and whether its rows are guarded by policies. */
export const storedTables = (tx: Tx): Promise<StoredTable[]> => tx<StoredTable[]>`
  select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'public')
    and n.nspname !~ '^pg_'
  order by 1
`
