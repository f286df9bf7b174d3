import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import {
  actNamed,
  carryOut,
  houseWith,
  raise,
  raiseShape,
  theSystem,
  type Enquiry,
  type Part,
} from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { follow, followAll } from './reactions.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { people, mailbox } = council
let on = '2026-06-01'
const way = () => ({ now: nowAt(instantOn(day(on), 10)) })
const following = {
  db,
  stamp: { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' },
  publicUrl: 'http://localhost',
  now: () => way().now.at,
}
const house = houseWith(async (_tx, what) => void happened.push(what))
const happened: { enquiryId: string; eventIds: readonly string[] }[] = []

async function raised(mailboxId: string): Promise<Enquiry> {
  const given = raiseShape.parse({
    member: people.member.person,
    subject: 'Canary lane',
    text: 'A canary sings.',
    mailbox: mailboxId,
  })
  return inTransaction(db, people.member.person, async tx => {
    const done = await raise(tx, house, people.member, given, way())
    assert.ok(done.ok)
    return done.value.enquiry
  })
}

/** Gives the id of what was said in it. */
async function does(
  key: PersonKey | 'system',
  name: string,
  { reference }: Enquiry,
  given: object = {},
  through?: Part,
): Promise<string> {
  const doer = { ...(key === 'system' ? theSystem : people[key]), ...(through && { through }) }
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person ?? 'system', tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, way()),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  return done.value.messageId
}

/** Lets everything follow, twice, as after a crash; tells who got what. */
async function mailed(): Promise<{ kind: string; to: string; subject: string; text: string; html: string }[]> {
  for (const what of [...happened, ...happened]) await follow(following, what)
  happened.length = 0
  return db.owner<{ kind: string; to: string; subject: string; text: string; html: string }[]>`
    delete from mail.outbox returning kind, to_address as "to", subject, text, html`
}

const told = (mails: readonly { kind: string; to: string }[]) =>
  mails.map(({ kind, to }) => `${kind} ${to.split('@')[0]}`).sort()

test('a member hears of receipt, handler, question, answer and closing; each once, however often a reaction runs', async () => {
  const enquiry = await raised(mailbox.streets)
  assert.deepEqual(told(await mailed()), ['new-work owner', 'receipt member'])
  await does('responder', 'take', enquiry)
  assert.deepEqual(told(await mailed()), ['acknowledgement member'])
  await does('responder', 'ask', enquiry, { text: 'Which lane?' })
  assert.deepEqual(told(await mailed()), ['question member'])
  await does('member', 'reply', enquiry, { text: 'The long one' })
  assert.deepEqual(told(await mailed()), ['notice responder'])
  await does('responder', 'answer', enquiry, { text: 'It will be mended.' })
  const [answer] = await mailed()
  assert.equal(answer?.kind, 'answer')
  assert.match(answer.text, /It will be mended/)
  assert.match(answer.html, /It will be mended/)
  assert.match(answer.subject, new RegExp(enquiry.reference))
  await does('member', 'agree', enquiry)
  assert.deepEqual(told(await mailed()), ['closed member'])
})

test('a chase reaches the holder and whoever is responsible for the mailbox, also while nobody holds it', async () => {
  on = '2026-06-01'
  const held = await raised(mailbox.streets)
  const unheld = await raised(mailbox.streets)
  await does('responder', 'take', held)
  await mailed()
  on = '2026-06-22'
  await does('member', 'chase', held, { text: 'Where is it?' })
  assert.deepEqual(told(await mailed()), ['chased owner', 'chased responder'])
  await does('member', 'chase', unheld)
  assert.deepEqual(told(await mailed()), ['chased owner'])
  on = '2026-06-01'
})

test('an answer or a question that came back is told to the holder and whoever is responsible', async () => {
  const enquiry = await raised(mailbox.streets)
  await does('responder', 'take', enquiry)
  const question = await does('responder', 'ask', enquiry, { text: 'Which lane?' })
  await mailed()
  await does('system', 'void-question', enquiry, { message: question })
  const [toOwner, toHolder] = await mailed()
  assert.deepEqual(told([toOwner!, toHolder!]), ['notice owner', 'notice responder'])
  assert.match(toOwner!.text, /question sent to the member came back undelivered/)
  const answer = await does('responder', 'answer', enquiry, { text: 'It will be mended.' })
  await mailed()
  await does('system', 'undeliver', enquiry, { message: answer })
  assert.deepEqual(told(await mailed()), ['notice owner', 'notice responder'])
})

test('to officers a restricted enquiry is named by its number alone', async () => {
  const enquiry = await raised(mailbox.safeguarding)
  await does('properOfficer', 'take', enquiry)
  await mailed()
  await does('member', 'reply', enquiry, { text: 'Another canary' })
  const [notice] = await mailed()
  assert.equal(notice?.to, people.properOfficer.email)
  assert.match(notice.text, new RegExp(enquiry.reference))
  assert.doesNotMatch(`${notice.subject} ${notice.text} ${notice.html}`, /canary/i)
})

test('an answer in review goes to who may send it, comes back to who wrote it, and is sent in their name', async () => {
  const enquiry = await raised(mailbox.streets)
  await does('responder', 'take', enquiry)
  await mailed()
  await does('responder', 'submit', enquiry, { text: 'It will be mended.', contact: 'Priya Nair' })
  const [toRead] = await mailed()
  assert.equal(toRead?.to.split('@')[0], 'owner')
  assert.match(toRead.text, new RegExp(`Priya Nair has written an answer[^]*${enquiry.reference}/send-reviewed`))
  assert.doesNotMatch(toRead.text, /It will be mended/)
  await does('owner', 'return', enquiry, { text: 'When?' })
  const [back] = await mailed()
  assert.equal(back?.to.split('@')[0], 'responder')
  assert.match(back.text, /Helen Marsh[^]*When\?/)
  await does('responder', 'submit', enquiry, { text: 'It will be mended in July.', contact: 'Priya Nair' })
  await mailed()
  await does('owner', 'send-reviewed', enquiry)
  const [answer, ...others] = await mailed()
  assert.deepEqual([answer?.kind, others], ['answer', []])
  assert.match(answer!.text, /mended in July[^]*Priya Nair, Streets/)
  assert.doesNotMatch(answer!.text, /Helen Marsh/)
})

test('a partner gets what is needed, never the enquiry; the member hears who has it; an end is told', async () => {
  const enquiry = await raised(mailbox.streets)
  const order = { mailbox: mailbox.partner, share: ['words'], authority: 'Consent', dueOn: '2026-06-05' }
  await does('responder', 'take', enquiry)
  await mailed()
  await does('responder', 'hand-over', enquiry, { ...order, text: 'Please mend the wall' })
  const mails = await mailed()
  assert.deepEqual(told(mails), ['hand-over partner', 'notice member'])
  const toPartner = mails.find(it => it.kind === 'hand-over')!
  assert.match(toPartner.text, /Please mend the wall[^]*\/hand-overs\//)
  assert.doesNotMatch(`${toPartner.subject} ${toPartner.text} ${toPartner.html}`, /[Cc]anary|Consent/)
  assert.match(mails.find(it => it.kind === 'notice')!.text, /Tess Valley Homes/)
  await does('partner', 'partner-answer', enquiry, { text: 'On Friday' }, 'partner')
  const [news] = await mailed()
  assert.equal(news?.to.split('@')[0], 'responder')
  assert.match(news.text, /The partner has answered|On Friday/)
  await does('responder', 'hand-over', enquiry, { ...order, text: 'Please paint it' })
  await mailed()
  on = '2026-06-08'
  await does('system', 'remind-partner', enquiry)
  assert.deepEqual(told(await mailed()), ['hand-over partner', 'notice owner', 'notice responder'])
  await does('responder', 'close', enquiry, { outcome: 'no-response', text: 'Nobody there' })
  assert.deepEqual(told(await mailed()), ['closed member', 'hand-over partner'])
})

test('many events followed together write what they write one by one, and the brake on receipts counts among them', async () => {
  for (let n = 0; n < 8; n++) await raised(mailbox.streets)
  const eventIds = happened.splice(0).flatMap(it => it.eventIds)
  await followAll(following, eventIds)
  await followAll(following, eventIds)
  const sent = told(await mailed())
  assert.equal(sent.filter(it => it.startsWith('receipt ')).length, 5)
  assert.equal(sent.filter(it => it.startsWith('new-work ')).length, 8)
  assert.equal(new Set(sent.filter(it => it.startsWith('new-work '))).size, 1)
})
