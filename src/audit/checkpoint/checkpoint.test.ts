import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { record, seal, verify, type Verification } from '../door.ts'
import { fileNameOf, fileOf, isGenuine, publicBytesOf, readCheckpoint, signed, type Checkpoint } from './checkpoint.ts'
import { signingKey, trustedKeys } from './key.ts'
import { makeCheckpoint } from './make.ts'

const db = await testDatabase()
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, 'system', work)
const newKey = () => generateKeyPairSync('ed25519').privateKey
const [key, another] = [newKey(), newKey()]
const trusted = [publicBytesOf(key)]
const at = new Date('2026-06-02T01:50:00.123Z')

const write = (count: number): Promise<number> =>
  asSystem(async tx => {
    for (let n = 0; n < count; n++) {
      const subject = { kind: 'enquiry', id: randomUUID() }
      await record(tx, { at, actor: null, act: 'enquiries.answer', subject })
    }
  }).then(() => asSystem(tx => seal(tx, { batch: 4 })))

const make = async (): Promise<Checkpoint> => (await asSystem(tx => makeCheckpoint(tx, key, at)))!
const check = (checkpoints: readonly Checkpoint[] = []): Promise<Verification> =>
  asSystem(tx => verify(tx, { now: new Date(), checkpoints, trustedKeys: trusted }))

// an owner who tampers takes the policies that bind owners off first
for (const table of ['entry', 'seal', 'verification', 'checkpoint'])
  await db.owner.unsafe(`alter table audit.${table} no force row level security`)
beforeEach(async () => {
  await db.owner`truncate audit.entry, audit.seal, audit.verification, audit.checkpoint restart identity`
})

/** What somebody does who owns the database: everything made again, and what would betray it taken away. */
async function writeAnew(): Promise<void> {
  await db.owner`update audit.entry set act = 'enquiries.view' where id = 6`
  await db.owner`truncate audit.seal, audit.checkpoint, audit.verification`
  await asSystem(tx => seal(tx, { batch: 4 }))
}

describe('a checkpoint', () => {
  test('notes where the chain ends, each with all entries so far', async () => {
    assert.equal(await asSystem(tx => makeCheckpoint(tx, key, at)), undefined)
    await write(10)
    const first = await make()
    assert.deepEqual([first.seal, first.lastEntry, first.entries], [3, 10, 10])
    await write(2)
    const second = await make()
    assert.deepEqual([second.seal, second.entries], [4, 12])
    assert.ok((await check([first, second])).sound)
  })

  test('survives being kept as a file, and nothing else is taken for one', async () => {
    await write(3)
    const made = await make()
    const read = readCheckpoint(fileOf(made))
    assert.ok(read.ok && isGenuine(read.value, trusted))
    assert.equal(fileNameOf(made), 'one-stop-audit-2026-06-02-seal-1.json')
    for (const text of ['', '{}', 'null', '[1]', fileOf(made).replace('checkpoint 1', 'checkpoint 9')])
      assert.ok(!readCheckpoint(text).ok, text)
  })

  test('is forged when any field of it was changed, or another key signed it', async () => {
    const attested = { council: 'Tessbridge', madeAt: at, seal: 3, head: Buffer.alloc(32, 1), lastEntry: 9, entries: 9 }
    const made = signed(attested, key)
    assert.ok(isGenuine(made, trusted) && isGenuine(made))
    const forgeries: Partial<Checkpoint>[] = [
      { council: 'Another' },
      { madeAt: new Date() },
      { seal: 4 },
      { head: Buffer.alloc(32, 2) },
      { lastEntry: 8 },
      { entries: 8 },
      { publicKey: publicBytesOf(another) },
      { signature: Buffer.alloc(64) },
    ]
    for (const forgery of forgeries) assert.ok(!isGenuine({ ...made, ...forgery }), Object.keys(forgery).join(' '))
    assert.ok(isGenuine(signed(attested, another)) && !isGenuine(signed(attested, another), trusted))
  })
})

describe('with a checkpoint held elsewhere a check finds', () => {
  test('that the whole chain was written anew, and since when', async () => {
    await write(4)
    const first = await make()
    await write(6)
    const second = await make()
    await writeAnew()
    assert.ok((await check()).sound, 'nothing inside can tell')
    const { fault } = await check([first, second])
    assert.deepEqual([fault?.kind, fault?.seal], ['head', 3])
    assert.match(fault!.words, /the checkpoint of 2 June 2026 at 2:50am noted: .* written anew after seal 1/)
  })

  test('that the end was cut off, and which entries', async () => {
    await write(10)
    const held = await make()
    await db.owner`truncate audit.checkpoint, audit.verification`
    await db.owner`delete from audit.seal where number = 3`
    await db.owner`delete from audit.entry where id > 8`
    assert.ok((await check()).sound, 'nothing inside can tell')
    const { fault } = await check([held])
    assert.deepEqual([fault?.kind, fault?.seal], ['seal', 3])
    assert.match(fault!.words, /entries after 8 up to 10/)
  })

  test('that everything was taken away', async () => {
    await write(5)
    const held = await make()
    await db.owner`truncate audit.entry, audit.seal, audit.checkpoint, audit.verification`
    assert.match((await check([held])).words, /Seal 1 is missing, and with it the entries after 0 up to 5/)
  })
})

test('one kept beside the trail is heeded by itself, and a forged one is named', async () => {
  await write(10)
  await make()
  await db.owner`update audit.entry set act = 'enquiries.view' where id = 6`
  await db.owner`truncate audit.seal, audit.verification`
  await asSystem(tx => seal(tx, { batch: 4 }))
  assert.equal((await check()).fault?.kind, 'head')
  await db.owner`update audit.checkpoint set head = (select hash from audit.seal where number = 3)`
  assert.deepEqual([(await check()).fault?.kind, (await check()).fault?.seal], ['checkpoint', 3])
})

test('nobody changes or takes a checkpoint away', async () => {
  await write(1)
  await make()
  for (const change of [
    'update audit.checkpoint set seal = 9',
    'delete from audit.checkpoint',
    'truncate audit.checkpoint',
  ])
    await assert.rejects(
      asSystem(tx => tx.unsafe(change)),
      /permission denied/,
    )
})

describe('the key', () => {
  const folder = mkdtemp(join(tmpdir(), 'one-stop-key-'))
  after(async () => rm(await folder, { recursive: true }))

  test('is made once, for its owner alone, with a public half to take away', async () => {
    const path = join(await folder, 'audit-key.pem')
    assert.deepEqual(await trustedKeys([path]), [])
    const [one, two] = await Promise.all([signingKey(path), signingKey(path)])
    assert.deepEqual(publicBytesOf(one), publicBytesOf(two))
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.deepEqual(await trustedKeys([`${path}.pub`, path]), [publicBytesOf(one), publicBytesOf(one)])
    const former = `${await readFile(`${path}.pub`, 'utf8')}${another.export({ type: 'pkcs8', format: 'pem' })}`
    await writeFile(`${path}.former`, former)
    assert.deepEqual((await trustedKeys([`${path}.former`]))[1], publicBytesOf(another))
  })

  test('of another kind is refused', async () => {
    const path = join(await folder, 'other.pem')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await assert.rejects(signingKey(path), /is not an Ed25519 key/)
  })
})
