import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { houseWith } from '../house.ts'
import { enquiryRoutes } from '../routes.ts'

const db = await testDatabase()
const { people, mailbox } = await smallCouncil(db.owner)
const routes = enquiryRoutes({ house: houseWith(async () => {}), files: await testFiles() })
const web = await testWeb({ db, routes, today: day('2026-06-01') })
await db.owner`
  update mailboxes.mailbox set phone = '01632 960 199', handles = '{adult-at-risk}' where id = ${mailbox.safeguarding}`

test('danger now leads to whom to call, and nothing that was typed is kept', async () => {
  const browser = await web.as(people.member.person)
  const canary = 'Canary at number 9'
  await browser.post('/enquiries/drafts/new', { subject: canary })
  const form = { personAtRisk: 'now', subject: canary, text: canary, member: people.member.person, act: 'continue' }
  const led = await browser.post('/enquiries/new', form)
  assert.deepEqual([led.status, led.to], [303, '/enquiries/danger'])
  const shown = await browser.get('/enquiries/danger')
  assert.match(shown.html, /href="tel:999"/)
  assert.match(shown.html, /href="tel:01632960199"/)
  assert.doesNotMatch(shown.html, /<textarea|type="text"/)
  const [kept] = await db.owner`select count(*)::int as n from enquiries.draft where fields::text like '%Canary%'`
  assert.equal(kept!.n, 0)
})

test('only when, who and whom is kept, for those who should know', async () => {
  const browser = await web.as(people.member.person)
  const wrong = await browser.post('/enquiries/danger', { called: 'a neighbour' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words, /Select whom you reached/)
  const done = await browser.post('/enquiries/danger', { called: mailbox.safeguarding, text: 'Canary' })
  assert.deepEqual([done.status, done.to.split('?')[0]], [303, '/enquiries/danger'])
  const seen = async (who: keyof typeof people) =>
    /reached Safeguarding adults/.test((await (await web.as(people[who].person)).get('/enquiries/danger')).words)
  for (const who of ['member', 'properOfficer', 'dpo'] as const) assert.ok(await seen(who), who)
  for (const who of ['otherMember', 'oneStop', 'admin', 'owner'] as const) assert.ok(!(await seen(who)), who)
  const columns = await db.owner<{ columnName: string }[]>`
    select column_name from information_schema.columns where table_schema = 'enquiries' and table_name = 'referral'`
  assert.deepEqual(columns.map(it => it.columnName).toSorted(), ['at', 'by_person', 'id', 'mailbox_id'])
})
