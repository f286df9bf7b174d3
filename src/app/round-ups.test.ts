import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { addDays, day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { saveChoice } from '#people/notices/choice.sql.ts'
import { inTransaction } from '#platform/db/database.ts'
import { freezeDue, recordAction } from '#review/door.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { sendRoundUps } from './round-ups.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const it = {
  db,
  stamp: { secret: 'a secret of the tests', domain: 'tessbridge.example' },
  publicUrl: 'http://localhost',
}
const at = (on: Day, hour = 8) => nowAt(instantOn(on, hour))

const read = new Set<string>()

/** What came to somebody since they last looked. */
async function mailsOf(key: PersonKey): Promise<{ subject: string; text: string }[]> {
  const mails = await db.owner<{ id: string; subject: string; text: string }[]>`
    select id, subject, text from mail.outbox where to_person = ${people[key].person} order by created_at, subject`
  const fresh = mails.filter(mail => !read.has(mail.id))
  for (const { id } of fresh) read.add(id)
  return fresh
}

async function held(to: object, by: PersonKey, subject: string): Promise<void> {
  const given = raiseShape.parse({ member: people.member.person, subject, text: 'Please look.', ...to })
  const now = at(day('2026-06-01'))
  const done = await inTransaction(db, people.member.person, tx => raise(tx, house, people.member, given, { now }))
  assert.ok(done.ok)
  const take = actNamed('take')!
  const { reference } = done.value.enquiry
  await inTransaction(db, people[by].person, tx =>
    carryOut(tx, house, people[by], reference, take, {} as never, { now }),
  )
}

await held({ topic: topic.potholes }, 'responder', 'Pothole at the school')
await held({ mailbox: mailbox.safeguarding }, 'properOfficer', 'Canary sings')

test('nothing is sent while there is nothing to say', async () => {
  assert.equal(await sendRoundUps(it, at(day('2026-06-02'))), 0)
})

test('a holder gets what is due first, once a morning; of restricted work the number alone', async () => {
  const on = day('2026-06-12')
  assert.equal(await sendRoundUps(it, at(on)), 2)
  assert.equal(await sendRoundUps(it, at(on, 9)), 0, 'twice on one morning')
  const [mine] = await mailsOf('responder')
  assert.match(mine!.subject, /1 answer to give first, Friday 12 June 2026/)
  assert.match(mine!.text, /Pothole at the school/)
  const [proper] = await mailsOf('properOfficer')
  assert.match(proper!.text, /ME-2026-/)
  assert.doesNotMatch(proper!.text, /Canary/)
})

test('whoever chose none gets none', async () => {
  await inTransaction(db, 'system', tx => saveChoice(tx, people.responder.person, 'morning', 'none'))
  await sendRoundUps(it, at(day('2026-06-16')))
  assert.deepEqual(await mailsOf('responder'), [])
})

test('an owner gets the week on Monday, and on Thursday again while it is not signed, whatever they chose', async () => {
  const monday = day('2026-06-15')
  await sendRoundUps(it, at(monday))
  const [week] = await mailsOf('owner')
  assert.match(week!.text, /Streets/)
  assert.match(week!.text, /review\/sign-off\/streets\/2026-06-08/)
  await inTransaction(db, 'system', tx => saveChoice(tx, people.owner.person, 'week', 'none'))
  await sendRoundUps(it, at(addDays(monday, 7)))
  assert.deepEqual(await mailsOf('owner'), [])
  await sendRoundUps(it, at(addDays(monday, 10)))
  assert.match((await mailsOf('owner'))[0]!.subject, /not signed yet/)
})

test('the leadership team gets the summary of a pack on the day it is frozen, once', async () => {
  const on = day('2026-07-01')
  await freezeDue(db, at(on, 6))
  await sendRoundUps(it, at(on))
  const mails = await mailsOf('director')
  assert.equal(mails.filter(mail => /Monthly pack, June 2026/.test(mail.subject)).length, 1)
  assert.match(mails[0]!.text, /review\/packs\/2026-06/)
  assert.deepEqual(await mailsOf('performance'), [])
  await sendRoundUps(it, at(addDays(on, 1)))
  assert.deepEqual(await mailsOf('director'), [])
})

test('who agreed to something is reminded when its date comes near, when it has passed, and on Mondays after', async () => {
  const on = day('2026-07-06')
  const writer = { person: people.director.person, records: true, now: at(on) }
  const asked = { review: '2026-06', what: 'Hire a crew', responsibleId: people.head.person, dueOn: day('2026-07-31') }
  await inTransaction(db, people.director.person, tx => recordAction(tx, writer, asked))
  const told = async (day: Day) => {
    await sendRoundUps(it, at(day))
    return (await mailsOf('head')).map(mail => mail.subject)
  }
  assert.deepEqual(await told(day('2026-07-20')), [])
  assert.deepEqual(await told(day('2026-07-27')), ['An action of the review is due soon'])
  assert.deepEqual(await told(day('2026-07-28')), [])
  assert.deepEqual(await told(day('2026-08-03')), ['An action of the review is overdue'])
  assert.deepEqual(await told(day('2026-08-04')), [])
  assert.deepEqual(await told(day('2026-08-10')), ['An action of the review is overdue'])
  assert.deepEqual(await told(day('2026-08-11')), [])
})
