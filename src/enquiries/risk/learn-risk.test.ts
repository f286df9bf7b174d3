import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, calendarByRule } from '#clock/door.ts'
import { addDays, day, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { listEnquiries } from '../list.sql.ts'
import { riskInWords } from './risk-words.ts'
import { allKept, learnRisk, riskBands, riskKept } from './risk.sql.ts'

const db = await testDatabase()
const { people, mailbox, topic } = await smallCouncil(db.owner)
const calendar = calendarByRule()
const today = day('2026-06-10')
let number = 0

type Case = { receivedOn: Day; answeredOn?: Day | null; topicId?: string; restricted?: boolean }

/** Puts an enquiry on record, as an import would: taken on the day it came, due ten working days on. */
async function recorded({ receivedOn, answeredOn = null, topicId = topic.potholes, restricted = false }: Case) {
  const due = addWorkingDays(calendar, receivedOn, 10)
  const box = restricted ? mailbox.safeguarding : topicId === topic.potholes ? mailbox.streets : mailbox.housing
  const holder = topicId === topic.potholes ? people.responder.person : people.otherResponder.person
  const [row] = await db.owner`
    insert into enquiries.enquiry (reference, member_id, kind, channel, topic_id, mailbox_id, holder_id, accepted, status, received_on,
      registered_on, clock_from, limit_working_days, due_on, headline_due_on, acknowledged_on, answered_on, first_answered_on,
      restricted, subject, created_at, changed_at)
    values (${`ME-2026-${String(++number).padStart(6, '0')}`}, ${people.member.person}, 'enquiry', 'web', ${topicId}, ${box}, ${holder}, true,
      ${answeredOn ? 'answered' : 'in-progress'}, ${receivedOn}, ${receivedOn}, ${receivedOn}, 10, ${due}, ${due}, ${receivedOn},
      ${answeredOn}, ${answeredOn}, ${restricted}, 'x', ${receivedOn}::date, ${receivedOn}::date)
    returning id`
  return row!.id as string
}

const learned = () => inTransaction(db, 'system', tx => learnRisk(tx, calendar, today))
const percentOf = async (id: string) =>
  (await db.owner`select late_percent from enquiries.enquiry where id = ${id}`)[0]!.latePercent as number | null
const seenBy = (who: PersonKey, id: string) => inTransaction(db, people[who].person, tx => riskKept(tx, id))

const open = await recorded({ receivedOn: addWorkingDays(calendar, today, -8) })
const calm = await recorded({ receivedOn: addWorkingDays(calendar, today, -8), topicId: topic.homelessness })
const late = await recorded({ receivedOn: addWorkingDays(calendar, today, -15) })
const secret = await recorded({ receivedOn: addWorkingDays(calendar, today, -8), restricted: true })

test('with too little of the past nothing is said', async () => {
  assert.equal(await learned(), 0)
  assert.equal(await percentOf(open), null)
  assert.deepEqual([...(await inTransaction(db, people.owner.person, allKept))], [])
})

test('what its topic was in the past is its risk, with the counts that speak for it; late ones are certain', async () => {
  // potholes are late three times in four, homelessness never: over a year, so that months can be held back
  for (let week = 4; week < 52; week++)
    for (let n = 0; n < 4; n++) {
      const receivedOn = addDays(today, -7 * week)
      const answer = (days: number) => addWorkingDays(calendar, receivedOn, days)
      await recorded({ receivedOn, answeredOn: answer(n === 0 ? 9 : 12) })
      await recorded({ receivedOn, answeredOn: answer(9), topicId: topic.homelessness })
    }
  assert.equal(await learned(), 4)
  assert.ok((await percentOf(open))! > 60, `${await percentOf(open)}`)
  assert.ok((await percentOf(calm))! < 20, `${await percentOf(calm)}`)
  assert.equal(await percentOf(late), 100)
  const risk = (await seenBy('responder', open))!
  assert.equal(risk.why.daysLeft, 2)
  // the one that is open past its date counts as late already
  assert.deepEqual(risk.why.topic, { n: 193, late: 145 })
  const { heading, reasons } = riskInWords(risk, 'Potholes')
  assert.match(heading, /^\d in 10 like this are late in the end \(\d\d%\)$/)
  assert.equal(reasons[1], 'About Potholes, with as many days left: 145 of 193 were late (75%)')
})

test('of those said to be at some risk about as many were late in the months held back', async () => {
  const kept = await inTransaction(db, people.owner.person, allKept)
  assert.ok(kept.length >= 2)
  for (const { n, said, late } of kept.filter(it => it.n >= 20)) assert.ok(Math.abs(late / n - said) < 0.1)
})

test('only officers who see the enquiry see its risk', async () => {
  assert.ok(await seenBy('owner', open))
  assert.equal(await seenBy('member', open), undefined)
  assert.equal(await seenBy('otherResponder', open), undefined)
  assert.ok(await seenBy('properOfficer', secret))
  assert.equal(await seenBy('oneStop', secret), undefined)
  const members = await inTransaction(db, people.member.person, allKept)
  assert.equal(members.length, 0)
})

test('the list of those likely late is in the order of risk, without those that are late already', async () => {
  const found = await inTransaction(db, people.owner.person, tx =>
    listEnquiries(tx, { open: true, riskFrom: 50, dueFrom: today }, 'risk', 10),
  )
  assert.deepEqual(
    found.map(it => it.id),
    [open],
  )
})

test('the open work of a mailbox by its risk, for the monthly pack', async () => {
  const bands = await inTransaction(db, people.owner.person, tx => riskBands(tx, today))
  assert.deepEqual([...bands], [{ mailboxId: mailbox.streets, low: 0, raised: 0, likely: 1 }])
})

test('what was answered has no risk any more, and doing it again changes nothing', async () => {
  await db.owner`update enquiries.enquiry set status = 'answered', answered_on = ${today}, first_answered_on = ${today} where id = ${open}`
  await learned()
  assert.equal(await percentOf(open), null)
  const before = await db.owner`select enquiry_id, percent from enquiries.risk order by 1`
  assert.equal(before.length, 3)
  await learned()
  assert.deepEqual([...(await db.owner`select enquiry_id, percent from enquiries.risk order by 1`)], [...before])
})
