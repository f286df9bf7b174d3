import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { addDays, day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { reviewRoutes } from './routes.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const monday = day('2026-06-22')
const web = await testWeb({ db, routes: reviewRoutes, today: monday })
const as = (key: PersonKey) => web.as(people[key].person)
const house = houseWith(async () => {})

const dated = (on: Day, prefix = 'dueOn') => {
  const [year, month, date] = on.split('-')
  return { [`${prefix}-day`]: date!, [`${prefix}-month`]: month!, [`${prefix}-year`]: year! }
}

async function raised(on: Day, to: object, subject: string): Promise<string> {
  const given = raiseShape.parse({ member: people.member.person, subject, text: 'Please look.', receivedOn: on, ...to })
  const now = nowAt(instantOn(on, 10))
  const done = await inTransaction(db, people.member.person, tx => raise(tx, house, people.member, given, { now }))
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  return done.value.enquiry.reference
}

// due 15 June, and nobody answers
const late = await raised(day('2026-06-01'), { topic: topic.potholes }, 'Pothole at the school')
// received in the week that is signed, and answered in it
const quick = await raised(day('2026-06-15'), { topic: topic.potholes }, 'Lamp')
await inTransaction(db, people.responder.person, async tx => {
  const now = nowAt(instantOn(day('2026-06-17'), 10))
  for (const [name, given] of [
    ['take', {}],
    ['answer', { text: 'Mended.' }],
  ] as const) {
    const act = actNamed(name)!
    const done = await carryOut(tx, house, people.responder, quick, act, act.shape.parse(given) as never, { now })
    assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  }
})
await raised(day('2026-06-01'), { mailbox: mailbox.safeguarding }, 'Canary sings')

test('a decision and an action are recorded, refused where something is missing, and followed', async () => {
  const director = await as('director')
  const refused = await director.post('/review/actions/add', { what: '', responsible: '', ...dated(day('2026-06-01')) })
  assert.equal(refused.status, 422)
  for (const words of ['Enter what is to be done', 'Select who does it', 'The date must be in the future'])
    assert.match(refused.words, new RegExp(words))
  const unreal = await director.post('/review/actions/add', {
    what: 'X',
    'dueOn-day': '31',
    'dueOn-month': '2',
    'dueOn-year': '2027',
  })
  assert.match(unreal.words, /Date must be a real date/)
  const what = 'Second gully crew for the autumn'
  const done = await director.post('/review/actions/add', {
    what,
    responsible: people.owner.person,
    ...dated(addDays(monday, 21)),
  })
  assert.equal(done.to, '/review')
  assert.equal((await director.post('/review/decisions/add', { words: '' })).status, 422)
  assert.equal((await director.post('/review/decisions/add', { words: 'Gullies come first.' })).to, '/review')
  const page = await director.get('/review')
  assert.match(page.words, /Review of May 2026/)
  assert.match(page.words, /1 action is open/)
  assert.match(page.words, /Gullies come first/)
})

test('whoever is responsible writes beneath it; others neither see nor write', async () => {
  const owner = await as('owner')
  assert.match((await owner.get('/review/actions')).words, /Second gully crew/)
  assert.equal((await owner.get('/review')).status, 403)
  const proper = await as('properOfficer')
  assert.doesNotMatch((await proper.get('/review/actions')).words, /Second gully crew/)
  assert.equal((await proper.get('/review/actions/1')).status, 404)
  assert.equal((await proper.post('/review/actions/1', { type: 'done', words: 'x', seen: '0' })).status, 404)
  assert.equal((await (await as('auditor')).get('/review/actions/1')).status, 200)
  assert.equal(
    (await (await as('auditor')).post('/review/actions/1', { type: 'done', words: 'x', seen: '0' })).status,
    403,
  )
  assert.equal((await (await as('responder')).get('/review/actions')).status, 403)
  assert.equal((await owner.post('/review/actions/1', { type: 'dropped', words: 'x', seen: '0' })).status, 422)
  const moved = { type: 'moved', words: 'The lorry is in repair', seen: '0', ...dated(addDays(monday, 40)) }
  assert.equal((await owner.post('/review/actions/1', moved)).to, '/review/actions/1')
  assert.equal(
    (await owner.post('/review/actions/1', { ...moved, ...dated(addDays(monday, 41)) })).status,
    422,
    'written meanwhile',
  )
  web.turnTo(addDays(monday, 41))
  const late = await (await as('director')).get('/review/actions/1')
  assert.match(late.words, /Overdue/)
  assert.match(late.words, /First date\s+13 July 2026/)
  web.turnTo(monday)
  assert.equal((await owner.post('/review/actions/1', { type: 'done', words: '', seen: '1' })).status, 422)
  assert.equal(
    (await owner.post('/review/actions/1', { type: 'done', words: 'Contract signed', seen: '1' })).to,
    '/review/actions/1',
  )
  const again = await owner.post('/review/actions/1', { type: 'done', words: 'Contract signed', seen: '2' })
  assert.match(again.words, /has ended/)
  assert.match((await (await as('director')).get('/review')).words, /1 ended since the month began/)
})

const week = day('2026-06-15')
const at = (key: string) => `/review/sign-off/${key}/${week}`

test('an owner signs the week once, every late answer explained', async () => {
  const owner = await as('owner')
  assert.match((await owner.get('/review/sign-off')).words, /Not signed: 1 mailbox of 1/)
  const page = await owner.get(at('streets'))
  assert.match(page.words, /1 late answer to explain/)
  assert.match(page.words, /Pothole at the school/)
  const field = /name="(why-[0-9a-f-]+)"/.exec(page.html)![1]!
  const refused = await owner.post(at('streets'), { [field]: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.words, new RegExp(`Enter why ${late} is late`))
  assert.equal((await owner.post(at('streets'), { [field]: 'The contractor went bankrupt.' })).to, at('streets'))
  assert.match((await owner.get(at('streets'))).words, /The contractor went bankrupt/)
  assert.match((await owner.post(at('streets'), { [field]: 'Another word.' })).words, /Enter why you sign again/)
  assert.equal((await owner.post(at('streets'), { [field]: 'Another word.', reason: 'Wrong contractor' })).status, 303)
  const [row] = await db.owner`
    select count(*)::int as n, max(version) as version, min((w.figures ->> 'received')::int) as received
    from review.sign_off s join review.signed_week w on w.sign_off_id = s.id`
  assert.deepEqual({ ...row }, { n: 2, version: 2, received: 1 })
})

test('nobody signs for somebody else, nor a week that is not over', async () => {
  const owner = await as('owner')
  assert.equal((await owner.get(at('housing-advice'))).status, 404)
  assert.equal((await owner.post(at('housing-advice'), {})).status, 404)
  assert.equal((await (await as('responder')).post(at('streets'), {})).status, 403)
  assert.equal((await (await as('director')).post(at('streets'), {})).status, 403)
  const running = `/review/sign-off/streets/${monday}`
  assert.match((await owner.post(running, { reason: 'x' })).words, /when it is over/)
  for (const wrong of ['2026-06-16', 'x', '2026-02-30'])
    assert.equal((await owner.get(`/review/sign-off/streets/${wrong}`)).status, 404, wrong)
  await assert.rejects(
    inTransaction(
      db,
      people.owner.person,
      tx => tx`insert into review.sign_off (mailbox_id, week_on, version, signed_by, signed_on, signed_at)
        values (${mailbox.housing}, ${week}, 1, ${people.owner.person}, ${monday}, now())`,
    ),
    /row-level security/,
  )
})

test('the leadership team sees who has not signed, and of restricted work only that it was', async () => {
  const director = await as('director')
  assert.match((await director.get('/review')).words, /Missing: Housing advice and Safeguarding adults/)
  const signed = await director.get(at('streets'))
  assert.match(signed.words, /Signed, version 2/)
  assert.match(signed.words, /Another word/)
  assert.doesNotMatch(signed.html, /name="why-/)
  await db.owner`insert into mailboxes.named_person (mailbox_id, person_id, part, from_on)
    values (${mailbox.safeguarding}, ${people.owner.person}, 'owner', '2020-01-01')`
  const owner = await as('owner')
  const field = /name="(why-[0-9a-f-]+)"/.exec((await owner.get(at('safeguarding-adults'))).html)![1]!
  assert.equal(
    (await owner.post(at('safeguarding-adults'), { [field]: 'Canary words', words: 'Canary aside' })).status,
    303,
  )
  for (const key of ['director', 'auditor', 'oneStop'] as const) {
    const page = await (await as(key)).get(at('safeguarding-adults'))
    assert.match(page.words, /Signed/)
    assert.doesNotMatch(page.words, /Canary|Received/, key)
    await inTransaction(db, people[key].person, async tx => {
      const rows = await tx`select w::text as found from review.signed_week w where w::text ~ 'Canary'
        union all select x::text from review.exception x where x::text ~ 'Canary'`
      assert.equal(rows.length, 0, key)
    })
  }
})

test('the database lets nobody change what was written, not even who wrote it', async () => {
  for (const [table, column] of [
    ['decision', 'words'],
    ['action', 'first_due_on'],
    ['action_event', 'words'],
    ['sign_off', 'signed_on'],
    ['signed_week', 'words'],
    ['exception', 'words'],
  ])
    await assert.rejects(
      inTransaction(db, 'system', tx => tx.unsafe(`update review.${table} set ${column} = ${column}`)),
      /permission denied/,
      table,
    )
})
