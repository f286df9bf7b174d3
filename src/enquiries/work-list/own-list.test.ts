import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { houseWith, raise, raiseShape } from '../door.ts'
import { enquiryRoutes } from '../routes.ts'
import { csvLine, neutral } from './export/cells.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-09') })
const { member, responder } = council.people
const as = (who: PersonKey) => web.as(council.people[who].person)

async function raised(subject: string, given: object = {}): Promise<string> {
  const it = raiseShape.parse({
    member: member.person,
    subject,
    text: 'When?',
    topic: council.topic.potholes,
    ...given,
  })
  const way = { now: nowAt(instantOn(day('2026-06-08'), 10)) }
  const result = await inTransaction(db, member.person, tx => raise(tx, house, member, it, way))
  assert.ok(result.ok)
  return result.value.enquiry.reference
}

const street = await raised('=HYPERLINK("http://bad.example")')
await raised('Second, with "quotes"')
const flat = await raised('A flat', { topic: council.topic.homelessness })
const secret = await raised('A secret', { topic: undefined, sensitive: 'adult-at-risk' })

const idOf = async (name: string) =>
  (await db.owner`select id from enquiries.saved_view where name = ${name}`)[0]!.id as string

test('a saved view stands above the list with its count; shared, each sees of it what they may see', async () => {
  const browser = await as('responder')
  const empty = await browser.post('/enquiries/views', { address: 'view=all', name: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.words, /Enter a name of at most 60 characters/)
  const page = await browser.get('/enquiries/views/new?view=all&status=new&nonsense=1')
  assert.match(page.words, /It shows: All I may see, New\. .*Only me The people of Streets/)
  const typed = { address: 'view=all&status=new&nonsense=1', name: 'All new', mailbox: council.mailbox.streets }
  const saved = await browser.post('/enquiries/views', typed)
  assert.deepEqual([saved.status, saved.to], [303, '/enquiries?view=all&status=new'])
  await browser.post('/enquiries/views', typed)
  assert.equal((await db.owner`select from enquiries.saved_view`).length, 1, 'sent twice it is kept once')
  assert.match((await browser.get(saved.to)).html, /aria-current="page"\s*>All new<\/a\s*>\s*<span class="os-count">2</)

  assert.match((await (await as('owner')).get('/enquiries')).words, /All new 2/)
  assert.doesNotMatch((await (await as('otherResponder')).get('/enquiries')).words, /All new/)
  const shared = await (await as('secondResponder')).get(`/enquiries?view=all&status=new`)
  assert.doesNotMatch(shared.html, new RegExp(`${flat}|${secret}`))

  // a mailbox that does not name one is none to share with, whatever is sent
  const far = await browser.post('/enquiries/views', { ...typed, mailbox: council.mailbox.housing })
  assert.equal(far.status, 422)
})

test('a view is changed by whoever saved it and who runs the mailbox; deleted, it can be taken back', async () => {
  const id = await idOf('All new')
  for (const who of ['secondResponder', 'otherResponder', 'oneStop'] as const) {
    const browser = await as(who)
    assert.equal((await browser.post(`/enquiries/views/${id}`, { name: 'Mine now' })).status, 404, who)
    assert.equal((await browser.post(`/enquiries/views/${id}/delete`)).status, 404, who)
  }
  const owner = await as('owner')
  const renamed = await owner.post(`/enquiries/views/${id}`, {
    name: 'Everything new',
    mailbox: council.mailbox.streets,
  })
  assert.equal(renamed.status, 303)
  const browser = await as('responder')
  assert.match(
    (await browser.get('/enquiries/views')).words,
    /Everything new Shared with the people of Streets by Priya Nair/,
  )
  await browser.post(`/enquiries/views/${id}/delete`)
  assert.doesNotMatch((await owner.get('/enquiries')).words, /Everything new/)
  assert.match((await browser.get('/enquiries/views')).words, /Deleted in the last 30 days Everything new Take back/)
  await browser.post(`/enquiries/views/${id}/restore`)
  assert.match((await owner.get('/enquiries')).words, /Everything new 2/)
  assert.equal((await browser.post('/enquiries/views/x/delete')).status, 404)
})

test('the list begins with the view somebody chose, until they choose the usual one again', async () => {
  const browser = await as('responder')
  assert.equal((await browser.get('/enquiries')).status, 200)
  await browser.post(`/enquiries/views/${await idOf('Everything new')}/begin`)
  const first = await browser.get('/enquiries')
  assert.deepEqual([first.status, first.to], [303, '/enquiries?view=all&status=new'])
  assert.equal((await browser.get('/enquiries?view=mine')).status, 200)
  assert.match((await browser.get('/enquiries/views')).words, /your work list begins with it/)
  await browser.post('/enquiries/views/begin-as-usual')
  assert.equal((await browser.get('/enquiries')).status, 200)
})

test('the file holds what its reader may see, all of it, and no formula', async () => {
  const browser = await as('responder')
  assert.match(
    (await browser.get('/enquiries/export?view=all&q=x')).words,
    /All I may see, “x”.*up to 10,000 as CSV and 5,000 for Excel/,
  )
  const csv = await browser.post('/enquiries/export', { address: 'view=all', format: 'csv' })
  const lines = csv.bytes.toString('utf8').split('\r\n')
  assert.match(lines[0]!, /^\uFEFFReference,Subject,Member,Holder,Due,Status,Mailbox,Topic,Ward/)
  assert.equal(lines.length, 4, 'a head, two enquiries and the end of the last line')
  assert.ok(lines.some(line => line.startsWith(`${street},"'=HYPERLINK(""http://bad.example"")",`)))
  assert.ok(lines.some(line => line.includes('"Second, with ""quotes"""') && line.includes('2026-06-22')))
  assert.match(String(csv.headers['content-disposition']), /attachment; filename="Enquiries 2026-06-09\.csv"/)
  const excel = await browser.post('/enquiries/export', { address: 'view=all', format: 'xlsx' })
  assert.equal(excel.bytes.subarray(0, 2).toString(), 'PK')
  assert.match(String(excel.headers['content-type']), /spreadsheetml/)
  const trail = await db.owner`
    select actor, details from audit.entry where act = 'enquiries.exported' order by id`
  assert.deepEqual(
    trail.map(it => it.actor),
    [responder.person, responder.person],
  )
  assert.deepEqual(trail[0]!.details, { format: 'csv', list: 'view=all', searched: false })
  assert.equal((await (await as('member')).post('/enquiries/export', { address: 'view=all' })).status, 403)
})

test('whatever begins like a formula is made text', () => {
  for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1']) assert.equal(neutral(bad), `'${bad}`)
  for (const good of ['1 = 1', 'a-b', '', '2026-06-01']) assert.equal(neutral(good), good)
  assert.equal(csvLine(['a"b', 'c,d', 'e']), '"a""b","c,d",e\r\n')
})

test('what was opened last stands under recently seen, as long as it may be seen', async () => {
  const browser = await as('responder')
  assert.match((await browser.get('/enquiries/seen')).words, /Nothing yet/)
  await browser.get(`/enquiries/${street}`)
  await browser.get(`/enquiries/${secret}`)
  const seen = async () => (await browser.get('/enquiries/seen')).html
  for (let tries = 0; !(await seen()).includes(street); tries++) assert.ok(tries < 100, 'it was kept')
  assert.doesNotMatch(await seen(), new RegExp(secret))
  assert.match((await (await as('owner')).get('/enquiries/seen')).words, /Nothing yet/)
  await db.owner`update enquiries.enquiry set mailbox_id = ${council.mailbox.housing} where reference = ${street}`
  assert.doesNotMatch(await seen(), new RegExp(street))
})

test('the keys stand on a page of their own and can be turned off', async () => {
  const browser = await as('responder')
  assert.match((await browser.get('/enquiries?view=all')).html, /data-keys="on" data-ways="\{&quot;m&quot;:/)
  assert.match(
    (await browser.get('/enquiries/keys')).words,
    /Turn the keys off .* j The next enquiry .* g u Unassigned/,
  )
  await browser.post('/enquiries/keys', { keys: 'off' })
  assert.match((await browser.get('/enquiries?view=all')).html, /data-keys="off"/)
  assert.match((await browser.get('/enquiries/keys')).words, /The keys are off\. .*Turn the keys on/)
  assert.match((await (await as('owner')).get('/enquiries?view=all')).html, /data-keys="on"/)
})
