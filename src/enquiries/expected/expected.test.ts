import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, calendarByRule, workingDaysBetween } from '#clock/door.ts'
import { addDays, day, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { allExpected, expectedFor, expectedKept, learnExpected } from './expected.sql.ts'
import { expectedFrom, expectedInWords } from './expected.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const calendar = calendarByRule()
const today = day('2026-06-10')

type Case = { on: Day; answeredOn?: Day; topicId?: string; restricted?: boolean; status?: string }
let number = 0

/** Puts a past enquiry on record, as an import would. */
async function past({ on, answeredOn, topicId = topic.potholes, restricted = false, status }: Case): Promise<void> {
  const now = status ?? (answeredOn ? 'answered' : 'new')
  await db.owner`
    insert into enquiries.enquiry (reference, member_id, kind, channel, topic_id, mailbox_id, status, received_on, registered_on,
      clock_from, limit_working_days, due_on, answered_on, first_answered_on, closed_on, outcome, restricted, subject, created_at, changed_at)
    values (${`ME-2026-${String(++number).padStart(6, '0')}`}, ${people.member.person}, 'enquiry', 'web', ${topicId},
      ${topicId === topic.potholes ? mailbox.streets : mailbox.housing}, ${now}, ${on}, ${on}, ${on}, 10, ${on}, ${answeredOn ?? null}, ${answeredOn ?? null},
      ${now === 'closed' ? on : null}, ${now === 'closed' ? 'withdrawn' : null}, ${restricted}, 'x', ${on}::date, ${on}::date)`
}

const learned = (on = today) => inTransaction(db, 'system', tx => learnExpected(tx, calendar, on))
const expected = (it: object) => inTransaction(db, people.member.person, tx => expectedFor(tx, it))
const takes = (on: Day, workingDays: number): Case => ({ on, answeredOn: addWorkingDays(calendar, on, workingDays) })

test('nine in ten, by topic, and by mailbox where the topic has too few', async () => {
  for (let n = 1; n <= 29; n++) await past(takes(day('2026-02-02'), n))
  await learned()
  assert.equal(await expected({ topicId: topic.potholes }), undefined, '29 are too few')
  await past(takes(day('2026-02-02'), 30))
  await learned()
  // the 28th of 30, which is nine tenths of 31
  assert.deepEqual(await expected({ topicId: topic.potholes, mailboxId: mailbox.streets }), {
    about: 'topic',
    id: topic.potholes,
    workingDays: 28,
    cases: 30,
  })
  assert.equal((await expected({ topicId: topic.homelessness, mailboxId: mailbox.streets }))?.workingDays, 28)
  assert.equal(await expected({ topicId: topic.homelessness, mailboxId: mailbox.housing }), undefined)
  assert.equal(await expected({ topicId: null, mailboxId: null }), undefined)
})

test('what has no answer yet counts as long, what was withdrawn, restricted, new or old counts nowhere', async () => {
  for (let n = 0; n < 5; n++) {
    await past({ on: day('2026-02-02'), status: 'closed' })
    await past({ ...takes(day('2026-02-02'), 1), restricted: true })
    await past(takes(addDays(today, -20), 1))
    await past(takes(addDays(today, -500), 1))
  }
  await learned()
  assert.equal((await expected({ topicId: topic.potholes }))?.cases, 30)
  for (let n = 0; n < 5; n++) await past({ on: day('2026-02-02') })
  await learned()
  assert.equal(
    await expected({ topicId: topic.potholes }),
    undefined,
    'a seventh has no answer: nine in ten cannot be said',
  )
  await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.expected-least-cases', 200, null))
  await learned()
  assert.equal((await inTransaction(db, people.member.person, allExpected))({ mailboxId: mailbox.streets }), undefined)
})

test('of what comes after, about nine in ten keep to it', async () => {
  await db.owner`delete from enquiries.enquiry`
  await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.expected-least-cases', 30, null))
  // answers take 1 to 12 working days, unevenly, the same in the past and after
  let seed = 7
  const drawn = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const slow = () => 1 + Math.floor(12 * drawn() * drawn())
  const from = addDays(today, -150)
  for (let n = 0; n < 300; n++) await past(takes(addDays(from, -60 - (n % 150)), slow()))
  for (let n = 0; n < 300; n++) await past(takes(addDays(from, n % 60), slow()))
  await learned(from)
  const kept = await inTransaction(db, 'system', tx => expectedKept(tx, calendar, from, addDays(from, 60), today))
  assert.equal(kept.cases, 300)
  assert.ok(kept.within / kept.cases > 0.85 && kept.within / kept.cases < 0.97, `${kept.within} of ${kept.cases}`)
  const answer = await expected({ topicId: topic.potholes })
  assert.equal(
    workingDaysBetween(calendar, from, addWorkingDays(calendar, from, answer!.workingDays)),
    answer!.workingDays,
  )
})

test('in words', () => {
  assert.equal(expectedInWords({ workingDays: 6, cases: 214 }), '9 in 10 like this are answered within 6 working days')
  assert.equal(expectedInWords({ workingDays: 1, cases: 214 }), '9 in 10 like this are answered within 1 working day')
  assert.equal(expectedInWords({ workingDays: 0, cases: 214 }), '9 in 10 like this are answered on the day they arrive')
  assert.equal(expectedFrom({ workingDays: 6, cases: 1214 }), 'from 1,214 enquiries in the last year')
})
