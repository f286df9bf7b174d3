import type postgres from 'postgres'

/**
 * The schema of the house as text, out of the catalogue and always in the same order: tables with their columns,
 * constraints, indexes, policies and rights, then functions and triggers. There is no pg_dump beside the embedded
 * PostgreSQL, and this is easier to read in a review.
 */
export async function dumpSchema(sql: postgres.Sql): Promise<string> {
  const parts = [header]
  for (const schema of await schemasOf(sql)) parts.push(...(await dumpOne(sql, schema)))
  return `${parts.join('\n\n')}\n`
}

/** One for each room. The queue's own tables, in the schema jobs, come with its package. */
async function schemasOf(sql: postgres.Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'jobs')
    order by array_position(${rooms}, nspname), nspname`
  return found.map(it => it.name)
}

/** In the order in which they build on each other; a new one stands behind them until it is named here. */
const rooms = [
  'platform',
  'people',
  'audit',
  'clock',
  'mailboxes',
  'mail',
  'enquiries',
  'escalation',
  'quality',
  'reports',
  'review',
  'privacy',
  'connections',
]

const header = `-- What the migrations add up to, for reading and reviewing. Written by bin/schema, compared by the tests; never run.`

async function dumpOne(sql: postgres.Sql, schema: string): Promise<string[]> {
  const tables = await tablesOf(sql, schema)
  return [
    `-- ${schema} ${'-'.repeat(Math.max(1, 116 - schema.length))}\n\ncreate schema ${schema};`,
    ...(await lines(sql, schema, 'sequences')),
    ...(await Promise.all(tables.map(table => dumpTable(sql, table)))),
    ...(await lines(sql, schema, 'functions')),
    ...(await lines(sql, schema, 'triggers')),
  ]
}

type Table = { readonly oid: number; readonly name: string; readonly security: string }

const tablesOf = (sql: postgres.Sql, schema: string) => sql<Table[]>`
  select c.oid, format('%I.%I', n.nspname, c.relname) as name,
    case when not c.relrowsecurity then '' when c.relforcerowsecurity then 'forced' else 'enabled' end as security
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = ${schema} and c.relkind in ('r', 'p') order by c.relname`

async function dumpTable(sql: postgres.Sql, { oid, name, security }: Table): Promise<string> {
  const inside = [...(await columns(sql, oid)), ...(await constraints(sql, oid))].map(line => `  ${line}`)
  return [
    `create table ${name} (\n${inside.join(',\n')}\n);`,
    ...(await indexes(sql, oid)),
    ...(security ? [`-- row-level security: ${security}`] : []),
    ...(await policies(sql, oid)),
    ...(await rights(sql, oid, name)),
  ].join('\n')
}

type Line = { readonly line: string }
const texts = (rows: readonly Line[]): string[] => rows.map(row => row.line)

const columns = async (sql: postgres.Sql, oid: number): Promise<string[]> =>
  texts(
    await sql<Line[]>`
    select concat_ws(' ', format('%I', a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attidentity <> '' then 'generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity' end,
      case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when d.oid is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
      case when a.attnotnull then 'not null' end) as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${oid} and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  )

const constraints = async (sql: postgres.Sql, oid: number): Promise<string[]> =>
  texts(
    await sql<Line[]>`
    select format('constraint %I ', conname) || pg_get_constraintdef(oid) as line from pg_constraint
    where conrelid = ${oid} and contype <> 'n' order by contype, conname`,
  )

const indexes = async (sql: postgres.Sql, oid: number): Promise<string[]> =>
  texts(
    await sql<Line[]>`
    select lower(left(pg_get_indexdef(indexrelid), 6)) || substr(pg_get_indexdef(indexrelid), 7) || ';' as line
    from pg_index where indrelid = ${oid} and not exists (select from pg_constraint where conindid = indexrelid)
    order by indexrelid::regclass::text`,
  )

const policies = async (sql: postgres.Sql, oid: number): Promise<string[]> =>
  texts(
    await sql<Line[]>`
    select format('create policy %I on %s for %s', polname, polrelid::regclass,
        case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end)
      -- whoever owns the database is called otherwise elsewhere
      || coalesce(' to ' || (select string_agg(case when r.rolname = 'one_stop_app' then r.rolname else 'the owner' end, ', ')
           from pg_roles r where r.oid = any (polroles)), '')
      || coalesce(E'\n  using ' || pg_get_expr(polqual, polrelid), '')
      || coalesce(E'\n  with check ' || pg_get_expr(polwithcheck, polrelid), '') || ';' as line
    from pg_policy where polrelid = ${oid} order by polname`,
  )

const rights = async (sql: postgres.Sql, oid: number, name: string): Promise<string[]> =>
  texts(
    await sql<Line[]>`
    with whole as (
      select string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as line
      from pg_class c, aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee
      where c.oid = ${oid} and r.rolname = 'one_stop_app'
    ), some_columns as (
      select lower(x.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as line
      from pg_attribute a, aclexplode(a.attacl) x join pg_roles r on r.oid = x.grantee
      where a.attrelid = ${oid} and r.rolname = 'one_stop_app' group by x.privilege_type
    )
    select format('grant %s on %s to one_stop_app;', line, ${name}::text) as line
    from (select line from whole union all select line from some_columns) granted where line is not null order by line`,
  )

async function lines(
  sql: postgres.Sql,
  schema: string,
  what: 'functions' | 'triggers' | 'sequences',
): Promise<string[]> {
  if (what === 'functions')
    return texts(
      await sql<Line[]>`
      select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = ${schema} order by p.proname, p.oid::regprocedure::text`,
    )
  if (what === 'triggers')
    return texts(
      await sql<Line[]>`
      select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${schema} and not t.tgisinternal order by t.tgrelid::regclass::text, t.tgname`,
    )
  return texts(
    await sql<Line[]>`
    select format('create sequence %I.%I;', n.nspname, c.relname) as line from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind = 'S'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')) order by c.relname`,
  )
}
