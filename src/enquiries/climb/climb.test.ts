import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does, db } = await actingTown()
const { responder, secondResponder, owner, head, member } = council.people

const step = (rung: string, trueOn = '2026-06-16', more: object = {}) => ({ rung, trueOn, ...more })
const climbing = (...steps: object[]) => ({ round: 1, steps })

/** Who was told of the last step. */
async function toldOf({ id }: { id: string }): Promise<string[]> {
  const [row] = await db.owner<{ data: { told: string[] } }[]>`
    select data from enquiries.event where enquiry_id = ${id} and type = 'climbed' order by sequence desc limit 1`
  return row!.data.told
}

test('each step is climbed once in a round, and tells whom it names', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  const soon = allowed(await does('system', 'climb', enquiry, '2026-06-11', climbing(step('due-soon', '2026-06-11'))))
  assert.deepEqual(soon.climbed, [{ rung: 'due-soon', trueOn: '2026-06-11' }])
  assert.deepEqual((await toldOf(enquiry)).toSorted(), [responder.person, owner.person].toSorted())
  const late = climbing(
    step('due-soon'),
    step('overdue'),
    step('new-date', '2026-06-16', { nextUpdateOn: '2026-06-17' }),
  )
  const climbed = allowed(await does('system', 'climb', enquiry, '2026-06-16', late))
  assert.deepEqual(
    [climbed.climbed.map(it => it.rung), climbed.nextUpdateOn],
    [['due-soon', 'overdue', 'new-date'], '2026-06-17'],
  )
  assert.deepEqual(await toldOf(enquiry), [member.person])
  assert.equal(refusedAs(await does('system', 'climb', enquiry, '2026-06-16', late)), 'climbed-already')
})

test('the head of service hears of what is late, the director of what stays so', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('system', 'climb', enquiry, '2026-06-16', climbing(step('overdue'))))
  assert.deepEqual(await toldOf(enquiry), [head.person])
  allowed(await does('system', 'climb', enquiry, '2026-06-18', climbing(step('still-overdue'))))
  assert.deepEqual(await toldOf(enquiry), [council.people.director.person])
})

test('nothing climbs while a question waits, once it is answered, or when another round has begun', async () => {
  const enquiry = await raised('2026-06-01')
  const overdue = climbing(step('overdue'))
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  allowed(await does('responder', 'ask', enquiry, '2026-06-02', { text: 'Which end?' }))
  assert.equal(refusedAs(await does('system', 'climb', enquiry, '2026-06-16', overdue)), 'paused')
  allowed(await does('member', 'reply', enquiry, '2026-06-16', { text: 'The north end' }))
  const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
  allowed(await does('responder', 'answer', enquiry, '2026-06-16', { text: 'In July', answers }))
  assert.equal(refusedAs(await does('system', 'climb', enquiry, '2026-06-17', overdue)), 'wrong-status')
  const again = allowed(await does('member', 'disagree', enquiry, '2026-06-18', { text: 'Which July?' }))
  assert.deepEqual([again.round, again.climbed, again.saidOn], [2, [], null])
  assert.equal(refusedAs(await does('system', 'climb', enquiry, '2026-07-01', overdue)), 'other-round')
})

test('a question asked when the clock has run out stops nothing', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  allowed(await does('responder', 'ask', enquiry, '2026-06-15', { text: 'Which end?' }))
  const climbed = allowed(await does('system', 'climb', enquiry, '2026-06-16', climbing(step('overdue'))))
  assert.deepEqual([climbed.status, climbed.climbed.length], ['waiting-for-member', 1])
})

test('given to somebody else, work waits to be accepted anew; what else was climbed stands', async () => {
  const enquiry = await raised('2026-06-04')
  allowed(await does('owner', 'allocate', enquiry, '2026-06-04', { to: responder.person }))
  const steps = climbing(step('not-accepted', '2026-06-05'), step('nothing-said', '2026-06-11'))
  allowed(await does('system', 'climb', enquiry, '2026-06-11', steps))
  const passed = allowed(await does('owner', 'reassign', enquiry, '2026-06-11', { to: secondResponder.person }))
  assert.deepEqual(passed.climbed, [{ rung: 'nothing-said', trueOn: '2026-06-11' }])
})

test('somebody wrote to the member: that is kept with its day; taking it on says nothing', async () => {
  const enquiry = await raised('2026-06-01')
  assert.equal(allowed(await does('responder', 'take', enquiry, '2026-06-02')).saidOn, null)
  const told = { text: 'The crew comes on Friday.', nextUpdateOn: '2026-06-08' }
  assert.equal(allowed(await does('responder', 'update', enquiry, '2026-06-04', told)).saidOn, '2026-06-04')
})
