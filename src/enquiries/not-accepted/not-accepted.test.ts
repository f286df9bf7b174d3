import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does } = await actingTown()
const { responder, secondResponder } = council.people

// Thursday: the weekend does not count
async function given() {
  const enquiry = await raised('2026-06-04')
  allowed(await does('owner', 'allocate', enquiry, '2026-06-04', { to: responder.person }))
  return enquiry
}

test('the owner hears after one working day, member services after two, each once', async () => {
  const enquiry = await given()
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-04')), 'too-soon')
  assert.equal(allowed(await does('system', 'not-accepted', enquiry, '2026-06-05')).acceptanceReminders, 1)
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-05')), 'too-soon')
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-07')), 'too-soon')
  assert.equal(allowed(await does('system', 'not-accepted', enquiry, '2026-06-08')).acceptanceReminders, 2)
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-30')), 'too-soon')
})

test('a late run loses nothing: both hear at once', async () => {
  const enquiry = await given()
  const late = allowed(await does('system', 'not-accepted', enquiry, '2026-06-30'))
  assert.deepEqual([late.acceptanceReminders, late.version], [2, 4])
})

test('given to somebody else, the days count anew; accepted, nobody is told', async () => {
  const enquiry = await given()
  allowed(await does('system', 'not-accepted', enquiry, '2026-06-05'))
  const passed = allowed(await does('owner', 'reassign', enquiry, '2026-06-08', { to: secondResponder.person }))
  assert.deepEqual([passed.acceptanceReminders, passed.assignedOn], [0, '2026-06-08'])
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-08')), 'too-soon')
  allowed(await does('secondResponder', 'accept', enquiry, '2026-06-09'))
  assert.equal(refusedAs(await does('system', 'not-accepted', enquiry, '2026-06-30')), 'wrong-status')
})
