import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { historyOf } from '../enquiry.sql.ts'
import { eventSentence } from '../page/event-sentence.ts'
import { namesIn } from '../page/names.ts'
import { enquiryRoutes } from '../routes.ts'
import { actingTown, allowed } from '../town-for-tests.ts'
import { runBulk } from '../work-list/bulk/run-bulk.ts'

const { db, council, house, raised, does } = await actingTown()
const { people, mailbox } = council
// whoever is away is away today for the database too
const { today } = nowAt(new Date())
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today })
const as = async (who: PersonKey) => web.as(people[who].person)
const { responder, secondResponder, owner } = people

const holders = async () => {
  const rows = await db.owner`
    select holder_id, count(*)::int as n from enquiries.enquiry where status not in ('answered', 'closed') and mailbox_id = ${mailbox.streets}
    group by 1`
  return new Map(rows.map(it => [it.holderId as string | null, it.n as number]))
}

async function confirmed(address: string): Promise<void> {
  const browser = await as('owner')
  await browser.post(`${address}/confirm`)
  await runBulk(db, house, address.split('/').at(-1)!, () => nowAt(new Date()))
}

test('what nobody has is looked at first, then given to whoever has least, and can be taken back', async () => {
  for (let n = 0; n < 3; n++) await raised(today)
  const held = await raised(today)
  allowed(await does('responder', 'take', held, today))
  const browser = await as('owner')
  const planned = await browser.post('/enquiries/board/streets/share-out')
  assert.equal(planned.status, 303)
  const { words } = await browser.get(planned.to)
  assert.match(
    words,
    /Give 3 enquiries .*3 enquiries will change\. Jakub Nowak gets 2 enquiries Priya Nair gets 1 enquiry/,
  )
  assert.match(words, /to Jakub Nowak/)
  assert.equal((await holders()).get(null), 3, 'nothing is done before it is confirmed')
  await confirmed(planned.to)
  assert.deepEqual(
    [...(await holders())].toSorted(),
    [
      [responder.person, 2],
      [secondResponder.person, 2],
    ].toSorted(),
  )
  assert.match((await browser.post('/enquiries/board/streets/share-out')).said, /Nothing is unassigned/)
  await browser.post(`${planned.to}/undo`)
  const [undo] = await db.owner`select id from enquiries.bulk where undoes is not null`
  await runBulk(db, house, undo!.id as string, () => nowAt(new Date()))
  assert.equal((await holders()).get(null), 3)
  await confirmed((await browser.post('/enquiries/board/streets/share-out')).to)
})

test('why somebody got it stands on its timeline, for officers', async () => {
  const given = await raised(today)
  const [absence] = await db.owner`
    insert into mailboxes.absence (person_id, from_on, until_on) values (${secondResponder.person}, ${today}, ${today}) returning id`
  allowed(await does('owner', 'allocate', given, today, { to: responder.person }))
  await db.owner`delete from mailboxes.absence where id = ${absence!.id as string}`
  const told = async (who: PersonKey) =>
    inTransaction(db, people[who].person, async tx => {
      const history = await historyOf(tx, given.id)
      return eventSentence(history.at(-1)!, await namesIn(tx, history))
    })
  const { words, detail } = await told('owner')
  assert.equal(words, 'Given to Priya Nair')
  assert.match(detail!, /^Priya Nair had 2 open\. Jakub Nowak was away until \d{1,2} \w+ \d{4}\.$/)
  allowed(await does('owner', 'reassign', given, today, { to: secondResponder.person }))
  assert.match((await told('owner')).detail!, /^The due date stays\. Jakub Nowak had 2 open\. Priya Nair had 3\.$/)
})

test('loads are evened out by as few as need be, what is not accepted yet first; even ones are left alone', async () => {
  for (let n = 0; n < 4; n++) {
    const one = await raised(today)
    allowed(await does('secondResponder', 'take', one, today))
  }
  const before = await holders()
  const planned = await (await as('owner')).post('/enquiries/board/streets/even-out')
  await confirmed(planned.to)
  const after = await holders()
  assert.equal(
    [...after.values()].reduce((a, b) => a + b),
    [...before.values()].reduce((a, b) => a + b),
  )
  assert.ok(Math.abs(after.get(responder.person)! - after.get(secondResponder.person)!) <= 1)
  const moved =
    await db.owner`select count(*)::int as n from enquiries.bulk_item where bulk_id = ${planned.to.split('/').at(-1)!}`
  assert.equal(moved[0]!.n, Math.floor((before.get(secondResponder.person)! - before.get(responder.person)!) / 2))
  assert.match((await (await as('owner')).post('/enquiries/board/streets/even-out')).said, /even already/)
})

test('nobody shares out a mailbox that is not theirs, or who may only look', async () => {
  assert.equal((await (await as('owner')).post('/enquiries/board/housing-advice/share-out')).status, 404)
  assert.equal((await (await as('head')).post('/enquiries/board/streets/share-out')).status, 403)
  assert.equal((await (await as('responder')).post('/enquiries/board/streets/even-out')).status, 403)
  assert.doesNotMatch((await (await as('head')).get('/enquiries/board/streets')).words, /Even out the load/)
})

test('work goes past the absent; theirs is offered to the cover, who may act on it, and to the cover’s cover', async () => {
  const away = async (person: string, cover: string | null) => {
    const [row] = await db.owner`
      insert into mailboxes.absence (person_id, from_on, cover_id) values (${person}, ${today}, ${cover}) returning id`
    return row!.id as string
  }
  const absence = await away(secondResponder.person, responder.person)
  await raised(today)
  const planned = await (await as('owner')).post('/enquiries/board/streets/share-out')
  const given =
    await db.owner`select own_given from enquiries.bulk_item where bulk_id = ${planned.to.split('/').at(-1)!}`
  assert.ok(given.every(it => (it.ownGiven as { to: string }).to === responder.person))

  const cover = await as('responder')
  const page = await cover.get(`/enquiries/cover/${absence}`)
  assert.match(
    page.words,
    /The work of Jakub Nowak while they are away .*Priya Nair stands in, and may act on all of it/,
  )
  const picks = [...page.html.matchAll(/name="pick" value="(ME-[\d-]+)"\s+checked/g)].map(it => it[1]!)
  assert.ok(picks.length > 0, 'all are due, for there is no last day')
  assert.match(
    (await cover.post(`/enquiries/cover/${absence}`, { to: responder.person })).words,
    /Select at least one enquiry/,
  )
  assert.match((await cover.post(`/enquiries/cover/${absence}`, { pick: picks })).words, /Select who should have them/)
  const plan = await cover.post(`/enquiries/cover/${absence}`, { pick: picks.slice(0, 1), to: responder.person })
  assert.match((await cover.get(plan.to)).words, /1 enquiry will change\. Priya Nair gets 1 enquiry/)
  const least = await (await as('owner')).post(`/enquiries/cover/${absence}`, { pick: picks, to: 'least' })
  assert.match((await (await as('owner')).get(least.to)).words, new RegExp(`Priya Nair gets ${picks.length}`))
  allowed(await does('responder', 'note', { reference: picks[0]! as never }, today, { text: 'Looked at for Jakub' }))

  await away(responder.person, owner.person)
  assert.match((await (await as('owner')).get(`/enquiries/cover/${absence}`)).words, /is away too/)
  assert.equal((await (await as('otherResponder')).get(`/enquiries/cover/${absence}`)).status, 404)
  assert.equal((await (await as('owner')).get('/enquiries/cover/nonsense')).status, 404)
  assert.match(
    (await (await as('owner')).post('/enquiries/board/streets/share-out')).said,
    /No responder of this mailbox is present/,
  )
})

test('whoever is away stands in for nobody, and a ring of covers ends', async () => {
  const covers = async (who: PersonKey) => {
    const [row] = await inTransaction(
      db,
      people[who].person,
      tx => tx<{ n: string[] }[]>`select mailboxes.viewer_covers() as n`,
    )
    return row!.n.toSorted()
  }
  // Jakub is covered by Priya, Priya by Helen: Helen stands in for both
  assert.deepEqual(await covers('responder'), [])
  assert.deepEqual(await covers('owner'), [responder.person, secondResponder.person].toSorted())
  await db.owner`insert into mailboxes.absence (person_id, from_on, cover_id) values (${owner.person}, ${today}, ${secondResponder.person})`
  for (const who of ['responder', 'secondResponder', 'owner'] as const) assert.deepEqual(await covers(who), [])
})
