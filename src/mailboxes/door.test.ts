import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { addDays, day, type Day } from '#kernel/day.ts'
import { inTransaction, type Seer, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import * as mailboxes from './door.ts'

const db = await testDatabase()
const as = <T>(seer: Seer, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, seer, work)

const on = day('2026-06-01')
const from = day('2025-04-01')
const ids = {
  streets: '',
  parks: '',
  safeguarding: '',
  potholes: '',
  swings: '',
  ward: '',
  kwame: '',
  bethan: '',
  ruth: '',
  admin: '',
  head: '',
}

async function person(name: string, ...roles: string[]): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@tessbridge.example`
  const [row] = await db.owner`insert into people.person (name, email) values (${name}, ${email}) returning id`
  for (const role of roles) await db.owner`insert into people.role_grant (person_id, role) values (${row!.id}, ${role})`
  return row!.id
}

before(async () => {
  ids.kwame = await person('Kwame Asante', 'responder')
  ids.bethan = await person('Bethan Rowlands', 'responder')
  ids.ruth = await person('Ruth Abernathy', 'proper-officer')
  ids.admin = await person('Ada Lomas', 'admin')
  ids.head = await person('Daniel Okoro', 'head')
  const [ward] = await db.owner`insert into people.ward (key, name) values ('millfield', 'Millfield') returning id`
  const [directorate] =
    await db.owner`insert into people.directorate (key, name) values ('place', 'Place') returning id`
  const [service] = await db.owner`
    insert into people.service (key, name, directorate_id, head_id) values ('highways', 'Highways', ${directorate!.id}, ${ids.head}) returning id`
  ids.ward = ward!.id
  await as('system', async tx => {
    const box = (key: string, name: string, more: object = {}) =>
      mailboxes.addMailbox(tx, { key, name, address: `${key}@tessbridge.example`, serviceId: service!.id, ...more })
    ids.streets = await box('streets', 'Streets and pavements', { limitWorkingDays: 7 })
    ids.parks = await box('parks', 'Parks')
    ids.safeguarding = await box('safeguarding', 'Safeguarding adults', {
      restricted: true,
      handles: ['adult-at-risk'],
    })
    ids.potholes = await mailboxes.addTopic(tx, {
      key: 'pothole',
      name: 'Potholes',
      words: ['pothole', 'hole in the road'],
    })
    ids.swings = await mailboxes.addTopic(tx, {
      key: 'play-area',
      name: 'Play areas',
      words: ['swings', 'slide'],
      limitWorkingDays: 3,
    })
    await mailboxes.giveResponsibility(tx, { topicId: ids.potholes, mailboxId: ids.streets, fromOn: from })
    await mailboxes.giveResponsibility(tx, {
      topicId: ids.swings,
      mailboxId: ids.parks,
      fromOn: from,
      untilOn: day('2026-12-31'),
    })
    await mailboxes.giveResponsibility(tx, { topicId: ids.swings, mailboxId: ids.streets, fromOn: day('2027-01-01') })
    await mailboxes.namePerson(tx, { mailboxId: ids.streets, personId: ids.kwame, part: 'owner', fromOn: from })
    await mailboxes.namePerson(tx, {
      mailboxId: ids.streets,
      personId: ids.bethan,
      part: 'responder',
      fromOn: from,
      untilOn: day('2026-06-30'),
    })
    await mailboxes.namePerson(tx, {
      mailboxId: ids.safeguarding,
      personId: ids.ruth,
      part: 'proper-officer',
      fromOn: from,
    })
    await mailboxes.addAbsence(tx, {
      personId: ids.bethan,
      fromOn: day('2026-06-08'),
      untilOn: day('2026-06-12'),
      coverId: ids.kwame,
    })
  })
})

describe('where an enquiry goes', () => {
  const route = (question: Omit<mailboxes.RouteQuestion, 'on'> & { on?: Day }) =>
    as(ids.kwame, tx => mailboxes.routeFor(tx, { on, ...question }))

  test('by topic, with the target of the mailbox, and of the topic before it', async () => {
    const potholes = await route({ topicId: ids.potholes })
    assert.ok(potholes.ok)
    assert.equal(potholes.value.mailbox.key, 'streets')
    assert.deepEqual(potholes.value.limit, { workingDays: 7, setBy: 'mailbox' })
    const swings = await route({ topicId: ids.swings, wardId: ids.ward })
    assert.ok(swings.ok)
    assert.deepEqual([swings.value.mailbox.key, swings.value.limit.workingDays], ['parks', 3])
  })

  test('a planned transfer takes effect on its day', async () => {
    const after = await route({ topicId: ids.swings, on: day('2027-01-01') })
    assert.ok(after.ok && after.value.mailbox.key === 'streets')
  })

  test('a named mailbox goes before the topic, a sensitive matter before both', async () => {
    const named = await route({ topicId: ids.potholes, mailboxId: ids.parks })
    assert.ok(named.ok && named.value.mailbox.key === 'parks')
    assert.deepEqual(named.value.limit, { workingDays: 10, setBy: 'council' })
    const sensitive = await route({ topicId: ids.potholes, mailboxId: ids.parks, sensitive: 'adult-at-risk' })
    assert.ok(sensitive.ok && sensitive.value.mailbox.key === 'safeguarding')
  })

  test('a change of the register is seen at once, a change rolled back never', async () => {
    const failed = as('system', async tx => {
      await mailboxes.addMailbox(tx, { key: 'trees', name: 'Trees', address: 'trees@tessbridge.example' })
      assert.ok(await mailboxes.mailboxByAddress(tx, 'Trees@Tessbridge.example'))
      throw new Error('changed my mind')
    })
    await assert.rejects(failed, /changed my mind/)
    assert.equal(await as(ids.kwame, tx => mailboxes.mailboxByKey(tx, 'trees')), undefined)
    await as('system', tx =>
      mailboxes.addMailbox(tx, { key: 'trees', name: 'Trees', address: 'trees@tessbridge.example', closedOn: from }),
    )
    assert.equal((await as(ids.kwame, tx => mailboxes.mailboxByKey(tx, 'trees')))?.name, 'Trees')
    assert.ok(!(await as(ids.kwame, tx => mailboxes.openMailboxes(tx, on))).some(it => it.key === 'trees'))
  })

  test('the public learns nothing and spoils nobody else’s register', async () => {
    assert.deepEqual(await as('public', tx => mailboxes.allMailboxes(tx)), [])
    assert.notEqual((await as(ids.kwame, tx => mailboxes.allMailboxes(tx))).length, 0)
  })
})

describe('the people of a mailbox', () => {
  test('by date, with absence and cover', async () => {
    const people = await as(ids.ruth, tx => mailboxes.namedPeople(tx, ids.streets, day('2026-06-10')))
    assert.deepEqual(
      people.map(it => [it.name, it.part, it.absent, it.absentUntilOn, it.coverName]),
      [
        ['Kwame Asante', 'owner', false, null, null],
        ['Bethan Rowlands', 'responder', true, '2026-06-12', 'Kwame Asante'],
      ],
    )
    assert.ok(!(await as(ids.ruth, tx => mailboxes.isNamed(tx, ids.streets, ids.bethan, day('2026-07-01')))))
    assert.deepEqual(
      (await as(ids.ruth, tx => mailboxes.partsOf(tx, ids.bethan, on))).map(it => it.part),
      ['responder'],
    )
  })

  test('of a restricted mailbox only for those inside it and those who set up', async () => {
    const seen = (seer: string) =>
      as(seer, tx => mailboxes.namedPeople(tx, ids.safeguarding, on)).then(found => found.length)
    assert.deepEqual(
      [await seen(ids.kwame), await seen(ids.head), await seen(ids.ruth), await seen(ids.admin)],
      [0, 0, 1, 1],
    )
  })
})

describe('what policies ask', () => {
  const named = (seer: Seer) => as(seer, tx => tx`select mailboxes.viewer_named() as ids`).then(([row]) => row!.ids)

  test('viewer_named holds from the first day to the last', async () => {
    const today = (await db.owner`select mailboxes.today() as today`)[0]!.today as Day
    const visitor = await person('Orla Keane', 'responder')
    const name = (fromOn: Day, untilOn: Day | null) =>
      as('system', async tx => {
        await tx`delete from mailboxes.named_person where person_id = ${visitor}`
        await mailboxes.namePerson(tx, { mailboxId: ids.parks, personId: visitor, part: 'responder', fromOn, untilOn })
      })
    await name(today, today)
    assert.deepEqual(await named(visitor), [ids.parks])
    await name(addDays(today, -9), addDays(today, -1))
    assert.deepEqual(await named(visitor), [])
    await name(addDays(today, 1), null)
    assert.deepEqual(await named(visitor), [])
    assert.deepEqual(await named('public'), [])
    assert.deepEqual(await named('system'), [])
  })

  test('viewer_overseen leaves out restricted mailboxes', async () => {
    const [row] = await as(ids.head, tx => tx`select mailboxes.viewer_overseen() as ids`)
    assert.deepEqual(row!.ids.toSorted(), [ids.streets, ids.parks].toSorted())
    const [other] = await as(ids.kwame, tx => tx`select mailboxes.viewer_overseen() as ids`)
    assert.deepEqual(other!.ids, [])
  })
})

describe('what the database refuses', () => {
  test('two mailboxes answering for one topic on one day', async () => {
    const twice = as('system', tx =>
      mailboxes.giveResponsibility(tx, { topicId: ids.potholes, mailboxId: ids.parks, fromOn: day('2026-01-01') }),
    )
    await assert.rejects(twice, { constraint_name: 'one_mailbox_at_a_time' })
    await as('system', tx =>
      mailboxes.giveResponsibility(tx, {
        topicId: ids.potholes,
        wardId: ids.ward,
        mailboxId: ids.parks,
        fromOn: day('2026-01-01'),
      }),
    )
    const ownWard = await as(ids.kwame, tx => mailboxes.routeFor(tx, { topicId: ids.potholes, wardId: ids.ward, on }))
    assert.ok(ownWard.ok && ownWard.value.mailbox.key === 'parks')
  })

  test('two owners at a time, and being away twice', async () => {
    const owner = as('system', tx =>
      mailboxes.namePerson(tx, { mailboxId: ids.streets, personId: ids.head, part: 'owner', fromOn: on }),
    )
    await assert.rejects(owner, { constraint_name: 'one_at_a_time' })
    const away = as('system', tx => mailboxes.addAbsence(tx, { personId: ids.bethan, fromOn: day('2026-06-12') }))
    await assert.rejects(away, { constraint_name: 'absent_once' })
  })

  test('changes by anybody but administrators; the people also by whoever runs the mailbox', async () => {
    const facts = { key: 'noise', name: 'Noise', address: 'noise@tessbridge.example' }
    await assert.rejects(
      as(ids.kwame, tx => mailboxes.addMailbox(tx, facts)),
      /row-level security/,
    )
    await as(ids.admin, tx => mailboxes.addMailbox(tx, facts))
    const helper = await person('Aled Morgan', 'responder')
    const help = { mailboxId: ids.streets, personId: helper, part: 'responder', fromOn: on } as const
    await assert.rejects(
      as(ids.bethan, tx => mailboxes.namePerson(tx, help)),
      /row-level security/,
    )
    await as(ids.kwame, tx => mailboxes.namePerson(tx, help))
    await assert.rejects(
      as(ids.kwame, tx => mailboxes.namePerson(tx, { ...help, mailboxId: ids.parks })),
      /row-level security/,
    )
  })
})
