import assert from 'node:assert/strict'
import { test } from 'node:test'
import { membersFor, membersSeenBy } from '#people/door.ts'
import { nobody } from '#platform/http/viewer.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { actNamed, carryOut, enquiryByReference, houseWith, raise, raiseShape } from '../door.ts'

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const now = nowAt(instantOn(day('2026-06-01'), 10))
const as = <T>(person: string, work: (tx: Tx) => Promise<T>) => inTransaction(db, person, work)
const { member, assistant } = people

const raised = (by: typeof member, subject: string) =>
  as(by.person, tx =>
    raise(tx, house, by, raiseShape.parse({ member: member.person, subject, text: subject, topic: topic.potholes }), {
      now,
      idempotencyKey: subject,
    }),
  )

test('whoever only follows sees what the member sees and does nothing; the same person may be let act', async () => {
  const made = await raised(member, 'Lamp out')
  assert.ok(made.ok)
  const { reference } = made.value.enquiry
  const chase = () =>
    as(assistant.person, tx =>
      carryOut(tx, house, assistant, reference, actNamed('reply')!, { text: 'Where is it?' } as never, { now }),
    )
  await db.owner`update people.delegation set level = 'follow'`
  assert.ok(await as(assistant.person, tx => enquiryByReference(tx, reference)))
  const [refused, notRaised] = [await chase(), await raised(assistant, 'Second lamp')]
  assert.deepEqual([refused.ok, notRaised.ok], [false, false])
  const viewer = { ...nobody, person: assistant.person }
  const [acts, sees] = await as(assistant.person, tx =>
    Promise.all([membersFor(tx, viewer, now.today), membersSeenBy(tx, viewer, now.today)]),
  )
  assert.deepEqual([acts.length, sees.length], [0, 1])

  await db.owner`update people.delegation set level = 'act'`
  const done = await chase()
  assert.ok(done.ok)
  assert.ok((await raised(assistant, 'Third lamp')).ok)
  const [event] = await db.owner`
    select by_person, on_behalf_of from enquiries.event where type = 'member-wrote' order by at desc limit 1`
  assert.deepEqual({ ...event }, { byPerson: assistant.person, onBehalfOf: member.person })
})
