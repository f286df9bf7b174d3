import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { isTest, readSource } from './source.ts'

const db = await testDatabase()

/** Tables with nothing about anybody, which everybody may read: settings and their copies, numbers, the calendar. */
const open = new Set([
  'clock.calendar_version',
  'clock.closure',
  'clock.holiday',
  'enquiries.numbering',
  'platform.held',
  'platform.migration',
  'platform.setting',
])

test('row-level security is forced on every table with data, in every schema of ours', async () => {
  const rows = await db.owner<{ name: string; forced: boolean }[]>`
    select format('%s.%s', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'jobs')`
  assert.ok(rows.length > 90, `only ${rows.length} tables were seen`)
  assert.deepEqual(
    rows
      .filter(it => !it.forced && !open.has(it.name))
      .map(it => it.name)
      .sort(),
    [],
  )
})

test('the program bypasses nothing, and stands in no other role', async () => {
  const [row] = await db.owner`
    select rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolreplication as mighty,
      exists (select from pg_auth_members where member = r.oid) as stands
    from pg_roles r where rolname = 'one_stop_app'`
  assert.deepEqual({ ...row }, { mighty: false, stands: false })
})

test('the program is one_stop_app on every connection, and every view asks as its reader', async () => {
  const [row] = await db.sql`select current_user as name, session_user as login`
  assert.deepEqual({ ...row }, { name: 'one_stop_app', login: 'one_stop_app' })
  const views = await db.owner`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'jobs')
      and not exists (
        select from unnest(c.reloptions) as it(text) where it.text in ('security_invoker=true', 'security_invoker=on'))`
  assert.deepEqual([...views], [])
})

/** Where the owner's connection may be used: preparing the database before it is opened, and never to read for anybody. */
const asOwner = [
  'src/app/cli/bring-up-to-date.ts',
  'src/app/cli/with-database.ts',
  'src/app/demo/',
  'src/app/is-empty.sql.ts',
  'src/app/start.ts',
  'src/app/cli/',
  'src/platform/db/',
  'src/platform/jobs/',
]

test('nothing but setting up connects as the owner of the database', async () => {
  const files = (await readSource(['src/**/*.ts'])).filter(({ path }) => !isTest(path))
  const found = files.filter(({ text }) => /\bconnectAsOwner\(/.test(text)).map(({ path }) => path)
  assert.deepEqual(
    found.filter(path => !asOwner.some(start => path.startsWith(start))),
    [],
  )
})

test('nobody is granted TRUNCATE, and strangers are granted nothing', async () => {
  const rows = await db.owner`
    select format('%s.%s to %s: %s', table_schema, table_name, grantee, privilege_type) as it
    from information_schema.role_table_grants
    where table_schema not in ('pg_catalog', 'information_schema', 'jobs')
      and (grantee = 'PUBLIC' or (grantee = 'one_stop_app' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')))`
  assert.deepEqual(
    rows.map(it => it.it),
    [],
  )
})

/** Gives what is true of the viewer alone, for policies to ask once. */
const ofViewer = 'answers about the viewer of the transaction, nobody else'

/** Functions that see with their owner’s eyes, each read and found to ask for the viewer itself or to give no rows away. */
const reviewed: Readonly<Record<string, string>> = {
  'audit.viewer_reads': ofViewer,
  'enquiries.alike':
    'gives ids and a likeness, no words; whoever asks reads the enquiries themselves through the policies',
  'enquiries.erase_words':
    'for the house alone, and only what is closed; takes words away and gives fingerprints of files',
  'enquiries.found_by_words': 'search: asks the same predicate as the policies, which a property test compares',
  'enquiries.next_number': 'draws the next number of a year; gives nothing of any enquiry',
  'enquiries.spelt_like': 'words of unrestricted enquiries for slips of the fingers, to whoever is signed in',
  'enquiries.viewer_boards': ofViewer,
  'enquiries.viewer_excluded': ofViewer,
  'enquiries.viewer_is_officer': ofViewer,
  'enquiries.viewer_sees_all': ofViewer,
  'enquiries.viewer_sight': ofViewer,
  'enquiries.weighed':
    'how many open enquiries each responder of a mailbox has; restricted ones of other mailboxes left out',
  'mail.blank_raw': 'for the house alone; empties copies and gives their number',
  'mail.erase_words': 'for the house alone; takes words away and gives nothing',
  'mailboxes.parts_in': 'which parts one person has in one mailbox, asked by the policies themselves',
  'mailboxes.set_gives_out': 'changes one switch, for administrators and whoever runs the mailbox',
  'mailboxes.topics_speaking': 'weights of words learned of unrestricted enquiries, never an enquiry',
  'mailboxes.viewer_administers': ofViewer,
  'mailboxes.viewer_covers': ofViewer,
  'mailboxes.viewer_keeps_replies': ofViewer,
  'mailboxes.viewer_knows_all_people': ofViewer,
  'mailboxes.viewer_named': ofViewer,
  'mailboxes.viewer_overseen': ofViewer,
  'mailboxes.viewer_reads_replies': ofViewer,
  'mailboxes.viewer_runs': ofViewer,
  'people.forget_sessions': 'for the house alone; removes old sessions and gives their number',
  'people.holder_of_session': 'who holds a session, for whoever shows its secret',
  'people.holder_of_token': 'who holds a token, for whoever shows its secret; writes its first use of a day down',
  'people.public_members': 'names, wards and groups of sitting members, which are public',
  'people.viewer_acts_for': ofViewer,
  'people.viewer_has': ofViewer,
  'people.viewer_has_any': ofViewer,
  'people.viewer_members': ofViewer,
  'people.viewer_organisation': ofViewer,
  'people.viewer_roles': ofViewer,
  'platform.renew_held': 'a trigger that marks copies as old; reads nothing',
  'privacy.unseen_items': 'how many items of a request stand in restricted mailboxes, never which; for the desk alone',
  'privacy.viewer_incidents': ofViewer,
  'privacy.viewer_keeps': ofViewer,
  'privacy.viewer_sees': ofViewer,
  'quality.erase_words': 'for the house alone; takes words away and gives nothing',
  'quality.is_restricted': 'whether an enquiry is restricted, one bit, asked by a policy; unknown ones are',
  'quality.viewer_follows': ofViewer,
  'quality.viewer_keeps_standard': ofViewer,
  'quality.viewer_runs': ofViewer,
  'reports.viewer_reads_packs': ofViewer,
  'reports.viewer_restricted': ofViewer,
  'review.erase_words': 'for the house alone; takes words away and gives nothing',
  'review.viewer_actions': ofViewer,
  'review.viewer_follows': ofViewer,
  'review.viewer_records': ofViewer,
}

test('functions that see with their owner’s eyes are known, each with its reason', async () => {
  const rows = await db.owner<{ name: string }[]>`
    select distinct format('%s.%s', n.nspname, p.proname) as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'jobs') order by 1`
  assert.deepEqual(
    rows.map(it => it.name),
    Object.keys(reviewed).sort(),
  )
  assert.ok(Object.values(reviewed).every(reason => reason.length > 15))
})
