import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { addDays, dayOf, type Day } from '#kernel/day.ts'
import { inTransaction, type Seer } from '#platform/db/database.ts'
import {
  actsFor,
  addGroup,
  addMembers,
  addOrganisation,
  addPersons,
  addWard,
  createApiToken,
  createSignInLink,
  delegate,
  membersFor,
  personByAddress,
  personById,
  personNames,
  placeWithPartner,
  revokeDelegation,
  servingMembers,
  viewerFor,
} from './door.ts'
import { startSession } from './session.ts'

const db = await testDatabase()
const now = new Date()
const today = dayOf(now)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

const [aoife = '', gordon = '', tomasz = '', admin = '', colin = ''] = await system(async tx => {
  const ids = await addPersons(tx, [
    {
      name: 'Aoife Ní Mhurchú',
      email: 'aoife@tessbridge.example',
      roles: ['member'],
      otherAddresses: ['a.o’mail@homepost.example', 'aoife@homepost.example'],
    },
    { name: "Gordon O'Brien", email: 'gordon@tessbridge.example', roles: ['member'] },
    { name: 'Tomasz Wiśniewski', email: 'tomasz@tessbridge.example', roles: ['assistant'] },
    { name: 'Jamie Fletcher', email: 'jamie@tessbridge.example', roles: ['admin'] },
    { name: 'Colin Pugh', email: 'colin@homes.example', roles: ['partner'] },
  ])
  const ward = await addWard(tx, { name: "Abbot's Cross" })
  const group = await addGroup(tx, { name: 'River and Vale' })
  await addMembers(tx, [
    { personId: ids[0]!, wardId: ward, groupId: group, fromOn: '2023-05-08' as Day },
    { personId: ids[1]!, wardId: ward, fromOn: '2019-05-07' as Day, untilOn: addDays(today, -1) },
  ])
  await placeWithPartner(tx, ids[4]!, await addOrganisation(tx, { name: 'Tess Valley Homes' }))
  return ids
})

const membersOf = async (seer: Seer): Promise<string[]> => {
  const [row] = await inTransaction(db, seer, tx => tx<{ ids: string[] }[]>`select people.viewer_members() as ids`)
  return row!.ids
}
const has = async (seer: Seer, role: string): Promise<boolean> => {
  const [row] = await inTransaction(db, seer, tx => tx<{ has: boolean }[]>`select people.viewer_has(${role}) as has`)
  return row!.has
}
const letAct = (fromOn: Day, untilOn: Day | null) =>
  system(async tx => (await delegate(tx, [{ memberId: aoife, assistantId: tomasz, fromOn, untilOn }]))[0]!)
const revoke = (id: string) => system(tx => revokeDelegation(tx, id, aoife, now))

test('a member acts for themselves, former members too, and nobody else for them', async () => {
  assert.deepEqual(
    [
      await membersOf(aoife),
      await membersOf(gordon),
      await membersOf(tomasz),
      await membersOf('public'),
      await membersOf('system'),
    ],
    [[aoife], [gordon], [], [], []],
  )
})

test('a delegation holds from its first to its last day, both included, and ends at once when revoked', async () => {
  const cases: [number, number | null, boolean][] = [
    [0, 0, true],
    [-5, null, true],
    [-5, -1, false],
    [1, null, false],
  ]
  for (const [from, until, holds] of cases) {
    const id = await letAct(addDays(today, from), until === null ? null : addDays(today, until))
    assert.deepEqual(await membersOf(tomasz), holds ? [aoife] : [], `${from} to ${until}`)
    await revoke(id)
    assert.deepEqual(await membersOf(tomasz), [])
  }
})

test('the door and the database agree for whom somebody acts', async () => {
  const id = await letAct(today, null)
  await inTransaction(db, tomasz, async tx => {
    const viewer = viewerFor((await personById(tx, tomasz))!, 'session')
    assert.deepEqual(
      (await membersFor(tx, viewer, today)).map(member => member.name),
      ['Aoife Ní Mhurchú'],
    )
    assert.deepEqual([await actsFor(tx, viewer, aoife, today), await actsFor(tx, viewer, gordon, today)], [true, false])
    assert.equal(await actsFor(tx, viewer, aoife, addDays(today, -1)), false)
  })
  await revoke(id)
})

test('a disabled assistant acts for nobody and has no role; a disabled member lends their name to nobody', async () => {
  const id = await letAct(today, null)
  for (const [disabled, seer] of [
    [tomasz, tomasz],
    [aoife, tomasz],
  ] as const) {
    await db.owner`update people.person set disabled_at = now() where id = ${disabled}`
    assert.deepEqual(await membersOf(seer), [])
    assert.equal(await has(disabled, disabled === tomasz ? 'assistant' : 'member'), false)
    await db.owner`update people.person set disabled_at = null where id = ${disabled}`
  }
  assert.equal(await has(tomasz, 'assistant'), true)
  await revoke(id)
})

test('two delegations of the same two never overlap', async () => {
  const id = await letAct(today, null)
  await assert.rejects(letAct(addDays(today, 3), null), /exclusion|conflicting/)
  await revoke(id)
  await revoke(await letAct(addDays(today, 3), null))
})

test('only its member revokes a delegation, and nobody gives one in another’s name', async () => {
  const id = await letAct(today, null)
  assert.equal(await inTransaction(db, gordon, tx => revokeDelegation(tx, id, aoife, now)), false)
  assert.equal(await inTransaction(db, tomasz, tx => revokeDelegation(tx, id, aoife, now)), false)
  await assert.rejects(
    inTransaction(db, tomasz, tx => delegate(tx, [{ memberId: gordon, assistantId: tomasz, fromOn: today }])),
    /row-level security/,
  )
  assert.equal(await inTransaction(db, aoife, tx => revokeDelegation(tx, id, aoife, now)), true)
})

test('sessions, tokens and links are seen by their owner and the system only', async () => {
  await system(async tx => {
    await startSession(tx, aoife, 'Firefox on Windows', now)
    await createApiToken(tx, aoife, 'calendar', now)
    await createSignInLink(tx, aoife, { now })
  })
  for (const [seer, seen] of [
    [aoife, 1],
    ['system', 1],
    [gordon, 0],
    [admin, 0],
    ['public', 0],
  ] as const) {
    const counts = await inTransaction(
      db,
      seer,
      tx => tx`
      select (select count(*) from people.session) as sessions, (select count(*) from people.api_token) as tokens,
        (select count(*) from people.sign_in_link) as links`,
    )
    assert.deepEqual({ ...counts[0] }, { sessions: seen, tokens: seen, links: seen }, seer)
  }
  const none = await inTransaction(db, admin, tx => tx`update people.session set ended_at = now() returning id`)
  assert.equal(none.length, 0)
  await assert.rejects(
    inTransaction(db, gordon, tx => startSession(tx, aoife, 'another', now)),
    /row-level security/,
  )
})

test('everybody signed in reads the directory; the public reads serving members and no address', async () => {
  assert.equal((await inTransaction(db, colin, tx => servingMembers(tx, today))).length, 1)
  assert.equal((await inTransaction(db, 'public', tx => tx`select id from people.person`)).length, 0)
  assert.equal((await inTransaction(db, 'public', tx => tx`select id from people.ward`)).length, 0)
  const [known, after] = await inTransaction(db, 'public', async tx => [
    await tx`select name, ward, political_group as group from people.public_members(${today})`,
    await tx`select id from people.person`,
  ])
  assert.equal(after.length, 0, 'asking for members leaves the public as blind as before')
  assert.deepEqual(
    known.map(it => ({ ...it })),
    [{ name: 'Aoife Ní Mhurchú', ward: "Abbot's Cross", group: 'River and Vale' }],
  )
})

test('only administrators and the system write the directory', async () => {
  for (const seer of [aoife, tomasz, 'public']) {
    await assert.rejects(
      inTransaction(db, seer, tx => tx`insert into people.role_grant (person_id, role) values (${tomasz}, 'admin')`),
      /row-level security/,
    )
    assert.equal(
      (await inTransaction(db, seer, tx => tx`update people.person set name = 'x' where id = ${tomasz} returning id`))
        .length,
      0,
    )
  }
  assert.equal(
    (await inTransaction(db, admin, tx => tx`update people.person set phone = '1' where id = ${tomasz} returning id`))
      .length,
    1,
  )
  await assert.rejects(
    inTransaction(db, admin, tx => tx`delete from people.person`),
    /permission denied/,
  )
})

test('a partner knows its organisation, everybody else none', async () => {
  const of = async (seer: Seer) =>
    (await inTransaction(db, seer, tx => tx<{ id: string | null }[]>`select people.viewer_organisation() as id`))[0]!.id
  assert.ok(await of(colin))
  assert.deepEqual([await of(aoife), await of('public')], [null, null])
})

test('a mail’s sender is known by any verified address, in any case, accents and apostrophes kept', async () => {
  await db.owner`insert into people.email_address (address, person_id) values ('unverified@homepost.example', ${aoife})`
  await system(async tx => {
    assert.equal((await personByAddress(tx, 'Aoife@HomePost.example'))?.id, aoife)
    assert.equal((await personByAddress(tx, 'GORDON@tessbridge.example'))?.name, "Gordon O'Brien")
    assert.equal(await personByAddress(tx, 'unverified@homepost.example'), undefined)
    assert.deepEqual([...(await personNames(tx, [aoife, gordon, aoife])).values()].sort(), [
      'Aoife Ní Mhurchú',
      "Gordon O'Brien",
    ])
  })
})

test('names sort by surname, particles with it, titles left out', async () => {
  const rows = await db.owner<{ plain: string }[]>`
    select people.sort_name(name) as plain from unnest(${['Aoife Ní Mhurchú', 'Cllr Jan van der Berg', "Siobhán O'Brien", 'Cher', 'Dr Thi Hương Phạm', 'Ann-Marie St. John', 'Dele de la Cruz']}::text[]) as n(name)`
  assert.deepEqual(
    rows.map(row => row.plain),
    [
      'ni mhurchu, aoife',
      'van der berg, jan',
      "o'brien, siobhan",
      'cher',
      'pham, thi huong',
      'st. john, ann-marie',
      'de la cruz, dele',
    ],
  )
})
