import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepFacts, ownFigures } from '#reports/door.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Seen } from '#test/web.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { actNamed } from '../acts.ts'
import { carryOut } from '../carry-out.ts'
import { type Doer } from '../doer.ts'
import { houseWith } from '../house.ts'
import { raise } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { enquiryRoutes } from '../routes.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, otherMember, assistant, responder, oneStop, admin } = council.people
const house = houseWith(async () => {})
const web = await testWeb({
  db,
  routes: enquiryRoutes({ house, files: await testFiles(), ownFigures }),
  today: day('2026-06-15'),
})

const on = (date: string) => ({ now: nowAt(instantOn(day(date), 10)) })

async function raised(date: string, subject: string, who: Doer & { person: string } = member): Promise<string> {
  const given = raiseShape.parse({ member: who.person, subject, text: 'Please look', topic: council.topic.potholes })
  const done = await inTransaction(db, who.person, tx => raise(tx, house, who, given, on(date)))
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

async function does(
  doer: Doer & { person: string },
  name: string,
  reference: string,
  date: string,
  given: object = {},
) {
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, on(date)),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

const answeredOn = async (received: string, answered: string, subject: string) => {
  const reference = await raised(received, subject)
  await does(responder, 'take', reference, received)
  await does(responder, 'answer', reference, answered, { text: 'Done' })
  return reference
}

test('whoever has raised nothing yet is invited to', async () => {
  const page = await (await web.as(otherMember.person)).get('/enquiries/mine')
  assert.match(page.words, /You have not asked the council anything yet/)
  assert.match(page.html, /href="\/enquiries\/new"/)
})

test('what waits for the member stands first, then what is open, then what is closed', async () => {
  const asked = await raised('2026-05-29', 'Asked about')
  await does(responder, 'take', asked, '2026-06-01')
  await does(responder, 'ask', asked, '2026-06-02', { text: 'Which?' })
  await answeredOn('2026-06-01', '2026-06-02', 'Answered one')
  await raised('2026-05-20', 'Late one')
  await raised('2026-06-12', 'O’Brien’s 🙂 open one')
  const closed = await answeredOn('2026-06-03', '2026-06-04', 'Closed one')
  await does(member, 'agree', closed, '2026-06-05')
  const { words, html } = await (await web.as(member.person)).get('/enquiries/mine')
  const order = ['Needs your attention', 'Answered one', 'Asked about', 'Open', 'Late one', 'open one', 'Closed one']
  const places = order.map(it => words.indexOf(it))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    words,
  )
  assert.ok(!places.includes(-1))
  assert.match(words, /Late one ME-2026-\d+ Late/)
  assert.match(words, /Open 1 of them is late\./)
  assert.match(words, /Does this answer it\?/)
  assert.match(html, new RegExp(`href="/enquiries/${asked}/track"`))
})

test('search finds by words without accents and by reference, and says when nothing is found', async () => {
  const browser = await web.as(member.person)
  const reference = await raised('2026-06-12', 'Naïve café on Mill Lane')
  assert.match((await browser.get('/enquiries/mine?q=cafe')).words, /Naïve café/)
  const byReference = await browser.get(`/enquiries/mine?q=${reference.toLowerCase()}`)
  assert.match(byReference.words, /Naïve café/)
  assert.doesNotMatch(byReference.words, /Late one/)
  const nothing = await browser.get('/enquiries/mine?q=%3Cb%3E%25_\\')
  assert.match(nothing.html, /Nothing found.*&lt;b&gt;%_\\/s)
  assert.equal((await browser.get(`/enquiries/mine?q=${'x'.repeat(3000)}&after=rubbish`)).status, 200)
})

test('figures are those of everybody, and few cases say nothing', async () => {
  // raised over a weekend and a bank holiday: Friday 22 May to Tuesday 26 May is one working day
  for (const n of [1, 2, 3]) await answeredOn('2026-05-22', '2026-05-26', `Quick ${n}`)
  await inTransaction(db, 'system', async tx => {
    const all = await tx<{ id: string }[]>`select id from enquiries.enquiry`
    await keepFacts(
      tx,
      all.map(it => it.id),
      day('2026-06-15'),
    )
  })
  const page = await (await web.as(member.person)).get('/enquiries/mine')
  // judged: five answered and the late one; answered after 1 working day each
  assert.match(page.words, /Received 9 In target 83\.3% 5 of 6 Usual wait 1 day of 5/)
  assert.match(page.words, /passed that date without an answer/)
})

test('an assistant sees those they act for now, and chooses among them', async () => {
  await raised('2026-06-12', 'Only of the other', otherMember)
  const browser = await web.as(assistant.person)
  const one = await browser.get('/enquiries/mine')
  assert.match(one.words, /Late one/)
  assert.doesNotMatch(one.words, /Only of the other/)
  await db.owner`insert into people.delegation (member_id, assistant_id, from_on) values (${otherMember.person}, ${assistant.person}, '2020-01-01')`
  const both = await browser.get('/enquiries/mine')
  assert.match(both.words, /Whose enquiries\?.*All members/)
  assert.match(both.words, /Only of the other/)
  const chosen = await browser.get(`/enquiries/mine?member=${otherMember.person}`)
  assert.doesNotMatch(chosen.words, /Late one/)
  assert.match(
    (await browser.get(`/enquiries/mine?member=${responder.person}`)).words,
    /Late one/,
    'a stranger is no choice',
  )
  await db.owner`update people.delegation set revoked_at = now() where assistant_id = ${assistant.person}`
  const revoked = await browser.get('/enquiries/mine')
  assert.match(revoked.words, /You act for no member yet/)
  assert.doesNotMatch(revoked.words, /Late one/)
})

test('closed enquiries come page by page, and member services may look over any shoulder', async () => {
  for (let n = 1; n <= 22; n++) {
    const reference = await raised('2026-06-12', `Withdrawn ${n}`)
    await does(member, 'withdraw', reference, '2026-06-12', { text: 'No longer needed' })
  }
  const browser = await web.as(oneStop.person)
  const more = ({ html }: Seen) =>
    /href="(\/enquiries\/mine\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const first = await browser.get(`/enquiries/mine?member=${member.person}`)
  const second = await browser.get(more(first)!)
  const third = more(second)
  const subjects = ({ html }: Seen) => html.match(/Withdrawn \d+|Closed one/g) ?? []
  assert.equal(subjects(first).length, 5)
  const all = [...subjects(first), ...subjects(second)]
  assert.equal(all.length, 23)
  assert.equal(new Set(all).size, 23)
  assert.equal(third, undefined)
  assert.doesNotMatch(second.words, /Late one/)
})

test('who follows nobody’s enquiries may not look', async () => {
  assert.equal((await (await web.as(admin.person)).get('/enquiries/mine')).status, 403)
  assert.match((await web.nobody.get('/enquiries/mine')).to, /^\/sign-in/)
})
