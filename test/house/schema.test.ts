import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { dumpSchema } from './schema-dump.ts'
import { writtenAs } from './written.ts'

const db = await testDatabase()

/** The rooms that hold anything about people or enquiries. */
const rooms = [
  'people',
  'audit',
  'mail',
  'mailboxes',
  'enquiries',
  'quality',
  'reports',
  'review',
  'privacy',
  'connections',
]

/** Tables of those rooms that hold nothing about anybody. */
const aboutNobody = new Set(['enquiries.numbering'])

/** What happened and what was said stays as it was. */
const onlyAdded = [
  'audit.entry',
  'audit.seal',
  'audit.verification',
  'audit.checkpoint',
  'enquiries.event',
  'enquiries.message',
  'enquiries.promise',
  'enquiries.attachment',
  'quality.standard',
  'quality.sample',
  'quality.sampled',
  'quality.reminder',
  'reports.pack',
  'review.decision',
  'review.action',
  'review.action_event',
  'review.sign_off',
  'review.signed_week',
  'review.exception',
  'mail.raw',
  'mail.delivery',
  'clock.calendar_version',
]

test('db/schema.sql is what the migrations add up to', async t => {
  const [server] = await db.owner<
    { major: number }[]
  >`select current_setting('server_version_num')::int / 10000 as major`
  // other versions put the same schema into other words
  if (server!.major !== 18) return t.skip('db/schema.sql is in the words of PostgreSQL 18')
  writtenAs('db/schema.sql', await dumpSchema(db.owner), 'schema')
})

test('every table about people or enquiries is under row-level security, its owner too', async () => {
  const rows = await db.owner<{ name: string; guarded: boolean; policies: number }[]>`
    select format('%s.%s', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (${rooms}) and c.relkind in ('r', 'p') order by 1`
  assert.ok(rows.length >= 30, `only ${rows.length} tables were seen`)
  assert.deepEqual(
    rows.filter(row => !(row.guarded && row.policies > 0) && !aboutNobody.has(row.name)).map(row => row.name),
    [],
  )
})

test('policies ask for the viewer once, not for every row', async () => {
  const rows = await db.owner<{ name: string; text: string }[]>`
    select format('%s on %s', polname, polrelid::regclass) as name,
      coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as text
    from pg_policy`
  const asked = /(?<!SELECT )\b(platform\.(viewer|is_system)\(|\w+\.viewer_\w+\()/
  assert.ok(rows.length > 60, `only ${rows.length} policies were seen`)
  assert.deepEqual(
    rows.filter(row => asked.test(row.text)).map(row => row.name),
    [],
  )
})

test('the app may empty nothing, and only adds to what is kept for ever', async () => {
  const rows = await db.owner<{ name: string; rights: string[] }[]>`
    select format('%s.%s', n.nspname, c.relname) as name, array(
      select lower(p) from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p
      where has_table_privilege('one_stop_app', c.oid, p) or (p = 'UPDATE' and has_any_column_privilege('one_stop_app', c.oid, p))) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and n.nspname not in ('pg_catalog', 'information_schema')`
  const may = (name: string) => rows.find(row => row.name === name)?.rights
  assert.deepEqual(
    rows.filter(row => row.rights.some(it => ['truncate', 'trigger', 'references'].includes(it))).map(row => row.name),
    [],
  )
  for (const name of onlyAdded)
    assert.deepEqual(
      may(name)?.filter(it => it !== 'insert'),
      [],
      name,
    )
  for (const name of ['enquiries.enquiry', 'people.person', 'people.member'])
    assert.ok(!may(name)?.includes('delete'), name)
})

test('the app owns nothing, makes nothing, and stands in no other role', async () => {
  const [row] = await db.owner`
    select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as mighty,
      (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owned,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
      (select count(*)::int from pg_namespace n where n.nspname not like 'pg\\_%' and has_schema_privilege(r.oid, n.oid, 'create')) as makes
    from pg_roles r where r.rolname = 'one_stop_app'`
  assert.deepEqual({ ...row }, { mighty: false, owned: 0, memberships: 0, makes: 0 })
})

test('functions that see with their owner’s eyes name every schema they use', async () => {
  const rows = await db.owner<{ name: string; settings: string[] | null }[]>`
    select p.oid::regprocedure::text as name, p.proconfig as settings
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'jobs')`
  assert.ok(rows.length >= 10, `only ${rows.length} functions were seen`)
  assert.deepEqual(
    rows.filter(row => !row.settings?.some(it => it === 'search_path=""')).map(row => row.name),
    [],
  )
})
