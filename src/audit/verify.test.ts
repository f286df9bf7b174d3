import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, test } from 'node:test'
import { inTransaction, type Seer, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { record, seal, verify, verifyAndKeep, viewed } from './door.ts'

const db = await testDatabase()
const as = <T>(seer: Seer, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, seer, work)
const soon = (): Date => new Date(Date.now() + 60_000)
const muchLater = (): Date => new Date(Date.now() + 2 * 3_600_000)

const subject = { kind: 'enquiry', id: randomUUID(), reference: 'ME-2026-000123' }

const write = (count: number): Promise<void> =>
  as('system', async tx => {
    for (let n = 0; n < count; n++) {
      const details = { note: `“ünïcode” 👋 ${n}`, list: [1, 2.5, null] }
      await record(tx, {
        at: new Date('2026-06-01T08:30:00.123Z'),
        actor: null,
        act: 'enquiries.answer',
        subject,
        details,
      })
    }
  })
const sealAll = (batch = 4): Promise<number> => as('system', tx => seal(tx, { batch, patienceSeconds: 2 }))
const check = (now = soon()) => as('system', tx => verify(tx, { now }))
const idAt = async (place: number): Promise<number> =>
  (await db.owner`select id from audit.entry order by id offset ${place} limit 1`)[0]!.id

// an owner who tampers takes the policies that bind owners off first
for (const table of ['entry', 'seal', 'verification', 'checkpoint'])
  await db.owner.unsafe(`alter table audit.${table} no force row level security`)

beforeEach(async () => {
  await db.owner`truncate audit.entry, audit.seal, audit.verification, audit.checkpoint restart identity`
})

describe('an untouched trail', () => {
  test('is sound, however it was cut into batches', async () => {
    await write(10)
    assert.equal(await sealAll(4), 10)
    assert.equal(await sealAll(4), 0)
    await write(1)
    assert.equal(await sealAll(4), 1)
    const found = await check()
    assert.deepEqual([found.sound, found.entries, found.seals], [true, 11, 4])
    assert.equal(found.words, '11 sealed entries are as they were written')
  })

  test('is sound with the gaps that rolled-back transactions leave', async () => {
    await write(2)
    await assert.rejects(
      as('system', async tx => {
        await record(tx, { at: soon(), actor: null, act: 'enquiries.close', subject })
        throw new Error('no')
      }),
    )
    await write(2)
    await sealAll()
    assert.ok((await check()).sound)
  })
})

describe('tampering by the owner of the database is found', () => {
  beforeEach(async () => {
    await write(10)
    await sealAll(4)
  })

  const changes = {
    kind: db.owner`subject_kind = 'mailbox'`,
    subject: db.owner`subject_id = subject_id || ' '`,
    details: db.owner`details = '{"note": "another"}'`,
    at: db.owner`at = at + interval '1 microsecond'`,
    actor: db.owner`actor = gen_random_uuid()`,
    act: db.owner`act = 'enquiries.view'`,
    reference: db.owner`subject_reference = null`,
    behalf: db.owner`on_behalf_of = gen_random_uuid()`,
    written: db.owner`written_at = written_at - interval '1 day'`,
  }
  for (const [field, change] of Object.entries(changes)) {
    test(`a changed entry (${field})`, async () => {
      const id = await idAt(5)
      await db.owner`update audit.entry set ${change} where id = ${id}`
      const { sound, fault } = await check()
      assert.deepEqual([sound, fault?.kind, fault?.entry], [false, 'changed', id])
    })
  }

  test('two entries in each other’s place', async () => {
    const [one, other] = [await idAt(5), await idAt(6)]
    await db.owner`
      update audit.entry e set (at, written_at, actor, on_behalf_of, act, subject_kind, subject_id, subject_reference,
        details) = (o.at, o.written_at, o.actor, o.on_behalf_of, o.act, o.subject_kind, o.subject_id,
        o.subject_reference, o.details)
      from audit.entry o where (e.id, o.id) in ((${one}, ${other}), (${other}, ${one}))
    `
    const { fault } = await check()
    assert.deepEqual([fault?.kind, fault?.entry], ['reordered', one])
    assert.match(fault!.words, new RegExp(`was sealed as entry ${other}`))
  })

  test('a deleted entry, at the edge of a batch too', async () => {
    for (const place of [9, 4, 3, 0]) {
      const id = await idAt(place)
      await db.owner`delete from audit.entry where id = ${id}`
      const { fault } = await check()
      assert.deepEqual([fault?.kind, fault?.entry], ['missing', id])
    }
  })

  test('an entry slipped in where a number was free', async () => {
    await as('system', async tx => {
      await record(tx, { at: soon(), actor: null, act: 'enquiries.close', subject })
      throw new Error('leave a gap')
    }).catch(() => {})
    await write(1)
    await sealAll()
    const gap = (await idAt(10)) - 1
    await db.owner`
      insert into audit.entry (id, at, act, subject_kind, subject_id) overriding system value
      values (${gap}, now(), 'enquiries.close', 'enquiry', 'x')
    `
    const { fault } = await check()
    assert.deepEqual([fault?.kind, fault?.entry], ['slipped-in', gap])
  })

  test('an entry and its digest changed together', async () => {
    await db.owner`update audit.seal set digests = overlay(digests placing '\\x00'::bytea from 3) where number = 2`
    assert.deepEqual([(await check()).fault?.kind, (await check()).fault?.seal], ['seal', 2])
  })

  test('a seal taken away, from the middle and from the end', async () => {
    await as('system', tx => verifyAndKeep(tx, soon()))
    await db.owner`delete from audit.seal where number = 3`
    assert.equal((await check()).fault?.words, 'Seal 3 is missing: an earlier check noted seal 3')
    await db.owner`delete from audit.seal where number = 1`
    assert.equal((await check()).sound, false)
  })

  test('a whole chain written anew, by the head that was noted', async () => {
    const before = await check()
    await db.owner`update audit.entry set act = 'enquiries.view'`
    await db.owner`truncate audit.seal`
    await sealAll(4)
    assert.ok((await check()).sound, 'nothing inside can tell')
    const expected = { number: before.seals, hash: before.head! }
    const found = await as('system', tx => verify(tx, { now: soon(), expected }))
    assert.equal(found.fault?.kind, 'head')
  })

  test('an entry that nobody seals', async () => {
    await write(1)
    assert.ok((await check()).sound)
    const { fault } = await check(muchLater())
    assert.deepEqual([fault?.kind, fault?.entry], ['unsealed', await idAt(10)])
  })
})

test('an entry that commits after a higher one is neither passed over nor sealed early', async () => {
  const slow = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const latecomer = as('system', async tx => {
    await record(tx, { at: soon(), actor: null, act: 'enquiries.close', subject })
    written.resolve()
    await slow.promise
  })
  await written.promise
  await write(3)
  const early = await as('system', tx => seal(tx, { patienceSeconds: 0.1 }))
  const sealing = as('system', tx => seal(tx, { patienceSeconds: 5 }))
  await write(1)
  slow.resolve()
  await latecomer
  assert.equal(early, 0, 'it waits for the slow one')
  assert.ok((await sealing) >= 4)
  await sealAll()
  const found = await check(muchLater())
  assert.deepEqual([found.sound, found.entries], [true, 5])
})

describe('who may do what with the trail', () => {
  const person = async (...roles: string[]): Promise<string> => {
    const email = `${randomUUID()}@tessbridge.example`
    const [row] =
      await db.owner`insert into people.person (name, email) values ('Idris Vaughan', ${email}) returning id`
    for (const role of roles)
      await db.owner`insert into people.role_grant (person_id, role) values (${row!.id}, ${role})`
    return row!.id
  }
  const count = (seer: Seer) => as(seer, tx => tx`select from audit.entry`).then(rows => rows.length)

  test('auditor and data protection officer read, others do not', async () => {
    await write(3)
    const counts = [
      await person('auditor'),
      await person('dpo'),
      await person('admin', 'one-stop', 'lmt'),
      'public',
      'system',
    ].map(count)
    assert.deepEqual(await Promise.all(counts), [3, 3, 0, 0, 3])
    await assert.rejects(
      as(await person('admin'), tx => verify(tx, { now: soon() })),
      /may read the trail/,
    )
  })

  test('everybody writes, but only in their own name', async () => {
    const [me, other] = [await person('responder'), await person('responder')]
    await as(me, tx => viewed(tx, { at: soon(), actor: me, subject }))
    await assert.rejects(
      as(me, tx => record(tx, { at: soon(), actor: other, act: 'enquiries.take', subject })),
      /row-level security/,
    )
    assert.equal((await db.owner`select act from audit.entry`)[0]!.act, 'enquiries.viewed')
  })

  test('nobody changes, deletes or seals it but the system, which only seals', async () => {
    await write(1)
    for (const seer of ['system', await person('auditor', 'admin')]) {
      await assert.rejects(
        as(seer, tx => tx`update audit.entry set act = 'a.b'`),
        /permission denied/,
      )
      await assert.rejects(
        as(seer, tx => tx`delete from audit.entry`),
        /permission denied/,
      )
      await assert.rejects(
        as(seer, tx => tx`truncate audit.entry`),
        /permission denied/,
      )
    }
    await assert.rejects(
      as(await person('auditor'), tx => seal(tx)),
      /row-level security/,
    )
  })
})
