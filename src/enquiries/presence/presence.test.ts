import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import type { PersonKey } from '#test/small-council.ts'
import { as, council, db, did, raised, taken } from '../page/stage-for-tests.ts'
import { keepCompany, presentAt } from './presence.sql.ts'
import { presentInWords } from './presence.ts'

const sign = async (who: PersonKey, reference: string, doing: string, version = 1) => {
  const answer = await (await as(who)).post(`/enquiries/${reference}/presence`, { doing, version: `${version}` })
  return { status: answer.status, ...(answer.status === 200 && JSON.parse(answer.html)) }
}

test('who is there, in words', () => {
  assert.equal(presentInWords([]), '')
  assert.equal(
    presentInWords([
      { name: 'Jakub Nowak', doing: 'answer' },
      { name: 'Priya Nair', doing: 'looking' },
      { name: 'Helen Marsh', doing: 'looking' },
      { name: 'Grace Bello', doing: 'reassign' },
    ]),
    'Jakub Nowak is writing an answer. Grace Bello is about to do something here. Priya Nair and Helen Marsh are looking at this enquiry.',
  )
})

test('those at an enquiry see each other, on the page and by the next sign of life, until they leave', async () => {
  const reference = await taken()
  assert.equal((await sign('responder', reference, 'answer')).words, '')
  const seen = await sign('secondResponder', reference, 'looking')
  assert.deepEqual([seen.words, seen.version], ['Priya Nair is writing an answer.', 2])
  assert.match((await (await as('owner')).get(`/enquiries/${reference}`)).words, /Priya Nair is writing an answer\./)
  assert.match((await sign('responder', reference, 'note')).words, /Jakub Nowak is looking at this enquiry/)
  await sign('secondResponder', reference, 'gone')
  assert.equal((await sign('responder', reference, 'note')).words, '')
})

test('it expires by itself, and one row a person is all there ever is', async () => {
  const reference = await raised()
  const at = new Date('2026-06-09T10:00:00Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const here = { reference, person: council.people.responder.person, doing: 'looking' }
  const [row] = await db.owner`select id from enquiries.enquiry where reference = ${reference}`
  const others = (seconds: number) =>
    inTransaction(db, council.people.owner.person, tx =>
      presentAt(tx, row!.id as string, council.people.owner.person, later(seconds)),
    )
  for (const seconds of [0, 15, 30])
    await inTransaction(db, here.person, tx => keepCompany(tx, { ...here, at: later(seconds) }))
  const [{ n } = { n: 0 }] =
    await db.owner`select count(*)::int as n from enquiries.presence where enquiry_id = ${row!.id}`
  assert.equal(n, 1)
  assert.equal((await others(60)).length, 1)
  assert.equal((await others(76)).length, 0)
  const elsewhere = { ...here, reference: await raised(), at: later(7200) }
  await inTransaction(db, here.person, tx => keepCompany(tx, elsewhere))
  const left = await db.owner`select 1 from enquiries.presence where enquiry_id = ${row!.id}`
  assert.equal(left.length, 0, 'what was left behind an hour ago is swept')
})

test('nobody learns who is at what they may not see, members and partners learn nothing', async () => {
  const restricted = await raised({ topic: undefined, mailbox: council.mailbox.safeguarding })
  assert.equal((await sign('properOfficer', restricted, 'answer')).status, 200)
  for (const who of ['responder', 'oneStop', 'admin', 'auditor'] as const)
    assert.ok([403, 404].includes((await sign(who, restricted, 'looking')).status), who)
  assert.equal((await sign('member', restricted, 'looking')).status, 404, 'it is theirs, who looks is not')
  for (const who of ['responder', 'oneStop', 'auditor', 'member'] as const) {
    const rows = await inTransaction(
      db,
      council.people[who].person,
      tx => tx`select 1 from enquiries.presence where person_id = ${council.people.properOfficer.person}`,
    )
    assert.equal(rows.length, 0, who)
  }
})

test('whoever writes is shown once what is new; whoever looks is told the version alone', async () => {
  const reference = await taken()
  await did('secondResponder', 'note', reference, { text: 'Dave has the key' })
  const first = await sign('responder', reference, 'answer', 2)
  assert.match(first.news, /New since you began[^]*Dave has the key/)
  const browser = await as('responder')
  const again = await browser.post(`/enquiries/${reference}/presence`, { doing: 'answer', version: '2', told: '3' })
  assert.equal(JSON.parse(again.html).news, undefined)
  const looking = await sign('owner', reference, 'looking', 2)
  assert.deepEqual([looking.version, looking.news], [3, undefined])
})

test('signs of odd shapes are signs of looking', async () => {
  const reference = await taken()
  for (const doing of ['', "'; drop", 'x'.repeat(200), 'ANSWER'])
    assert.equal((await sign('responder', reference, doing)).status, 200)
  assert.match((await sign('owner', reference, 'looking')).words, /Priya Nair is looking/)
  assert.equal((await sign('responder', 'ME-2026-999999', 'looking')).status, 404)
})
