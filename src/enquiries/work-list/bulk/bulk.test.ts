import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Browser } from '#test/web.ts'
import { carryOut, houseWith, raise, raiseShape } from '../../door.ts'
import { actNamed } from '../../acts.ts'
import { enquiryRoutes } from '../../routes.ts'
import { runBulk } from './run-bulk.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, responder, secondResponder, owner, oneStop, otherResponder, auditor } = council.people
const started: string[] = []
let broken = ''
const house = houseWith(async (_tx, { enquiryId }) => {
  if (enquiryId === broken) throw new Error('the queue is broken for this one')
})
const startBulk = async (_tx: unknown, id: string) => void started.push(id)
const routes = enquiryRoutes({ house, files: await testFiles(), startBulk })
const web = await testWeb({ db, routes, today: day('2026-06-09') })
const now = () => nowAt(instantOn(day('2026-06-09'), 11))
const way = { now: nowAt(instantOn(day('2026-06-08'), 10)) }

beforeEach(() => started.splice(0))

async function raised(subject: string, given: object = {}) {
  const it = raiseShape.parse({
    member: member.person,
    subject,
    text: 'When?',
    topic: council.topic.potholes,
    ...given,
  })
  const result = await inTransaction(db, member.person, tx => raise(tx, house, member, it, way))
  assert.ok(result.ok)
  return result.value.enquiry
}

async function did(by: PersonKey, name: string, reference: string, given: object = {}) {
  const act = actNamed(name)!
  const done = await inTransaction(db, council.people[by].person, tx =>
    carryOut(tx, house, council.people[by], reference, act, act.shape.parse(given) as never, way),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

const rowOf = async (reference: string) => {
  const [row] = await db.owner`
    select e.*, (select count(*)::int from enquiries.event v where v.enquiry_id = e.id) as events
    from enquiries.enquiry e where reference = ${reference}`
  return row!
}

/** Chooses, looks, confirms, and lets it run as the worker does; gives the address of the result. */
async function done(browser: Browser, typed: Record<string, string | string[]>): Promise<string> {
  const planned = await browser.post('/enquiries/bulk', typed)
  assert.equal(planned.status, 303, planned.words)
  await browser.post(`${planned.to}/confirm`)
  for (const id of started.splice(0)) await runBulk(db, house, id, now)
  return planned.to
}

test('all that match, not only the page: looked at first, then each by itself, with its own result', async () => {
  const free = await Promise.all(Array.from({ length: 60 }, (_, n) => raised(`Bulk ${n}`)))
  const taken = await raised('Bulk taken')
  await did('responder', 'take', taken.reference)
  const elsewhere = await raised('Bulk elsewhere', { topic: council.topic.homelessness })
  const secret = await raised('Bulk secret', { topic: undefined, sensitive: 'adult-at-risk' })
  const browser = await web.as(oneStop.person)

  const list = await browser.get('/enquiries?view=all&q=Bulk')
  assert.match(list.words, /Act on all 62 that match/)
  const choice = await browser.get('/enquiries/bulk?view=all&q=Bulk&scope=all')
  assert.match(choice.words, /What should happen to 62 enquiries\?/)
  assert.match(choice.words, /Jakub Nowak \(Streets\)/)
  const again = await browser.post('/enquiries/bulk', { view: 'all', q: 'Bulk', scope: 'all', act: 'give' })
  assert.equal(again.status, 422)
  assert.match(again.words, /There is a problem Select who should answer this/)
  assert.match(again.html, /href="#give-to"/)

  const typed = { view: 'all', q: 'Bulk', scope: 'all', act: 'give', 'give-to': secondResponder.person }
  const { to } = await browser.post('/enquiries/bulk', typed)
  const preview = await browser.get(to)
  assert.match(preview.words, /Give 61 enquiries to Jakub Nowak/)
  assert.match(preview.words, /61 enquiries will change\. 1 will stay as they are/)
  assert.match(preview.words, /1 : Jakub Nowak is not one of this mailbox&#39;s people/)
  assert.equal((await rowOf(free[0]!.reference)).holderId, null)

  await Promise.all([browser.post(`${to}/confirm`), browser.post(`${to}/confirm`)])
  assert.equal(started.length, 1, 'pressed twice it runs once')
  const running = await browser.get(to)
  assert.match(running.words, /1 of 62 dealt with/)
  assert.match(running.html, /data-live="1"/)
  await Promise.all([runBulk(db, house, started[0]!, now), runBulk(db, house, started[0]!, now)])

  const result = await browser.get(to)
  assert.match(result.words, /61 done , 1 not changed/)
  assert.match(
    (await browser.get(`${to}?only=refused`)).words,
    new RegExp(`${elsewhere.reference} Bulk elsewhere Not changed`),
  )
  for (const { reference } of [...free, taken]) {
    const row = await rowOf(reference)
    assert.deepEqual([row.holderId, row.status], [secondResponder.person, 'assigned'])
  }
  assert.equal((await rowOf(free[0]!.reference)).events, 2, 'nothing was done twice')
  assert.equal((await rowOf(secret.reference)).holderId, null)
  const [entry] = await db.owner`select actor, act from audit.entry where act = 'enquiries.bulk-begun'`
  assert.equal(entry!.actor, oneStop.person)

  // taken back: to nobody, to whoever had it, and not where work has gone on
  await did('secondResponder', 'accept', free[1]!.reference)
  await Promise.all([browser.post(`${to}/undo`), browser.post(`${to}/undo`)])
  assert.equal(started.length, 2)
  await runBulk(db, house, started[1]!, now)
  const undone = await browser.get((await browser.post(`${to}/undo`)).to)
  assert.match(undone.words, /60 done , 1 not changed/)
  assert.match(undone.words, /Somebody has worked on it meanwhile: it stays as it is/)
  assert.deepEqual((await rowOf(free[0]!.reference)).holderId, null)
  assert.deepEqual((await rowOf(taken.reference)).holderId, responder.person)
  assert.deepEqual((await rowOf(free[1]!.reference)).holderId, secondResponder.person)
  assert.match((await browser.get(to)).words, /It has been taken back/)
  assert.match((await browser.get('/enquiries/bulk/last')).words, /Take back: Give 60 enquiries .* Give 61 enquiries/)
})

test('each act over the ticked ones, with what takes it back', async () => {
  const all = await Promise.all([1, 2, 3].map(n => raised(`Ticked ${n}`)))
  const pick = all.map(it => it.reference)
  const browser = await web.as(owner.person)
  const reference = pick[0]!
  const cases: [
    Record<string, string> & { act: string },
    (row: Record<string, unknown>) => unknown,
    unknown,
    unknown,
  ][] = [
    [{ act: 'take' }, row => row.holderId, owner.person, null],
    [
      { act: 'set-topic', 'new-topic': council.topic.homelessness },
      row => row.topicId,
      council.topic.homelessness,
      council.topic.potholes,
    ],
    [
      { act: 'move', 'move-mailbox': council.mailbox.housing, 'move-why': 'Council flats' },
      row => row.mailboxId,
      council.mailbox.housing,
      council.mailbox.housing,
    ],
  ]
  for (const [typed, what, after, back] of cases) {
    const to = await done(browser, { ...typed, pick })
    assert.match((await browser.get(to)).words, /3 done/, typed.act)
    assert.equal(what(await rowOf(reference)), after, typed.act)
    await browser.post(`${to}/undo`)
    for (const id of started.splice(0)) await runBulk(db, house, id, now)
    // an owner does not see what has left their mailbox, and so cannot fetch it back
    assert.equal(what(await rowOf(reference)), back, `${typed.act} taken back`)
  }
  const words = await db.owner`select given from enquiries.bulk where act = 'move' and undoes is null`
  assert.deepEqual(words[0]!.given, { mailbox: council.mailbox.housing }, 'the words are kept with the enquiries alone')
})

test('moved by mistake and taken back: whoever held it holds it again, or it is said why not', async () => {
  const [held, mine, waiting] = await Promise.all(['held', 'mine', 'waiting'].map(it => raised(`Moved ${it}`)))
  for (const it of [held!, waiting!]) await did('secondResponder', 'take', it.reference)
  await did('responder', 'take', mine!.reference)
  await did('secondResponder', 'ask', waiting!.reference, { text: 'Which one?' })
  const wrong = { act: 'move', 'move-mailbox': council.mailbox.housing, 'move-why': 'By mistake' }
  const undone = async (person: string, pick: string[]) => {
    const browser = await web.as(person)
    const to = await done(browser, { ...wrong, pick })
    const { to: back } = await browser.post(`${to}/undo`)
    for (const id of started.splice(0)) await runBulk(db, house, id, now)
    return (await browser.get(back)).words
  }
  const words = await undone(oneStop.person, [held!.reference, waiting!.reference])
  const row = await rowOf(held!.reference)
  assert.deepEqual(
    [row.mailboxId, row.holderId, row.status],
    [council.mailbox.streets, secondResponder.person, 'assigned'],
  )
  const other = await rowOf(waiting!.reference)
  assert.deepEqual([other.mailboxId, other.holderId], [council.mailbox.streets, null])
  assert.match(words, /2 done.*Done\. Back in its mailbox, but with nobody: This cannot be done while/)
})

test('what is given to the act does not narrow the list it is done to', async () => {
  const { reference } = await raised('Given apart')
  const list = { view: 'all', q: 'Given apart', scope: 'all', topic: 'potholes', mailbox: 'streets' }
  const browser = await web.as(owner.person)
  const to = await done(browser, { ...list, act: 'set-topic', 'new-topic': council.topic.homelessness })
  assert.match((await browser.get(to)).words, /Set the topic of 1 enquiry to Homelessness .*1 done/)
  assert.equal((await rowOf(reference)).topicId, council.topic.homelessness)
  assert.match(
    (await browser.get(to)).html,
    /class="govuk-back-link" href="\/enquiries\?view=all&amp;mailbox=streets&amp;topic=potholes/,
  )
})

test('notes, closing and looking at: done to each, and honest that they stay', async () => {
  const all = await Promise.all([1, 2].map(n => raised(`Noted ${n}`)))
  const pick = all.map(it => it.reference)
  const browser = await web.as(oneStop.person)
  const noted = await browser.get(await done(browser, { pick, act: 'note', 'note-text': 'Part of the flood' }))
  assert.match(noted.words, /2 done .*A note cannot be taken back/)
  const preview = await browser.post('/enquiries/bulk', {
    pick,
    act: 'close',
    'close-outcome': 'no-response',
    'close-text': 'The flood team writes to you.',
  })
  assert.match((await browser.get(preview.to)).words, /Close 2 enquiries .*Each member is sent what you wrote/)
  const closed = await browser.get(
    await done(browser, { pick, act: 'close', 'close-outcome': 'no-response', 'close-text': 'See the flood page.' }),
  )
  assert.match(closed.words, /2 done .*Each can be opened again by itself/)
  assert.equal((await rowOf(pick[0]!)).status, 'closed')
  await did('member', 'reply', pick[0]!, { text: 'Thank you' })
  const looked = await browser.get(await done(browser, { pick, act: 'look-at' }))
  assert.match(looked.words, /1 done , 1 not changed\. .*There is nothing to look at/)
})

test('what breaks for one does not hold up the others, and a run that was cut off goes on', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(n => raised(`Broken ${n}`)))
  broken = all[1]!.id
  const browser = await web.as(responder.person)
  const to = await done(browser, { pick: all.map(it => it.reference), act: 'take' })
  broken = ''
  assert.match((await browser.get(to)).words, /3 done , 1 not changed\. .*Something went wrong on our side/)
  assert.equal((await rowOf(all[1]!.reference)).status, 'new')

  const more = await Promise.all([1, 2, 3].map(n => raised(`Cut off ${n}`)))
  const planned = await browser.post('/enquiries/bulk', { pick: more.map(it => it.reference), act: 'take' })
  await browser.post(`${planned.to}/confirm`)
  const id = started.at(-1)!
  // as if the worker had been killed after the first one
  await did('responder', 'take', more[0]!.reference)
  await db.owner`update enquiries.bulk_item set state = 'done' where bulk_id = ${id} and reference = ${more[0]!.reference}`
  await runBulk(db, house, id, now)
  assert.match((await browser.get(planned.to)).words, /3 done/)
  assert.equal((await rowOf(more[0]!.reference)).events, 2)
})

test('nobody reaches further than they see and may', async () => {
  const hidden = await raised('Hidden', { topic: council.topic.homelessness })
  const theirs = await raised('Theirs')
  const browser = await web.as(responder.person)
  const planned = await browser.post('/enquiries/bulk', {
    pick: [hidden.reference, theirs.reference, 'ME-2026-999999'],
    act: 'take',
  })
  assert.match((await browser.get(planned.to)).words, /Take 1 enquiry/)
  for (const other of [otherResponder, oneStop]) {
    const stranger = await web.as(other.person)
    assert.equal((await stranger.get(planned.to)).status, 404)
    assert.equal((await stranger.post(`${planned.to}/confirm`)).status, 404)
    assert.equal((await stranger.post(`${planned.to}/undo`)).status, 404)
  }
  assert.equal(started.length, 0)
  const reader = await web.as(auditor.person)
  assert.doesNotMatch((await reader.get('/enquiries?view=all')).html, /name="pick"|Act on all/)
  assert.equal((await reader.get('/enquiries/bulk?scope=all')).status, 403)
  assert.equal((await reader.post('/enquiries/bulk', { scope: 'all', act: 'note' })).status, 403)
  assert.doesNotMatch((await browser.get('/enquiries/bulk?scope=all&view=all')).words, /Allocate/)

  // the right to sign in is taken away between the confirming and the doing
  await browser.post(`${planned.to}/confirm`)
  await db.owner`update people.person set disabled_at = now() where id = ${responder.person}`
  await runBulk(db, house, started[0]!, now)
  await db.owner`update people.person set disabled_at = null where id = ${responder.person}`
  assert.match((await browser.get(planned.to)).words, /0 done , 1 not changed/)
  assert.equal((await rowOf(theirs.reference)).status, 'new')
})

test('nothing ticked and odd addresses lead back to the list', async () => {
  const browser = await web.as(responder.person)
  for (const query of ['', '?scope=ticked&view=all', '?pick=x', '?scope=all&view=all&q=nothingmatches']) {
    const { status, to } = await browser.get(`/enquiries/bulk${query}`)
    assert.equal(status, 303, query)
    assert.match(to, /^\/enquiries\?view=/)
  }
  assert.equal((await browser.get('/enquiries/bulk/x')).status, 404)
  assert.equal((await browser.post('/enquiries/bulk/0197aaaa-0000-7000-8000-000000000001/undo')).status, 404)
})
