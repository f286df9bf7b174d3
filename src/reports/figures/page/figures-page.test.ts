import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, db, does, raisedOn } from '#enquiries/play-for-tests.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testWeb, type Seen } from '#test/web.ts'
import { keepFacts } from '../keep-facts.ts'
import { reportRoutes } from '../../routes.ts'

const today = day('2026-06-30')
await db.owner`update mailboxes.mailbox set name = '=Streets' where id = ${council.mailbox.streets}`
const web = await testWeb({ db, routes: reportRoutes, today })
const as = (who: keyof typeof council.people) => web.as(council.people[who].person)

for (const answered of ['2026-06-03', '2026-06-04', '2026-06-05', '2026-06-05', '2026-06-19']) {
  const it = await raisedOn('2026-06-01')
  await does('responder', 'take', it, '2026-06-01')
  await does('responder', 'answer', it, answered, { text: 'Done' })
}
await raisedOn('2026-06-02')
const flat = await raisedOn('2026-06-02', { topic: council.topic.homelessness, subject: 'A cold flat' }, 'otherMember')
const secret = await raisedOn('2026-06-02', { topic: undefined, sensitive: 'adult-at-risk', subject: 'A secret' })
await inTransaction(db, 'system', async tx => {
  const all = await tx<{ id: string }[]>`select id from enquiries.enquiry`
  await keepFacts(
    tx,
    all.map(it => it.id),
    today,
  )
})

const hrefs = ({ html }: Seen, about: RegExp): string[] =>
  [...html.matchAll(/href="(\/reports\/enquiries[^"]*)"/g)]
    .map(it => it[1]!.replaceAll('&amp;', '&'))
    .filter(it => about.test(it))

test('figures stand with what they rest on, their word and their definition', async () => {
  const { words } = await (await as('performance')).get('/reports?period=own&from=1/6/2026&to=30/6/2026')
  assert.match(words, /1 June 2026 to 30 June 2026 : 8 enquiries received/)
  assert.match(words, /=Streets 6 66\.6% Below 4 of 6/)
  assert.match(words, /Housing advice 1 /)
  assert.match(words, /Restricted matters 1 /)
  assert.match(words, /– too few to say \(1\)/)
  assert.match(words, /In target Those whose first answer was given by the date first due/)
})

test('every link leads to as many enquiries as it says', async () => {
  const browser = await as('performance')
  for (const show of ['overview', 'time', 'open', 'handling', 'intake']) {
    const page = await browser.get(`/reports?show=${show}`)
    for (const href of hrefs(page, /./)) {
      const { words, html } = await browser.get(href)
      const said = Number(/: (\d+) enquir/.exec(words)?.[1])
      assert.equal(html.match(/os-list__row/g)?.length ?? 0, said, href)
    }
  }
})

test('what is restricted is listed by its number and nothing else', async () => {
  const { words } = await (
    await as('oneStop')
  ).get('/reports/enquiries?from=2026-06-01&to=2026-06-30&measure=volume&part=all&mailbox=restricted')
  assert.match(words, new RegExp(`${secret.reference} Restricted`))
  assert.doesNotMatch(words, /A secret|2 June 2026/)
})

test('an owner counts their own mailboxes, a head those of the service', async () => {
  for (const who of ['owner', 'head'] as const) {
    const { words } = await (await as(who)).get('/reports')
    assert.match(words, /6 enquiries received/)
    assert.doesNotMatch(words, /Housing advice 1 :|Restricted matters 1 :/)
  }
  const { words } = await (
    await as('owner')
  ).get('/reports/enquiries?from=2026-06-01&to=2026-06-30&measure=volume&part=all')
  assert.doesNotMatch(words, new RegExp(flat.reference))
})

test('members are told apart for member services alone, by name and never ranked', async () => {
  const served = await (await as('oneStop')).get('/reports?by=member&sort=inTarget')
  assert.match(served.words, /Cllr Sean O&#39;Brien 1 /)
  assert.doesNotMatch(served.html, /os-list__sort/)
  const other = await (await as('performance')).get('/reports?by=member')
  assert.doesNotMatch(other.words, /O&#39;Brien/)
  assert.equal((await (await as('performance')).get('/reports/members')).status, 403)
  assert.equal((await (await as('oneStop')).get('/reports/members')).to, '/reports?by=member')
  const narrowed = `/reports/enquiries?from=2026-06-01&to=2026-06-30&measure=volume&part=all&member=${council.people.otherMember.person}`
  assert.match((await (await as('oneStop')).get(narrowed)).words, /Received: 1 enquiry/)
  assert.match((await (await as('performance')).get(narrowed)).words, /Received: 8 enquiries/)
})

test('dates that are none are said in plain words, and kept', async () => {
  const browser = await as('performance')
  const wrong = await browser.get('/reports?period=own&from=31/2/2026&to=1/3/2026')
  assert.equal(wrong.status, 422)
  assert.match(wrong.words, /First day must be a real date, like 29 December 2026/)
  assert.match(wrong.html, /value="31\/2\/2026"/)
  const backwards = await browser.get('/reports?from=2026-06-30&to=2026-06-01')
  assert.match(backwards.words, /Last day must be the first day or later/)
  const empty = await browser.get('/reports?from=1999-01-01&to=1999-12-31')
  assert.match(empty.words, /No enquiry that you may count was received/)
})

test('odd words in an address do no harm', async () => {
  const browser = await as('performance')
  for (const odd of ['?by=x&show=y&sort=z&mailbox=%27', '?ward=none', '?kind=restricted,enquiry&channel=', '?member=1'])
    assert.equal((await browser.get(`/reports${odd}`)).status, 200, odd)
  for (const odd of ['', '?measure=volume', '?measure=x&from=2026-01-01&to=2026-01-02', '?measure=volume&from=1&to=2'])
    assert.equal((await browser.get(`/reports/enquiries${odd}`)).status, 404, odd)
})

test('the files hold every measure, and nothing in them is a formula', async () => {
  const browser = await as('performance')
  const { bytes: body } = await browser.get('/reports/figures.csv?from=2026-06-01&to=2026-06-30')
  const [heads, all, ...rows] = body.toString().split('\r\n')
  assert.match(heads!, /Mailbox,Received \(enquiries\),Received: n,In target \(%\),In target: n/)
  assert.match(all!, /^Everything,8,8,/)
  assert.ok(
    rows.some(it => it.startsWith("'=Streets,6,6,66.67,6,")),
    body.toString(),
  )
  assert.equal((await browser.get('/reports/figures.xlsx')).bytes.subarray(0, 2).toString(), 'PK')
})

test('who may see no reports may not come in', async () => {
  for (const who of ['member', 'responder', 'admin', 'partner'] as const)
    assert.equal((await (await as(who)).get('/reports')).status, 403, who)
})
