import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { noticesOf } from '#enquiries/notices/notice.sql.ts'
import { startWatching } from '#enquiries/watch/watch.sql.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { messageOf } from '#mail/out/transport.ts'
import { readChoices, saveChoice } from '#people/notices/choice.sql.ts'
import {
  isRoundUp,
  leastOf,
  topicNames,
  topics,
  type EventTopic,
  type Rhythm,
  type Topic,
} from '#people/notices/choice.ts'
import { noticeRoutes } from '#people/notices/routes.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { sendDigests } from '../digests.ts'
import { follow } from './reactions.ts'

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)
const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }
const publicUrl = 'http://localhost'
let on = day('2026-06-02')
const now = () => nowAt(instantOn(on, 10))
const happened: Happened[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))
const web = await testWeb({ db, routes: noticeRoutes(stamp), today: on })

async function followAll() {
  for (const what of happened.splice(0)) await follow({ db, stamp, publicUrl, now: () => now().at }, what)
}

async function raised(): Promise<string> {
  const { member } = people
  const given = raiseShape.parse({ member: member.person, subject: 'Lamp out', text: 'When?', topic: topic.potholes })
  const done = await inTransaction(db, member.person, tx => raise(tx, house, member, given, { now: now() }))
  assert.ok(done.ok)
  await followAll()
  return done.value.enquiry.reference
}

async function does(key: PersonKey, reference: string, act: string, given: object = {}) {
  const it = actNamed(act)!
  const done = await inTransaction(db, people[key].person, tx =>
    carryOut(tx, house, people[key], reference, it, it.shape.parse(given) as never, { now: now() }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  await followAll()
}

const taken = async (): Promise<string> => {
  const reference = await raised()
  await does('responder', reference, 'take')
  return reference
}

/** So that its date is missed by now. */
async function takenLongAgo(): Promise<string> {
  const today = on
  on = day('2026-06-02')
  const reference = await taken()
  on = today
  return reference
}

/** How each kind of notice comes about, and who gets it. */
const notice: Record<
  EventTopic,
  {
    readonly to: PersonKey
    readonly begin: () => Promise<string>
    readonly happens?: (reference: string) => Promise<void>
  }
> = {
  progress: { to: 'member', begin: raised, happens: it => does('responder', it, 'take') },
  work: {
    to: 'secondResponder',
    begin: raised,
    happens: it => does('owner', it, 'allocate', { to: people.secondResponder.person }),
  },
  replies: { to: 'responder', begin: taken, happens: it => does('member', it, 'reply', { text: 'One more thing.' }) },
  'new-work': { to: 'owner', begin: raised },
  chases: { to: 'responder', begin: takenLongAgo, happens: it => does('member', it, 'chase') },
  mentions: {
    to: 'secondResponder',
    begin: taken,
    happens: it => does('responder', it, 'note', { text: 'See here, @Jakub Nowak' }),
  },
  watching: {
    to: 'secondResponder',
    begin: async () => {
      const reference = await taken()
      const watcher = people.secondResponder.person
      await inTransaction(db, watcher, async tx => {
        const [row] = await tx<{ id: string }[]>`select id from enquiries.enquiry where reference = ${reference}`
        await startWatching(tx, row!.id, watcher, now().at)
      })
      return reference
    },
    happens: it => does('responder', it, 'note', { text: 'Seen on site.' }),
  },
}

const choose = (key: PersonKey, it: Topic, rhythm: Rhythm) =>
  inTransaction(db, 'system', tx => saveChoice(tx, people[key].person, it, rhythm))

type Sent = { kind: string; subject: string; text: string; stopUrl: string | null }
async function mailsTo(key: PersonKey): Promise<Sent[]> {
  const mails = await db.owner<Sent[]>`
    select kind, subject, text, stop_url from mail.outbox where to_person = ${people[key].person} order by created_at, id`
  await db.owner`delete from mail.outbox`
  return [...mails]
}

/** Brings a notice about; gives what its reader is mailed at once. */
async function comesAbout(it: EventTopic): Promise<{ reference: string; mails: Sent[] }> {
  const { to, begin, happens } = notice[it]
  const reference = happens ? await begin() : ''
  if (happens) await mailsTo(to)
  const found = happens ? (await happens(reference), reference) : await begin()
  return { reference: found, mails: await mailsTo(to) }
}

const digests = () => sendDigests({ db, stamp, publicUrl }, now())
const forYou = async (key: PersonKey, reference: string): Promise<string[]> => {
  const told = await inTransaction(db, people[key].person, tx => noticesOf(tx, people[key].person, undefined, 50))
  return told.filter(it => it.reference === reference).map(it => it.because)
}

/** What is gathered by role tells of no event: see round-ups.test.ts. */
const ofEvents = topicNames.filter((it): it is EventTopic => !isRoundUp(it))

for (const it of ofEvents)
  for (const rhythm of topics[it].rhythms)
    test(`${it}, ${rhythm}: the letter obeys, and For you has it all the same`, async () => {
      const { to } = notice[it]
      on = day('2026-06-23')
      await choose(to, it, rhythm)
      const { reference, mails } = await comesAbout(it)
      const atOnce = mails.filter(mail => mail.subject.includes(reference))
      assert.equal(atOnce.length, rhythm === 'at-once' ? 1 : 0)
      if (rhythm === 'at-once') {
        assert.match(atOnce[0]!.text, /Choose what we email you \(http:\/\/localhost\/people\/me\/notices/)
        assert.equal(atOnce[0]!.stopUrl !== null, leastOf(it) === 'none', 'what cannot be left out offers no stop')
      }
      if (topics[it].for !== 'members') assert.deepEqual(await forYou(to, reference), [it])
      on = day('2026-06-24')
      await digests()
      const daily = await mailsTo(to)
      assert.equal(
        daily.some(mail => mail.text.includes(reference)),
        rhythm === 'daily',
      )
      on = day('2026-06-29')
      await digests()
      assert.equal(
        (await mailsTo(to)).some(mail => mail.text.includes(reference)),
        rhythm === 'weekly',
      )
      await choose(to, it, topics[it].unless)
    })

test('receipts, questions and answers come whatever was chosen, and offer no stop', async () => {
  await choose('member', 'progress', 'none')
  const reference = await taken()
  await does('responder', reference, 'ask', { text: 'Which lamp?' })
  await does('member', reference, 'reply', { text: 'That one.' })
  await does('responder', reference, 'answer', { text: 'It is mended.', answers: [{ number: 1, answer: 'Yes.' }] })
  const mails = await mailsTo('member')
  assert.deepEqual(
    mails.map(mail => [mail.kind, mail.stopUrl]),
    [
      ['receipt', null],
      ['question', null],
      ['answer', null],
    ],
  )
})

test('one press in the mail program stops a kind of mail; opening the link, or one made up, stops nothing', async () => {
  on = day('2026-06-30')
  const { mails } = await comesAbout('work')
  const stop = new URL(mails.find(mail => mail.kind === 'assigned')!.stopUrl!).pathname
  const choice = () => inTransaction(db, 'system', tx => readChoices(tx, people.secondResponder.person))
  const opened = await web.server.inject({ method: 'GET', url: stop })
  assert.equal(opened.statusCode, 200)
  assert.match(opened.body, /Stop these emails/)
  const forged = stop.replace(people.secondResponder.person, people.responder.person)
  for (const method of ['GET', 'POST'] as const)
    assert.equal((await web.server.inject({ method, url: forged })).statusCode, 404)
  assert.equal((await choice()).work, 'at-once')
  for (const _twice of [1, 2]) {
    const pressed = await web.server.inject({
      method: 'POST',
      url: stop,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    assert.equal(pressed.statusCode, 200)
    assert.match(pressed.body, /no longer email you about “Work given to me”/)
  }
  const after = await choice()
  assert.equal(after.work, 'none')
  assert.equal(after.replies, 'at-once', 'nothing else is stopped')
  assert.deepEqual((await comesAbout('work')).mails, [])
})

test('stopping a digest stops all that waits for it but chases, and says so; its header tells mail programs how', async () => {
  for (const it of ['replies', 'chases'] as const) await choose('responder', it, 'daily')
  await comesAbout('chases')
  on = day('2026-07-01')
  await digests()
  const [row] = await db.owner<{ stopUrl: string }[]>`
    select stop_url from mail.outbox where kind = 'digest' and to_person = ${people.responder.person}`
  const { headers } = messageOf({ stopUrl: row!.stopUrl, automatic: true, messageId: aMessageId, refs: [] } as never)
  assert.deepEqual(headers, {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Unsubscribe': `<${row!.stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  const pressed = await web.server.inject({ method: 'POST', url: new URL(row!.stopUrl).pathname })
  assert.match(pressed.body, /you still hear of it once a day/)
  const chosen = await inTransaction(db, 'system', tx => readChoices(tx, people.responder.person))
  assert.deepEqual([chosen.replies, chosen.chases, chosen.work], ['none', 'daily', 'at-once'])
})

const aMessageId = `<m-${'0'.repeat(32)}.${'0'.repeat(32)}@tessbridge.example>`

test('the page shows each its own kinds, keeps the choice, and says what comes anyway', async () => {
  const member = await web.as(people.member.person)
  const shown = await member.get('/people/me/notices')
  assert.match(shown.words, /What happens on my enquiries.*Only under My enquiries.*Always sent at once.*receipt/)
  assert.doesNotMatch(shown.words, /Work given to me|For you/)
  const officer = await web.as(people.responder.person)
  assert.match(
    (await officer.get('/people/me/notices')).words,
    /Work given to me.*Only in For you.*A colleague mentions me/,
  )
  await officer.post('/people/me/notices', { work: 'none', watching: 'daily', chases: 'none', progress: 'none' })
  const chosen = await inTransaction(db, 'system', tx => readChoices(tx, people.responder.person))
  assert.deepEqual(
    [chosen.work, chosen.watching, chosen.chases, chosen.progress],
    ['none', 'daily', 'at-once', 'at-once'],
    'a chase cannot be left out, and what is not theirs is not changed',
  )
})
