import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { addPerson, takeOn } from './door.ts'
import { updateDisabled } from './person.sql.ts'

const db = await testDatabase()
const asked = { email: 'rosa@tessbridge.example', name: 'Rosa Delgado', roles: ['admin'] }
const take = (more: Partial<typeof asked> = {}) => inTransaction(db, 'system', tx => takeOn(tx, { ...asked, ...more }))

test('the first administrator of an empty council is taken on', async () => {
  const done = await take()
  assert.ok(done.ok && done.value.added)
  assert.deepEqual([done.value.person.name, done.value.person.roles], ['Rosa Delgado', ['admin']])
})

test('somebody known gets the roles and keeps name and other roles', async () => {
  const done = await take({ email: 'ROSA@tessbridge.example', name: 'Somebody else', roles: [' auditor', 'one-stop'] })
  assert.ok(done.ok && !done.value.added)
  assert.deepEqual(
    [done.value.person.name, done.value.person.roles],
    ['Rosa Delgado', ['admin', 'auditor', 'one-stop']],
  )
})

test('what cannot be is refused in words, and nobody is added', async () => {
  const wordsOf = async (more: Partial<typeof asked>): Promise<string> => {
    const done = await take({ email: 'new@tessbridge.example', ...more })
    return done.ok ? '' : [done.refusal, ...(done.refusal.also ?? [])].map(it => `${it.field}: ${it.words}`).join(' ')
  }
  assert.match(await wordsOf({ roles: ['boss', 'toString'] }), /no role “boss”\. Enter assistant, .*no role “toString”/)
  assert.match(await wordsOf({ roles: [''] }), /roles: Enter at least one role/)
  assert.match(await wordsOf({ roles: ['member'] }), /A member needs a ward/)
  assert.match(await wordsOf({ roles: ['admin', 'partner'] }), /A partner needs an organisation/)
  assert.match(await wordsOf({ email: 'nowhere' }), /email: Enter an email address/)
  assert.match(await wordsOf({ name: ' ' }), /name: Enter a name/)
  assert.equal((await db.owner`select from people.person where email like 'new%'`).length, 0)
})

test('somebody shut out is not let in by the back door', async () => {
  const out = await inTransaction(db, 'system', async tx => {
    const id = await addPerson(tx, { name: 'Gone', email: 'gone@tessbridge.example' })
    await updateDisabled(tx, id, new Date())
    return takeOn(tx, { email: 'gone@tessbridge.example', name: 'Gone', roles: ['admin'] })
  })
  assert.ok(!out.ok && out.refusal.code === 'disabled')
})
