import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, instantOn, nowAt } from '#kernel/day.ts'
import { addDirectorate, addOrganisation, addPersons, addService } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { importMailboxes, mailboxByKey, namedPeople } from '../door.ts'

const db = await testDatabase()
const today = day('2026-06-01')
const at = (on = today) => ({ actor: null, now: nowAt(instantOn(on, 10)) })
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

await system(async tx => {
  const directorateId = await addDirectorate(tx, { name: 'Place' })
  await addService(tx, { name: 'Highways and transport', key: 'highways', directorateId })
  await addOrganisation(tx, { name: 'Ferrow Homes' })
  await addPersons(tx, [
    { name: "Fiona O'Hartley", email: 'fiona@tessbridge.example', roles: ['owner'] },
    { name: 'Omar Said', email: 'omar@tessbridge.example', roles: ['owner'] },
    { name: 'Dara Quinn', email: 'dara@tessbridge.example', roles: ['responder'] },
  ])
})

const heading = 'Key,Address,Name,Phone,Service,Owner,Target,Restricted,Purpose\n'
const file = `\uFEFF${heading}streets,streets@tessbridge.example,"Streets, pavements",01632 960 101,Highways AND transport,Fiona@tessbridge.example,,,
repairs,repairs@ferrow.example,Repairs,,Ferrow Homes,,15,,Repairs of council homes
adults,adults@tessbridge.example,Adults,,highways,,5,yes,
`
const imported = (csv: string, options = {}, on = today) => system(tx => importMailboxes(tx, csv, at(on), options))
const count = async (): Promise<number> => (await db.owner`select from mailboxes.mailbox`).length
const ownerOf = (key: string, on = today) =>
  system(async tx => (await namedPeople(tx, (await mailboxByKey(tx, key))!.id, on)).map(it => `${it.part} ${it.name}`))

test('a dry run says what would happen and writes nothing, not even to the trail', async () => {
  const report = await imported(file, { dryRun: true })
  assert.deepEqual(report, { ok: true, added: 3, changed: 0, unchanged: 0, errors: [] })
  assert.equal(await count(), 0)
  assert.equal((await db.owner`select from audit.entry`).length, 0)
})

test('mailboxes are opened with service, owner and target, and the trail says so', async () => {
  assert.equal((await imported(file)).added, 3)
  const streets = await system(tx => mailboxByKey(tx, 'streets'))
  assert.deepEqual([streets?.name, streets?.limitWorkingDays, streets?.restricted], ['Streets, pavements', null, false])
  assert.ok(streets?.serviceId)
  const repairs = await system(tx => mailboxByKey(tx, 'repairs'))
  assert.deepEqual([repairs?.limitWorkingDays, repairs?.purpose], [15, 'Repairs of council homes'])
  assert.ok(repairs?.organisationId)
  assert.equal((await system(tx => mailboxByKey(tx, 'adults')))?.restricted, true)
  assert.deepEqual(await ownerOf('streets'), ["owner Fiona O'Hartley"])
  assert.equal((await db.owner`select from audit.entry where act = 'mailboxes.open'`).length, 3)
})

test('a second time changes nothing; an empty cell keeps, a new owner follows on', async () => {
  assert.deepEqual(await imported(file), { ok: true, added: 0, changed: 0, unchanged: 3, errors: [] })
  const tomorrow = addDays(today, 1)
  const line = 'streets,streets@tessbridge.example,Streets,,,omar@tessbridge.example,7,,'
  assert.equal((await imported(heading + line, {}, tomorrow)).changed, 1)
  const streets = await system(tx => mailboxByKey(tx, 'streets'))
  assert.deepEqual([streets?.name, streets?.phone, streets?.limitWorkingDays], ['Streets', '01632 960 101', 7])
  assert.deepEqual(await ownerOf('streets', today), ["owner Fiona O'Hartley"])
  assert.deepEqual(await ownerOf('streets', tomorrow), ['owner Omar Said'])
})

test('one wrong line and nothing is written; every line says what is wrong', async () => {
  const before = await count()
  const wrong = `${heading}parks,parks@tessbridge.example,Parks,,highways,,,,
Not A Key,nowhere,,,Nothing like it,nobody@tessbridge.example,99,perhaps,
trees,STREETS@tessbridge.example,Trees,,highways,,,,
lamps,lamps@tessbridge.example,Lamps,,highways,dara@tessbridge.example,,,
adults,adults@tessbridge.example,Adults,,,,,no,
parks,parks@tessbridge.example,Parks,,highways,,,,
`
  const { ok, added, errors } = await imported(wrong)
  assert.deepEqual([ok, added, errors.map(it => it.line)], [false, 0, [3, 4, 5, 6, 7]])
  const words = new Map(errors.map(it => [it.line, it.words]))
  assert.match(
    words.get(3)!,
    /Enter a name.*small letters.*correct format.*1 to 60.*“Nothing like it”.*nobody@.*yes or no/,
  )
  assert.match(words.get(4)!, /Another mailbox has this address/)
  assert.match(words.get(5)!, /Dara Quinn needs the role Mailbox owner first/)
  assert.match(words.get(6)!, /cannot become an open one/)
  assert.match(words.get(7)!, /parks stands in the file twice/)
  assert.equal(await count(), before)
})

test('a file that is no CSV, or empty, is refused', async () => {
  assert.match((await imported(`${heading}"parks`)).errors[0]!.words, /not a CSV file/)
  assert.match((await imported(heading)).errors[0]!.words, /no mailboxes/)
})
