import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { attachmentsOf, insertAttachments } from '../attachment.sql.ts'
import { historyOf } from '../enquiry.sql.ts'
import { messagesOf } from '../message.sql.ts'
import { enquiryRoutes } from '../routes.ts'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does, db, house } = await actingTown()
const { partner, responder, otherResponder } = council.people
const files = await testFiles()
const web = await testWeb({ db, routes: enquiryRoutes({ house, files }), today: day('2026-06-03') })
const order = {
  mailbox: council.mailbox.partner,
  share: ['questions'],
  text: 'Please mend the wall',
  authority: 'The agreement of 2024',
  dueOn: '2026-06-10',
}

async function handed(given: object = {}) {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-02'))
  const now = allowed(await does('responder', 'hand-over', enquiry, '2026-06-03', { ...order, ...given }))
  return { enquiry: now, path: `/hand-overs/${now.handedOver!.id}` }
}

test('a partner sees what was chosen and nothing else, and answers on their own page', async () => {
  const { enquiry, path } = await handed()
  assert.deepEqual(
    [enquiry.status, enquiry.dueOn, enquiry.holderId, enquiry.handedOver!.dueOn],
    ['with-partner', '2026-06-15', responder.person, '2026-06-10'],
  )
  const theirs = await web.as(partner.person)
  assert.equal((await theirs.get(`/enquiries/${enquiry.reference}`)).status, 404)
  assert.match(
    (await theirs.get('/hand-overs')).words,
    /Please mend the wall Answer by Wednesday 10 June 2026 Due in 5 working days/,
  )
  const seen = await theirs.get(path)
  assert.match(seen.words, /Please mend the wall .* 1\. When will it be mended\?/)
  assert.doesNotMatch(seen.html, /canary|Mhurchú/)
  assert.equal((await theirs.post(`${path}/partner-answer`, { text: '' })).status, 422)
  assert.equal((await theirs.post(`${path}/partner-answer`, { text: 'On Friday' })).status, 303)
  const page = await (await web.as(responder.person)).get(`/enquiries/${enquiry.reference}`)
  assert.match(page.words, /The partner’s answer – not shown to the member On Friday/)
  const again = await theirs.post(`${path}/partner-answer`, { text: 'On Friday' })
  assert.deepEqual([again.status, again.to], [303, '/hand-overs'])
  const [row] = await db.owner`select status from enquiries.enquiry where id = ${enquiry.id}`
  assert.equal(row!.status, 'in-progress')
})

test('nobody else answers for the partner', async () => {
  const { enquiry, path } = await handed()
  const other = await web.as(otherResponder.person)
  assert.equal((await other.get(path)).status, 403)
  assert.equal((await other.post(`${path}/partner-answer`, { text: 'x' })).status, 403)
  assert.equal(
    refusedAs(await does('responder', 'partner-answer', enquiry, '2026-06-03', { text: 'x' })),
    'not-allowed',
  )
  assert.equal(refusedAs(await does('partner', 'partner-answer', enquiry, '2026-06-03', { text: 'x' })), 'not-found')
})

test('not theirs: it is back with its handler, and the clock went on', async () => {
  const { enquiry, path } = await handed()
  await (await web.as(partner.person)).post(`${path}/partner-decline`, { text: 'The wall was sold' })
  const [row] = await db.owner`select status, due_on::text, handed_over from enquiries.enquiry where id = ${enquiry.id}`
  assert.deepEqual([row!.status, row!.dueOn, row!.handedOver], ['in-progress', '2026-06-15', null])
})

test('taken over wholly it closes, where the council lets this partner do so', async () => {
  const first = await handed()
  const theirs = await web.as(partner.person)
  await db.owner`update mailboxes.mailbox set takes_over = false where id = ${council.mailbox.partner}`
  assert.doesNotMatch((await theirs.get(first.path)).words, /take it over wholly/)
  const refused = await theirs.post(`${first.path}/take-over`, { text: 'Call us' })
  assert.match(refused.words, /The council has not agreed that you take enquiries over/)
  await db.owner`update mailboxes.mailbox set takes_over = true where id = ${council.mailbox.partner}`
  assert.equal((await theirs.post(`${first.path}/take-over`, { text: 'Call us' })).status, 303)
  const [row] = await db.owner`select status, outcome from enquiries.enquiry where id = ${first.enquiry.id}`
  assert.deepEqual([row!.status, row!.outcome], ['closed', 'transferred'])
})

test('a silent partner is reminded once, and after a longer silence it is taken back', async () => {
  const { enquiry } = await handed()
  const on = async (act: string, date: string) =>
    refusedAs(await does('system', act, enquiry, date, act === 'take-back' ? { text: 'Silence' } : {}))
  assert.equal(await on('remind-partner', '2026-06-10'), 'nothing-due')
  assert.deepEqual(
    [await on('remind-partner', '2026-06-11'), await on('remind-partner', '2026-06-12')],
    ['allowed', 'nothing-due'],
  )
  assert.equal(await on('take-back', '2026-06-16'), 'too-soon')
  assert.equal(await on('take-back', '2026-06-17'), 'allowed')
})

test('only to a partner, only with a choice, a reason and a date; the member is not put off by it', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-02'))
  const hand = async (given: object) =>
    refusedAs(await does('responder', 'hand-over', enquiry, '2026-06-03', { ...order, ...given }))
  assert.equal(await hand({ mailbox: council.mailbox.housing }), 'no-partner')
  assert.equal(await hand({ dueOn: '2026-06-02' }), 'past')
  assert.equal(refusedAs(await does('secondResponder', 'hand-over', enquiry, '2026-06-03', order)), 'not-allowed')
  assert.equal(refusedAs(await does('otherResponder', 'hand-over', enquiry, '2026-06-03', order)), 'not-found')
  assert.equal(await hand({}), 'allowed')
  assert.equal(allowed(await does('member', 'reply', enquiry, '2026-06-04', { text: 'More' })).status, 'with-partner')
  allowed(
    await does('responder', 'update', enquiry, '2026-06-04', { text: 'They are at it', nextUpdateOn: '2026-06-10' }),
  )
})

test('what moves on or closes ends it, the partner is told and sees nothing of it any more; passing it on does not', async () => {
  const passed = await handed()
  const after = allowed(
    await does('responder', 'reassign', passed.enquiry, '2026-06-04', { to: council.people.secondResponder.person }),
  )
  assert.deepEqual([after.status, after.handedOver?.id], ['with-partner', passed.enquiry.handedOver!.id])
  const { enquiry: lead } = await handed()
  const acts = [
    ['responder', 'close', { outcome: 'no-response', text: 'Nobody there' }, 'closed'],
    ['owner', 'move', { mailbox: council.mailbox.housing, why: 'It is theirs' }, 'new'],
    ['member', 'withdraw', { text: 'No longer' }, 'closed'],
    ['oneStop', 'join', { other: lead.reference }, 'closed'],
  ] as const
  for (const [who, name, given, status] of acts) {
    const { enquiry, path } = await handed()
    const ended = allowed(await does(who, name, enquiry, '2026-06-04', given))
    assert.deepEqual([ended.status, ended.handedOver], [status, null], name)
    const history = await inTransaction(db, 'system', tx => historyOf(tx, enquiry.id))
    assert.equal(history.at(-2)!.event.type, 'hand-over-ended', name)
    const seen = await (await web.as(partner.person)).get(path)
    assert.match(seen.words, /It is no longer with you/, name)
    assert.doesNotMatch(seen.words, /When will it be mended/, name)
  }
})

test('a chosen file goes with it, and only while the partner has it', async () => {
  const sha256 = await files.keep(Buffer.from('a wall'))
  const file = { name: 'wall.txt', type: 'text/plain', size: 6, sha256, shownSha256: sha256 }
  const enquiry = await raised('2026-06-01')
  const [first] = await inTransaction(db, 'system', tx => messagesOf(tx, enquiry.id))
  await inTransaction(db, 'system', async tx => {
    await insertAttachments(tx, enquiry.id, first!.id, [file, { ...file, name: 'secret.txt' }])
  })
  const [wall] = await inTransaction(db, 'system', tx => attachmentsOf(tx, enquiry.id))
  allowed(await does('responder', 'take', enquiry, '2026-06-02'))
  const now = allowed(await does('responder', 'hand-over', enquiry, '2026-06-03', { ...order, files: [wall!.id] }))
  const path = `/hand-overs/${now.handedOver!.id}`
  const theirs = await web.as(partner.person)
  const seen = await theirs.get(path)
  assert.match(seen.words, /wall\.txt/)
  assert.doesNotMatch(seen.words, /secret/)
  assert.equal((await theirs.get(`${path}/files/0`)).status, 200)
  assert.equal((await theirs.get(`${path}/files/1`)).status, 404)
  assert.equal((await theirs.get(`/enquiries/${enquiry.reference}/attachments/${wall!.id}`)).status, 404)
  allowed(await does('responder', 'take-back', now, '2026-06-03', { text: 'Found it' }))
  assert.equal((await theirs.get(`${path}/files/0`)).status, 404)
})

test('what the partner sees is previewed first', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-02'))
  const browser = await web.as(responder.person)
  const typed = { ...order, share: 'questions', 'dueOn-day': '10', 'dueOn-month': '6', 'dueOn-year': '2026' }
  const seen = await browser.post(`/enquiries/${enquiry.reference}/hand-over`, { ...typed, do: 'preview' })
  assert.match(
    seen.words,
    /What the partner will see .*What is needed Please mend the wall The numbered questions 1\. When/,
  )
})
