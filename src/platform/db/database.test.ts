import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { inTransaction } from './database.ts'

const db = await testDatabase()

test('a transaction knows for whom it sees, and forgets it at its end', async () => {
  const person = '01890000-0000-7000-8000-000000000001'
  const [inside] = await inTransaction(
    db,
    person,
    tx => tx`select platform.viewer() as viewer, platform.is_system() as system`,
  )
  assert.deepEqual({ ...inside }, { viewer: person, system: false })
  const [outside] = await db.sql`select platform.viewer() as viewer, platform.is_system() as system`
  assert.deepEqual({ ...outside }, { viewer: null, system: false })
})

test('a failing transaction leaves nothing behind', async () => {
  const failing = inTransaction(db, 'system', async tx => {
    await tx`insert into platform.setting (key, value) values ('x', '1')`
    throw new Error('stop')
  })
  await assert.rejects(failing, /stop/)
  assert.equal((await db.owner`select 1 from platform.setting`).length, 0)
})

test('the app owns nothing and may not bypass row-level security', async () => {
  const [role] =
    await db.sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`
  assert.deepEqual({ ...role }, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  const owned =
    await db.sql`select relname from pg_class join pg_roles r on r.oid = relowner where r.rolname = current_user`
  assert.equal(owned.length, 0)
})

test('a day stays a day and JSON stays what it was', async () => {
  const [row] =
    await db.sql`select ${'2026-06-01'}::date as day, ${{ a: [1, "O'Brien"] } as never}::jsonb as it, 5000000000::bigint as many`
  assert.deepEqual({ ...row }, { day: '2026-06-01', it: { a: [1, "O'Brien"] }, many: 5000000000 })
})
