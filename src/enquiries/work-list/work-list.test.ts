import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape } from '../door.ts'
import { listEnquiries, type Filter } from '../list.sql.ts'
import { enquiryRoutes } from '../routes.ts'
import { countViews } from './view-counts.sql.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-09') })
const { member, responder, secondResponder, properOfficer } = council.people
const way = (on: string) => ({ now: nowAt(instantOn(day(on), 10)) })

async function raised(on: string, subject: string, given: object = {}): Promise<string> {
  const it = raiseShape.parse({
    member: member.person,
    subject,
    text: 'When?',
    topic: council.topic.potholes,
    ...given,
  })
  const result = await inTransaction(db, member.person, tx => raise(tx, house, member, it, way(on)))
  assert.ok(result.ok)
  return result.value.enquiry.reference
}

async function did(by: PersonKey, name: string, reference: string, on: string, given: object = {}): Promise<void> {
  const doer = council.people[by]
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, way(on)),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

const late = await raised('2026-05-11', "Bins behind O'Brien's yard 🗑️ شارع")
const later = await raised('2026-05-14', 'Second latest')
const tomorrow = await raised('2026-05-27', 'Due tomorrow')
const far = await raised('2026-06-08', 'x'.repeat(10_000))
const waiting = await raised('2026-06-01', 'Waiting')
await did('responder', 'take', waiting, '2026-06-02')
await did('responder', 'ask', waiting, '2026-06-04', { text: 'Which?' })
const thanked = await raised('2026-05-18', 'Thanked')
await did('responder', 'answer-at-once', thanked, '2026-05-19', { text: 'Done.' })
await did('member', 'reply', thanked, '2026-06-01', { text: 'Thank you' })
const secret = await raised('2026-06-08', 'Secret matter', { topic: undefined, sensitive: 'adult-at-risk' })
const elsewhere = await raised('2026-06-08', 'Homeless', { topic: council.topic.homelessness })

async function listed(who: PersonKey, path: string) {
  const seen = await (await web.as(council.people[who].person)).get(path)
  assert.equal(seen.status, 200)
  const references = [...seen.html.matchAll(/class="govuk-link" href="\/enquiries\/(ME-[\d-]+)" dir/g)].map(it => it[1])
  return { ...seen, references }
}

test('a responder begins with their mailboxes, latest first, then due soon, then the rest, waiting last', async () => {
  const { references, words, html } = await listed('responder', '/enquiries')
  assert.deepEqual(references, [late, later, tomorrow, far, waiting])
  assert.match(words, /10 working days late 26 May /)
  assert.match(words, /Due tomorrow 10 June /)
  assert.match(words, /Waiting since 4 June/)
  assert.match(html, /Bins behind O&#39;Brien&#39;s yard 🗑️ شارع/)
  assert.match(html, /x{100,119}…/)
  assert.doesNotMatch(html, /x{121}/)
})

test('every view has its count and its own enquiries', async () => {
  const counts = (words: string) =>
    /Mine (\d+) My mailboxes (\d+) Unassigned (\d+) Due soon (\d+) Overdue (\d+) Waiting (\d+) After an answer (\d+) All I may see (\d+)/
      .exec(words)
      ?.slice(1)
      .map(Number)
  const { words } = await listed('responder', '/enquiries')
  assert.deepEqual(counts(words), [1, 5, 4, 1, 2, 1, 1, 5])
  const everything = await listed('oneStop', '/enquiries')
  assert.deepEqual(counts(everything.words), [0, 0, 5, 1, 2, 1, 1, 6])
  for (const [view, expected] of Object.entries({
    mine: [waiting],
    unassigned: [late, later, tomorrow, far],
    waiting: [waiting],
    overdue: [late, later],
    soon: [tomorrow],
    review: [],
    partner: [],
    lane: [thanked],
  }))
    assert.deepEqual((await listed('responder', `/enquiries?view=${view}`)).references, expected, view)
})

test('what somebody may not see is in no list, count or search of theirs', async () => {
  for (const path of ['/enquiries?view=all', '/enquiries?view=all&q=secret', `/enquiries?q=${secret}`]) {
    const { html, references } = await listed('responder', path)
    assert.doesNotMatch(html, /Secret matter|Homeless/)
    assert.ok(!references.includes(secret) && !references.includes(elsewhere))
  }
  const inside = await listed('properOfficer', '/enquiries')
  assert.deepEqual(inside.references, [secret])
  assert.match(inside.words, /Restricted/)
})

test('the address narrows: mailbox, status, overdue, words and a reference whatever its status', async () => {
  assert.deepEqual((await listed('oneStop', '/enquiries?mailbox=housing-advice')).references, [elsewhere])
  assert.deepEqual((await listed('oneStop', '/enquiries?status=answered')).references, [thanked])
  assert.deepEqual((await listed('oneStop', '/enquiries?overdue=yes')).references, [late, later])
  assert.deepEqual((await listed('oneStop', '/enquiries?q=SECOND')).references, [later])
  assert.deepEqual((await listed('oneStop', `/enquiries?q=${thanked.toLowerCase()}`)).references, [thanked])
  assert.deepEqual((await listed('oneStop', '/enquiries?q=%25')).references, [])
  assert.deepEqual((await listed('responder', '/enquiries?view=mailboxes&mailbox=housing-advice')).references, [])
  for (const odd of [
    '?view=none',
    '?after=_x',
    '?after=2026-13-45_x',
    '?status=x&mailbox=%00',
    '?after=2026-99-99_01890000-0000-7000-8000-000000000001',
  ])
    assert.equal((await listed('responder', `/enquiries${odd}`)).status, 200)
})

test('a search leaves the view: everything one may see, answered ones too, by words or by the number alone', async () => {
  const number = Number(thanked.slice(-6))
  for (const q of ['thanked', thanked, String(number), thanked.slice(-6), `${thanked.slice(3, 7)}-${number}`]) {
    const found = await listed('responder', `/enquiries?view=mine&q=${q}`)
    assert.deepEqual(found.references, [thanked], q)
    assert.match(found.words, /Showing all 1 in everything you may see, closed ones too, newest first/)
    assert.doesNotMatch(found.html, /aria-current="page"[^>]*>\s*Mine/)
  }
  assert.deepEqual((await listed('oneStop', '/enquiries?q=homeless')).references, [elsewhere])
  assert.deepEqual((await listed('oneStop', '/enquiries?q=thanked&status=new')).references, [])
})

test('who is named nowhere begins with what nobody has, where giving out work is theirs', async () => {
  const open = async (who: PersonKey, path = '/enquiries') => /<title>([^<]*)/.exec((await listed(who, path)).html)?.[1]
  assert.match((await open('oneStop'))!, /Unassigned/)
  assert.match((await open('oneStop', '/enquiries?mailbox=streets'))!, /All I may see/)
  assert.match((await open('head'))!, /All I may see/)
  assert.match((await open('owner'))!, /My mailboxes/)
})

test('pages lead through every enquiry once, those without a due date last', async () => {
  const more: string[] = []
  for (let n = 0; n < 55; n++) more.push(await raised(`2026-06-0${1 + (n % 5)}`, `More ${n}`))
  const first = await listed('responder', '/enquiries')
  assert.equal(first.references.length, 50)
  const next = /href="([^"]*after=[^"]*)"[^>]*rel="next"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
  const second = await listed('responder', next)
  assert.equal(new Set([...first.references, ...second.references]).size, 60)
  assert.equal(second.references.at(-1), waiting)
  assert.doesNotMatch(second.html, /rel="next"/)
})

test('an empty view says something helpful', async () => {
  assert.match((await listed('properOfficer', '/enquiries?view=mine')).words, /You hold nothing Take something/)
  assert.match((await listed('properOfficer', '/enquiries?q=nothingatall')).words, /Nothing matches/)
})

test('taken straight from the row, once', async () => {
  const browser = await web.as(responder.person)
  const { html } = await browser.get('/enquiries?view=overdue')
  const [, version] = new RegExp(`formaction="/enquiries/${late}/take"\\s+name="version"\\s+value="(\\d+)"`).exec(html)!
  const taken = await browser.post(`/enquiries/${late}/take`, { version: version! })
  assert.deepEqual([taken.status, taken.to], [303, `/enquiries/${late}`])
  const again = await (await web.as(secondResponder.person)).post(`/enquiries/${late}/take`, { version: version! })
  assert.equal(again.status, 422)
  assert.match(again.words, /There is a problem/)
  const holder = await db.owner`select holder_id from enquiries.enquiry where reference = ${late}`
  assert.equal(holder[0]!.holderId, responder.person)
  assert.doesNotMatch((await browser.get('/enquiries?view=overdue')).html, new RegExp(`${late}/take`))
})

test('only who has a work list sees one', async () => {
  assert.equal((await (await web.as(member.person)).get('/enquiries')).status, 403)
  assert.equal((await (await web.as(council.people.admin.person)).get('/enquiries')).status, 403)
  assert.equal((await web.nobody.get('/enquiries')).status, 303)
  assert.equal((await (await web.as(properOfficer.person)).get('/enquiries')).status, 200)
})

test('everything that narrows stands in the address, can be taken off one by one, and holds together', async () => {
  const { references, html, words } = await listed(
    'oneStop',
    '/enquiries?view=all&status=new&mailbox=streets&overdue=yes',
  )
  assert.deepEqual(references, [later])
  assert.match(words, /Showing all 1 , most urgent first/)
  assert.match(words, /Take off: New .*Take off: Streets .*Take off: Overdue .*Take all off/)
  assert.match(html, /href="\/enquiries\?view=all&amp;mailbox=streets&amp;overdue=yes"/)
  assert.match(html, /href="\/enquiries\?view=all&amp;status=new&amp;overdue=yes"/)
  for (const [narrow, expected] of Object.entries({
    'status=new,in-progress&overdue=yes': [late, later],
    'topic=homelessness': [elsewhere],
    'kind=complaint': [],
    'holder=nobody&mailbox=housing-advice': [elsewhere],
    [`holder=${responder.person}`]: [late, waiting],
    [`member=${council.people.otherMember.person}`]: [],
    'channel=phone': [],
    'due-from=2026-06-10&due-until=2026-06-10': [tomorrow],
    'received-from=2026-05-12&received-until=2026-05-20': [later],
    'at-risk=yes': [tomorrow],
    'ward=nowhere': [],
  }))
    assert.deepEqual((await listed('oneStop', `/enquiries?view=all&${narrow}`)).references, expected, narrow)
  assert.deepEqual((await listed('responder', `/enquiries?view=mine&holder=${secondResponder.person}`)).references, [])
})

test('what is chosen in the panel becomes a short address; a date that is none comes back', async () => {
  const browser = await web.as(responder.person)
  const panel = await browser.get('/enquiries?view=all&filters=open')
  assert.match(panel.words, /Filters .*Status .*Who has it .*Due from/)
  const chosen = 'view=all&status=new&status=assigned&mailbox=&due-from=1/6/2026&due-until=&sort=newest&overdue=yes'
  const { status, to } = await browser.get(`/enquiries/narrow?${chosen}`)
  assert.deepEqual(
    [status, to],
    [303, '/enquiries?view=all&status=new,assigned&due-from=2026-06-01&overdue=yes&sort=newest'],
  )
  const wrong = await browser.get('/enquiries/narrow?view=all&status=new&due-from=31/2/2026')
  assert.equal(wrong.status, 422)
  assert.match(wrong.words, /There is a problem .*Due from must be a real date/)
  assert.match(wrong.html, /value="31\/2\/2026"/)
})

test('sorted either way, page after page, nothing is missed and nothing comes twice', async () => {
  const all = (await listed('responder', '/enquiries?view=all')).references.length
  assert.equal(all, 50)
  for (const sort of ['due', 'due-last', 'newest', 'oldest', 'changed']) {
    const first = await listed('responder', `/enquiries?view=all&sort=${sort}`)
    const next = /href="([^"]*after=[^"]*)"[^>]*rel="next"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
    const second = await listed('responder', next)
    assert.equal(new Set([...first.references, ...second.references]).size, 60, sort)
  }
  const [last] = (await listed('responder', '/enquiries?view=all&sort=due-last')).references
  assert.equal(last, waiting)
  assert.equal((await listed('responder', '/enquiries?view=all&sort=oldest')).references[0], late)
})

test('columns are chosen and ordered for oneself, and stay', async () => {
  const browser = await web.as(secondResponder.person)
  const heads = async () =>
    [...(await browser.get('/enquiries')).html.matchAll(/role="columnheader"[^>]*>(.*?)<\/th>/gs)].map(([, head]) =>
      head!.replace(/<[^>]*>/g, '').trim(),
    )
  assert.deepEqual(await heads(), ['Select', 'Enquiry', 'Member', 'With', 'Due', 'Status', 'Act'])
  const order = ['member', 'with', 'due', 'status', 'topic', 'ward', 'changed']
  const kept = await browser.post('/enquiries/columns', { order, shown: ['due', 'topic', 'ward'], do: 'save' })
  assert.deepEqual([kept.status, kept.to], [303, '/enquiries'])
  assert.deepEqual(await heads(), ['Select', 'Enquiry', 'Due', 'Topic', 'Ward', 'Act'])
  assert.match((await browser.get('/enquiries?view=all')).words, /Potholes and road surface/)
  await browser.post('/enquiries/columns', {
    order: ['due', 'topic', 'ward'],
    shown: ['due', 'topic', 'ward'],
    do: 'up:ward',
  })
  assert.deepEqual(await heads(), ['Select', 'Enquiry', 'Due', 'Ward', 'Topic', 'Act'])
  assert.deepEqual((await (await web.as(responder.person)).get('/enquiries')).words.includes('Homelessness'), false)
  await browser.post('/enquiries/columns', { do: 'usual' })
  assert.deepEqual(await heads(), ['Select', 'Enquiry', 'Member', 'With', 'Due', 'Status', 'Act'])
})

test('the walk counts what the list lists, whatever open work is asked for', async () => {
  const reference = await raised('2026-06-01', 'Counted by its number')
  await inTransaction(db, responder.person, async tx => {
    const [today, soon] = [day('2026-06-09'), day('2026-06-11')]
    const [line] = await listEnquiries(tx, { open: true, reference: [reference] }, 'due', 10)
    const filters: Filter[] = [
      { open: true, reference: [reference] },
      { open: true, ids: [line!.id] },
      { open: true, topicKey: ['potholes'], receivedFrom: day('2026-06-01'), receivedUntil: day('2026-06-01') },
      { dueFrom: day('2026-06-01'), channel: ['web'], kind: ['service-request'], unassigned: true },
    ]
    const { found } = await countViews(tx, { person: responder.person, today, soon }, filters)
    const listed = await Promise.all(filters.map(async it => (await listEnquiries(tx, it, 'due', 1000)).length))
    assert.deepEqual([...found], listed)
    assert.deepEqual(listed.slice(0, 2), [1, 1])
  })
})
