import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { nowAt, type Day } from '#kernel/day.ts'
import { textOfCsv } from '#platform/csv.ts'
import { inTransaction } from '#platform/db/database.ts'
import { addPerson, importPeople, personByAddress, servingMembers, undoImportById } from '../door.ts'
import type { ImportAsked } from './by-command.ts'

const db = await testDatabase()
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)
const now = nowAt(new Date('2026-06-01T09:00:00Z'))
const left: string[] = []
const asked = { now, fileName: 'x.csv', disabled: async (_tx: unknown, id: string) => void left.push(id) }
const members = (csv: string, more: Partial<ImportAsked> = {}) =>
  system(tx => importPeople(tx, csv, { kind: 'members', ...asked, ...more }))
const officers = (csv: string, more: Partial<ImportAsked> = {}) =>
  system(tx => importPeople(tx, csv, { kind: 'officers', ...asked, ...more }))
const undo = (id: string | null) => system(tx => undoImportById(tx, id ?? undefined, { by: null, ...asked }))
const serving = (on = '2026-06-01') => system(tx => servingMembers(tx, on as Day))
const known = (email: string) => system(tx => personByAddress(tx, email))

const file = `\uFEFFName,Email,Ward,Group,From,Until
"Siobhán O'Brien",siobhan@tessbridge.example,Abbot's Cross,River and Vale,2023-05-08,
Aoife Ní Mhurchú,Aoife@tessbridge.example,Coldharbour,,8/5/2023,
"Phạm, Thi Hương",huong@tessbridge.example,coldharbour,river and vale,2019-05-07,2025-05-01
`

test('a dry run says what would happen and writes nothing', async () => {
  const report = await members(file, { dryRun: true })
  assert.deepEqual(report, {
    ok: true,
    import: null,
    joins: ["Siobhán O'Brien", 'Aoife Ní Mhurchú', 'Phạm, Thi Hương'],
    changes: [],
    leaves: [],
    unchanged: 0,
    newWards: ["Abbot's Cross", 'Coldharbour'],
    newGroups: ['River and Vale'],
    errors: [],
  })
  const written =
    await db.owner`select 1 from people.person union all select 1 from people.ward union all select 1 from people.import`
  assert.equal(written.length, 0)
})

test('an import adds members with wards and groups, names as they are; done again it changes nothing', async () => {
  await members(file)
  assert.deepEqual(
    (await serving()).map(it => [it.name, it.ward, it.group]),
    [
      ['Aoife Ní Mhurchú', 'Coldharbour', null],
      ["Siobhán O'Brien", "Abbot's Cross", 'River and Vale'],
    ],
  )
  const former = await known('huong@tessbridge.example')
  assert.deepEqual([former?.name, former?.roles], ['Phạm, Thi Hương', ['member']])
  const again = await members(file)
  assert.deepEqual([again.import, again.unchanged, again.changes], [null, 3, []])
})

test('semicolons, tabs, Windows-1252 and UTF-16 are read as they were meant', async () => {
  const text = 'name;email;ward;from\nZoë Müller;zoe@tessbridge.example;Coldharbour;8/5/2023\n'
  const latin = Buffer.from(text, 'latin1')
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(';', '\t'), 'utf16le')])
  for (const bytes of [latin, utf16, Buffer.from(`\uFEFF${text}`)]) {
    const report = await members(textOfCsv(bytes), { dryRun: true })
    assert.deepEqual([report.joins, report.errors], [['Zoë Müller'], []])
  }
})

test('a second import changes whom it knows by address, and keeps what it does not mention', async () => {
  await db.owner`update people.person set title = 'Chair of Audit' where email = 'aoife@tessbridge.example'`
  const csv = 'name,email,ward,from\nAoife O’Brien,aoife@tessbridge.example,Coldharbour,2023-05-08\n'
  const report = await members(csv)
  assert.deepEqual([report.joins, report.changes, report.newWards], [[], ['Aoife O’Brien'], []])
  const aoife = await known('aoife@tessbridge.example')
  assert.deepEqual([aoife?.name, aoife?.title], ['Aoife O’Brien', 'Chair of Audit'])
  await undo(report.import)
  assert.equal((await known('aoife@tessbridge.example'))?.name, 'Aoife Ní Mhurchú')
  const twice = await undo(report.import)
  assert.equal(twice.ok ? '' : twice.refusal.code, 'not-undone')
})

test('an officer who is elected keeps the roles they had, and undone is no serving member', async () => {
  const ola = await system(tx =>
    addPerson(tx, { name: 'Ola Ring', email: 'ola@tessbridge.example', roles: ['responder', 'admin'] }),
  )
  const report = await members('name,email,ward,from\nOla Ring,ola@tessbridge.example,Coldharbour,2026-05-08\n')
  assert.deepEqual((await known('ola@tessbridge.example'))?.roles, ['admin', 'member', 'responder'])
  const undone = await undo(report.import)
  assert.deepEqual((await known('ola@tessbridge.example'))?.roles, ['admin', 'responder'])
  assert.ok(!(await serving()).some(it => it.id === ola))
  assert.match(undone.ok ? undone.value.kept[0]!.why : '', /former member/)
})

test('a whole list: who is not in it leaves office, and comes back when it is undone', async () => {
  const one = 'name,email,ward,from\nAoife Ní Mhurchú,aoife@tessbridge.example,Coldharbour,2023-05-08\n'
  assert.deepEqual((await members(one, { dryRun: true })).leaves, [])
  const report = await members(one, { complete: true })
  assert.deepEqual(report.leaves, ["Siobhán O'Brien"])
  assert.deepEqual(
    (await serving()).map(it => it.name),
    ['Aoife Ní Mhurchú'],
  )
  assert.ok(
    (await serving('2026-05-31')).some(it => it.name === "Siobhán O'Brien"),
    'in office until the day before',
  )
  await undo(report.import)
  assert.equal((await serving()).length, 2)
})

test('officers get their roles by key or by name, keep a seat, and leave when the list is whole', async () => {
  const list =
    'Name,Email,Title,Roles\nOla Ring,ola@tessbridge.example,Team lead,"admin, Mailbox owner"\nKai Berg,kai@tessbridge.example,,responder|one-stop\n'
  await officers(list)
  const ola = await known('ola@tessbridge.example')
  assert.deepEqual([ola?.title, ola?.roles], ['Team lead', ['admin', 'owner']])
  assert.deepEqual((await known('kai@tessbridge.example'))?.roles, ['one-stop', 'responder'])
  const report = await officers('name,email,roles\nOla Ring,ola@tessbridge.example,admin|owner\n', { complete: true })
  assert.deepEqual(report.leaves, ['Kai Berg'])
  const kai = await known('kai@tessbridge.example')
  assert.deepEqual([kai?.disabled, left.at(-1)], [true, kai?.id], 'and their work goes back the same day')
  await undo(report.import)
  assert.equal((await known('kai@tessbridge.example'))?.disabled, false)
})

test('an undo leaves what somebody changed since, and says so; whom it added is shut out', async () => {
  const csv =
    'name,email,title,phone,roles\nKai Berg,kai@tessbridge.example,Inspector,01632 1,responder\nNew Comer,new@tessbridge.example,,,responder\n'
  const report = await officers(csv)
  await db.owner`update people.person set title = 'Chief inspector' where email = 'kai@tessbridge.example'`
  const undone = await undo(report.import)
  assert.ok(undone.ok)
  assert.deepEqual(undone.value, {
    putBack: 1,
    kept: [{ name: 'Kai Berg', why: 'Changed since by somebody, and left as it is: what they do.' }],
  })
  const [kai, comer] = [await known('kai@tessbridge.example'), await known('new@tessbridge.example')]
  assert.deepEqual([kai?.title, kai?.phone, kai?.roles], ['Chief inspector', '', ['one-stop', 'responder']])
  assert.deepEqual([comer?.disabled, comer?.roles], [true, []])
})

test('nobody shuts every administrator out', async () => {
  const report = await officers('name,email,roles\nKai Berg,kai@tessbridge.example,responder\n', { complete: true })
  assert.match(report.errors[0]!.words, /at least one administrator/)
  assert.equal((await known('ola@tessbridge.example'))?.disabled, false)
})

test('one wrong cell stops everything, and every one is named with line and column', async () => {
  const wrong = `name,email,ward,from,until
,a@tessbridge.example,Coldharbour,2026-05-08,
B,b at tessbridge,Coldharbour,2026-05-08,
C,c@tessbridge.example,,2026-05-08,
D,d@tessbridge.example,Coldharbour,8.5.26,
E,e@tessbridge.example,Coldharbour,2026-05-08,30/2/2026
F,f@tessbridge.example,Coldharbour,2026-05-08,2026-05-07
G,g@tessbridge.example,Coldharbour,2026-05-08,
H,G@tessbridge.example,,soon,
`
  const report = await members(wrong)
  assert.deepEqual(
    report.errors.map(it => `${it.line} ${it.column}`),
    ['2 name', '3 email', '4 ward', '5 from', '6 until', '7 until', '9 ward', '9 from', '9 email'],
  )
  assert.deepEqual([report.ok, report.joins], [false, []])
  const odd = await officers('name,email,roles\nA,a@tessbridge.example,wizard\nB,b@tessbridge.example,\n')
  assert.deepEqual(
    odd.errors.map(it => `${it.line} ${it.column}`),
    ['2 roles', '3 roles'],
  )
})

test('two rows for one person are told, by whichever of their addresses', async () => {
  await system(tx =>
    addPerson(tx, { name: 'Una Two', email: 'una@tessbridge.example', otherAddresses: ['una@homepost.example'] }),
  )
  const twice =
    'name,email,ward,from\nUna,una@tessbridge.example,Coldharbour,2026-05-08\nUna,una@homepost.example,Coldharbour,2026-05-08\n'
  assert.deepEqual(
    (await members(twice)).errors.map(it => it.line),
    [3],
  )
})

test('what is no CSV of members is told and not thrown', async () => {
  for (const text of [
    '',
    'name,email,ward,from\n',
    'name,email\n"open quote',
    '\u0001',
    'name,email,ward,from\na,b,c,d,e,f,g,h\n',
    'nothing of this\n1\n',
  ]) {
    const report = await members(text)
    assert.ok(!report.ok && report.errors.length > 0, JSON.stringify(text))
  }
})
