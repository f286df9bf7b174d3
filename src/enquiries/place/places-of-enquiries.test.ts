import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, viewEnquiry } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { importPlaces } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { sensitivityQuestions } from '#mailboxes/door.ts'
import { listEnquiries } from '../list.sql.ts'
import { enquiryRoutes } from '../routes.ts'

const db = await testDatabase()
const { people, ward, otherWard, mailbox, topic } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-09') })
const now = nowAt(instantOn(day('2026-06-09'), 10))

const square = [
  [-4, 53],
  [-3, 53],
  [-3, 54],
  [-4, 54],
  [-4, 53],
] as const
await inTransaction(db, 'system', async tx => {
  const list = { fileName: 'x', fromOn: day('2026-01-01'), by: null, at: now.at }
  const features = [{ properties: { name: 'Millside' }, geometry: { type: 'Polygon', coordinates: [square] } }]
  await importPlaces(tx, { ...list, kind: 'boundaries', text: JSON.stringify({ features }) })
  await importPlaces(tx, { ...list, kind: 'postcodes', text: 'postcode,ward\nTB1 4QF,Millside\nTB2 1AA,Priory\n' })
})
// in Millside another mailbox answers for potholes
await db.owner`insert into mailboxes.responsibility (topic_id, mailbox_id, ward_id, from_on) values (${topic.potholes}, ${mailbox.housing}, ${otherWard}, '2020-01-01')`

async function raised(more: object, by: PersonKey = 'member') {
  const given = raiseShape.parse({ member: people.member.person, subject: 'Hole', text: 'A hole.', ward, ...more })
  const done = await inTransaction(db, people[by].person, tx => raise(tx, house, people[by], given, { now }))
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  return done.value.enquiry
}
const setPlace = (by: PersonKey, reference: string, given: object) =>
  inTransaction(db, people[by].person, tx => {
    const act = actNamed('set-place')!
    return carryOut(tx, house, people[by], reference, act, act.shape.parse(given) as never, { now })
  })
const placeOf = (reference: string, by: PersonKey = 'member') =>
  inTransaction(db, people[by].person, tx => viewEnquiry(tx, reference)).then(it => it?.names.place)
const found = (q: string, by: PersonKey) =>
  inTransaction(db, people[by].person, tx => listEnquiries(tx, { q }, 'newest', 50)).then(all =>
    all.map(it => it.reference),
  )

test('the ward follows from the place, and the mailbox from the ward', async () => {
  const there = await raised({ topic: topic.potholes, place: { words: 'By the gate, TB1 4QF' } })
  assert.deepEqual([there.wardId, there.mailboxId], [otherWard, mailbox.housing])
  const spot = await raised({ topic: topic.potholes, place: { latitude: 53.5, longitude: -3.5 } })
  assert.deepEqual([spot.wardId, spot.mailboxId], [otherWard, mailbox.housing])
  const unknown = await raised({ topic: topic.potholes, place: { words: 'Somewhere in TB9 9ZZ' } })
  assert.deepEqual([unknown.wardId, unknown.mailboxId], [ward, mailbox.streets])
  assert.deepEqual(await placeOf(unknown.reference), {
    words: 'Somewhere in TB9 9ZZ',
    postcode: 'TB9 9ZZ',
    latitude: null,
    longitude: null,
  })
  assert.equal(await placeOf((await raised({})).reference), null)
})

test('it is found by its place, with the postcode written either way, by whoever sees it', async () => {
  const plain = await raised({ place: { words: 'Quillgate corner', postcode: 'TB2 1AA' } })
  const guarded = await raised({ mailbox: mailbox.safeguarding, place: { words: 'Quillgate house' } })
  for (const q of ['quillgate corner', 'TB2 1AA quillgate', 'tb21aa'])
    assert.ok((await found(q, 'oneStop')).includes(plain.reference), q)
  assert.deepEqual(await found('quillgate', 'oneStop'), [plain.reference])
  assert.deepEqual(await found('quillgate', 'otherMember'), [])
  assert.equal((await found('quillgate', 'properOfficer')).length, 1)
  assert.equal(await placeOf(guarded.reference, 'oneStop'), undefined)
})

test('the place is set later: ward, words and search follow; mailbox and date stay', async () => {
  const before = await raised({ topic: topic.potholes })
  const done = await setPlace('oneStop', before.reference, {
    place: { words: 'Marrowbank steps', postcode: 'TB1 4QF' },
  })
  assert.ok(done.ok)
  assert.deepEqual(
    [done.value.enquiry.wardId, done.value.enquiry.mailboxId, done.value.enquiry.dueOn],
    [otherWard, before.mailboxId, before.dueOn],
  )
  assert.deepEqual(await found('marrowbank', 'oneStop'), [before.reference])
  assert.ok((await found('millside', 'oneStop')).includes(before.reference))
  assert.equal((await placeOf(before.reference))?.words, 'Marrowbank steps')
  const chosen = await setPlace('oneStop', before.reference, { place: { words: 'The yard' }, ward })
  assert.equal(chosen.ok && chosen.value.enquiry.wardId, ward)
  const kept = await setPlace('oneStop', before.reference, { place: { words: 'The other yard' } })
  assert.equal(kept.ok && kept.value.enquiry.wardId, ward)
  const odd = await setPlace('oneStop', before.reference, { place: { words: 'x' }, ward: topic.potholes })
  assert.equal(odd.ok ? '' : odd.refusal.code, 'no-such-ward')
  assert.equal((await setPlace('member', before.reference, { place: { words: 'x' } })).ok, false)
  const unseen = await setPlace('otherResponder', before.reference, { place: { words: 'x' } })
  assert.equal(unseen.ok ? '' : unseen.refusal.code, 'not-found')
})

test('a postcode in what the member wrote is offered where no place was said, and put in by a press', async () => {
  const browser = await web.as(people.oneStop.person)
  const { reference } = await raised({ text: 'A hole by the bus stop, tb14qf, since May.' })
  const page = await browser.get(`/enquiries/${reference}/set-place`)
  assert.match(page.words, /The member wrote TB1 4QF ?\. It may be where it is, or where somebody lives\. Use TB1 4QF/)
  const link = /href="(\?place-words=[^"]+)"/.exec(page.html)![1]!
  assert.match(
    (await browser.get(`/enquiries/${reference}/set-place${link}`)).html,
    /name="place-words"[^>]* value="TB1 4QF"/,
  )
  assert.match(page.html, /data-where-words="place-words"\s+data-where-spot="place-latitude"/)
  await setPlace('oneStop', reference, { place: { words: 'The yard' } })
  assert.doesNotMatch((await browser.get(`/enquiries/${reference}/set-place`)).words, /The member wrote/)
})

test('while typing, on the check page and afterwards it is said which ward it is', async () => {
  const browser = await web.as(people.member.person)
  const form = await browser.get('/enquiries/new')
  assert.match(form.html, /data-map-picker="\/people\/wards\/map"/)
  const typed = { place: 'Weaver Lane, tb14qf', point: '', member: people.member.person }
  const said = async (more: object) =>
    (JSON.parse((await browser.post('/enquiries/where', { ...typed, ...more })).html) as { ward: string }).ward
  assert.equal(await said({}), 'It is in Millside ward.')
  assert.equal(await said({ point: '53.5, -3.5', place: '' }), 'It is in Millside ward.')
  for (const place of ['Weaver Lane', 'TB1 4Q', '', 'TB9 9ZZ']) assert.equal(await said({ place }), '', place)
  const calm = Object.fromEntries(sensitivityQuestions.map(({ name }) => [name, 'no']))
  const key = /name="key" value="([^"]+)"/.exec(form.html)![1]!
  const wrong = { ...calm, ...typed, key, subject: 'Lamp', text: 'Out.', ward: 'own', act: 'continue' }
  const again = await browser.post('/enquiries/new', { ...wrong, place: 'TB1 4Q' })
  assert.match(again.words, /There is a problem Enter a postcode like TB1 4QF, or a street/)
  assert.equal((await browser.post('/enquiries/new', wrong)).status, 303)
  const check = await browser.get('/enquiries/new/check')
  assert.match(check.words, /Where Weaver Lane, tb14qf Change where .* Ward Millside Change ward/)
  await browser.post('/enquiries/new/send', { key, topic: 'unplaced' })
  const [made] = await db.owner`select reference, ward_id, postcode from enquiries.enquiry where subject = 'Lamp'`
  assert.deepEqual([made!.wardId, made!.postcode], [otherWard, 'TB1 4QF'])
  const tracked = await browser.get(`/enquiries/${made!.reference}/track`)
  assert.match(tracked.words, /Where Weaver Lane, tb14qf Millside ward/)
  const officer = await (await web.as(people.oneStop.person)).get(`/enquiries/${made!.reference}`)
  assert.match(officer.words, /Where Weaver Lane, tb14qf Ward Millside/)
})

test('a place we do not know leaves the ward that was selected, and says so', async () => {
  const browser = await web.as(people.member.person)
  const form = await browser.get('/enquiries/new')
  const calm = Object.fromEntries(sensitivityQuestions.map(({ name }) => [name, 'no']))
  const key = /name="key" value="([^"]+)"/.exec(form.html)![1]!
  const typed = {
    ...calm,
    key,
    member: people.member.person,
    subject: 'Bin',
    text: 'Full.',
    ward: 'own',
    act: 'continue',
  }
  await browser.post('/enquiries/new', { ...typed, place: 'TB9 9ZZ' })
  assert.match(
    (await browser.get('/enquiries/new/check')).words,
    /Ward Priory As you selected: we do not know the postcode TB9 9ZZ/,
  )
})

test('an officer records a contact with its place, and the list exports it', async () => {
  const browser = await web.as(people.oneStop.person)
  const key = /name="key" value="([^"]+)"/.exec((await browser.get('/enquiries/record')).html)![1]!
  const contact = {
    key,
    member: 'mhurchu',
    channel: 'phone',
    direct: 'no',
    next: 'place',
    topic: topic.potholes,
    subject: 'Recorded hole',
    'receivedOn-day': '9',
    'receivedOn-month': '6',
    'receivedOn-year': '2026',
  }
  assert.match(
    (await browser.post('/enquiries/record', { ...contact, place: 'TB1 4Q' })).words,
    /Enter a postcode like/,
  )
  assert.equal((await browser.post('/enquiries/record', { ...contact, place: '=cmd TB1 4QF' })).status, 303)
  const [made] = await db.owner`select ward_id, mailbox_id from enquiries.enquiry where subject = 'Recorded hole'`
  assert.deepEqual([made!.wardId, made!.mailboxId], [otherWard, mailbox.housing])
  const file = await browser.post('/enquiries/export', { address: 'view=all', format: 'csv' })
  assert.match(file.html, /,Ward,Where,/)
  assert.match(file.html, /,Millside,'=cmd TB1 4QF,/)
})
