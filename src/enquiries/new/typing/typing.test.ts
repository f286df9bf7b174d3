import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { sensitivityQuestions } from '#mailboxes/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { enquiryRoutes } from '../../routes.ts'

const db = await testDatabase()
const { people, mailbox } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-09') })

async function raised(by: 'member' | 'otherMember', on: string, subject: string, text: string, more: object = {}) {
  const given = raiseShape.parse({ member: people[by].person, subject, text, ...more })
  const done = await inTransaction(db, people[by].person, tx =>
    raise(tx, house, people[by], given, { now: nowAt(instantOn(day(on), 10)) }),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

const subject = 'Street light out on Weaver Lane'
const text = 'The street light by number 17 has been out since Sunday. When will it be mended?'
const before = await raised('member', '2026-06-01', 'Lamp dark in Weaver Lane', `${text} It is a street light.`)
await raised('member', '2026-06-01', 'Bins', 'The bins in Elm Road were not emptied.')
await raised('member', '2026-01-05', subject, text)
await raised('otherMember', '2026-06-01', subject, text)
const guarded = await raised(
  'member',
  '2026-06-02',
  'Mrs Quill fell again',
  'She fell on the stairs of Moat House again and again.',
  { mailbox: mailbox.safeguarding },
)

async function said(who: PersonKey, typed: Record<string, string>): Promise<string> {
  const answer = await (
    await web.as(people[who].person)
  ).post('/enquiries/new/typing', { member: people.member.person, ...typed })
  assert.equal(answer.status, 200)
  return (JSON.parse(answer.html) as { html: string }).html
}

test('while typing: what it seems to be about, and what was asked before', async () => {
  const html = await said('member', { subject, text: `${text} There is a pothole too.` })
  assert.match(html, /<strong>Potholes and road surface<\/strong>, because you wrote “pothole”/)
  assert.match(html, /You may have asked this already/)
  assert.deepEqual(
    [...html.matchAll(/enquiries\/(ME-[\d-]+)\/track/g)].map(it => it[1]),
    [before],
  )
  assert.equal(await said('member', { subject: 'Hm', text: '' }), '')
  assert.equal(await said('member', { subject: 'Something else', text: 'Nobody ever asked this before now' }), '')
})

test('what may be sensitive is said while somebody types, unless it goes the restricted way', async () => {
  const typed = { subject: 'Stairs', text: 'My wife has cancer and cannot climb them.' }
  const html = await said('member', typed)
  assert.match(html, /tell of somebody’s health\. If it is a private matter/)
  assert.match(html, /name="act"[^>]*value="restrict"|value="restrict"[^>]*name="act"/)
  assert.doesNotMatch(html, /cancer/)
  assert.doesNotMatch(await said('member', { ...typed, personalMatters: 'personal-matters' }), /tell of/)
  assert.match(await said('member', { subject: 'Lamp', text: 'It is dark. Ring 07700 900123' }), /a telephone number/)
})

test('nobody is told of enquiries they may not see', async () => {
  const typed = { subject: 'Mrs Quill fell again', text: 'She fell on the stairs of Moat House again.' }
  assert.match(await said('member', typed), new RegExp(guarded))
  for (const who of ['assistant', 'otherMember', 'oneStop'] as const) assert.doesNotMatch(await said(who, typed), /ME-/)
  assert.doesNotMatch(await said('otherMember', { subject, text }), /ME-/, 'of another member')
  assert.equal(await said('member', { ...typed, member: 'nobody' }), '')
})

test('without JavaScript the next page says it', async () => {
  const browser = await web.as(people.member.person)
  const form = await browser.get('/enquiries/new')
  assert.match(form.html, /data-typing-url="\/enquiries\/new\/typing"/)
  const radios = Object.fromEntries(sensitivityQuestions.map(({ name }) => [name, 'no']))
  const key = /name="key" value="([^"]+)"/.exec(form.html)![1]!
  const done = await browser.post('/enquiries/new', {
    key,
    member: people.member.person,
    subject,
    text,
    ward: 'own',
    act: 'continue',
    ...radios,
  })
  assert.deepEqual([done.status, done.to], [303, '/enquiries/new/check'])
  const check = await browser.get('/enquiries/new/check')
  assert.match(check.words, /You may have asked this already/)
  assert.match(check.html, new RegExp(`/enquiries/${before}/track`))
})
