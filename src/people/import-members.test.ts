import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import type { Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { addPerson, importMembers, personByAddress, servingMembers } from './door.ts'

const db = await testDatabase()
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)
const serving = () => system(tx => servingMembers(tx, '2026-06-01' as Day))

const file = `\uFEFFName,Email,Ward,Group,From,Until
"Siobhán O'Brien",siobhan@tessbridge.example,Abbot's Cross,River and Vale,2023-05-08,
Aoife Ní Mhurchú,Aoife@tessbridge.example,Coldharbour,,2023-05-08,
"Phạm, Thi Hương",huong@tessbridge.example,coldharbour,river and vale,2019-05-07,2025-05-01
`

test('a dry run says what would happen and writes nothing', async () => {
  const report = await system(tx => importMembers(tx, file, { dryRun: true }))
  assert.deepEqual(report, {
    ok: true,
    added: 3,
    changed: 0,
    newWards: ["Abbot's Cross", 'Coldharbour'],
    newGroups: ['River and Vale'],
    errors: [],
  })
  assert.equal((await db.owner`select 1 from people.person union all select 1 from people.ward`).length, 0)
})

test('an import adds members with wards and groups, names as they are', async () => {
  await system(tx => importMembers(tx, file))
  assert.deepEqual(
    (await serving()).map(it => [it.name, it.ward, it.group]),
    [
      ['Aoife Ní Mhurchú', 'Coldharbour', null],
      ["Siobhán O'Brien", "Abbot's Cross", 'River and Vale'],
    ],
  )
  const former = await system(tx => personByAddress(tx, 'huong@tessbridge.example'))
  assert.deepEqual([former?.name, former?.roles], ['Phạm, Thi Hương', ['member']])
})

test('a second import changes whom it knows by address, and keeps what it does not mention', async () => {
  await db.owner`update people.person set title = 'Chair of Audit' where email = 'aoife@tessbridge.example'`
  const report = await system(tx =>
    importMembers(tx, 'name,email,ward,from\nAoife O’Brien,aoife@tessbridge.example,Coldharbour,2023-05-08\n'),
  )
  assert.deepEqual([report.added, report.changed, report.newWards], [0, 1, []])
  const aoife = await system(tx => personByAddress(tx, 'aoife@tessbridge.example'))
  assert.deepEqual([aoife?.name, aoife?.title], ['Aoife O’Brien', 'Chair of Audit'])
})

test('an officer who is elected keeps the roles they had', async () => {
  await system(tx => addPerson(tx, { name: 'Ola Ring', email: 'ola@tessbridge.example', roles: ['responder'] }))
  await system(tx =>
    importMembers(tx, 'name,email,ward,from\nOla Ring,ola@tessbridge.example,Coldharbour,2026-05-08\n'),
  )
  assert.deepEqual((await system(tx => personByAddress(tx, 'ola@tessbridge.example')))?.roles, ['member', 'responder'])
})

test('one wrong line stops everything, and every wrong line is named', async () => {
  const wrong = `name,email,ward,from,until
,a@tessbridge.example,Coldharbour,2026-05-08,
B,b at tessbridge,Coldharbour,2026-05-08,
C,c@tessbridge.example,,2026-05-08,
D,d@tessbridge.example,Coldharbour,8/5/2026,
E,e@tessbridge.example,Coldharbour,2026-05-08,2026-02-30
F,f@tessbridge.example,Coldharbour,2026-05-08,2026-05-07
G,g@tessbridge.example,Coldharbour,2026-05-08,
H,G@tessbridge.example,Coldharbour,2026-05-08,
`
  const before = (await serving()).length
  const report = await system(tx => importMembers(tx, wrong))
  assert.deepEqual(
    report.errors.map(it => it.line),
    [2, 3, 4, 5, 6, 7, 9],
  )
  assert.equal(report.added, 0)
  assert.equal((await serving()).length, before)
})

test('two rows for one person are told, by whichever of their addresses', async () => {
  await system(tx =>
    addPerson(tx, { name: 'Una Two', email: 'una@tessbridge.example', otherAddresses: ['una@homepost.example'] }),
  )
  const twice =
    'name,email,ward,from\nUna,una@tessbridge.example,Coldharbour,2026-05-08\nUna,una@homepost.example,Coldharbour,2026-05-08\n'
  const report = await system(tx => importMembers(tx, twice))
  assert.deepEqual(
    report.errors.map(it => it.line),
    [3],
  )
})

test('what is no CSV of members is told and not thrown', async () => {
  for (const text of [
    '',
    'name,email,ward,from\n',
    'name,email\n"open quote',
    '\u0000\u0001',
    'name,email,ward,from\na,b,c,d,e,f,g,h\n',
  ]) {
    const report = await system(tx => importMembers(tx, text))
    assert.ok(!report.ok && report.errors.length > 0, JSON.stringify(text))
  }
})
