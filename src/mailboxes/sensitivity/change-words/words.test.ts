import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { findingsIn, sensitiveWords } from '#mailboxes/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { mailboxRoutes } from '../../routes.ts'

const db = await testDatabase()
const { people } = await smallCouncil(db.owner)
const web = await testWeb({ db, routes: mailboxRoutes(), today: day('2026-06-09') })
const health = '/mailboxes/sensitive-words/health'

const kindsNow = (text: string) =>
  inTransaction(db, people.member.person, async tx => findingsIn(text, await sensitiveWords(tx)).map(it => it.kind))

test('what is added counts at once, what is taken out does not, and both can be put back', async () => {
  const admin = await web.as(people.admin.person)
  assert.deepEqual(await kindsNow('My wife has the lurgy and asthma'), ['health'])
  const added = await admin.post(`${health}/add`, { phrase: '  The  Lurgy ' })
  assert.deepEqual([added.status, added.to], [303, health])
  assert.deepEqual(await kindsNow('My wife has the lurgy'), ['health'])
  assert.equal((await admin.post(`${health}/take-out`, { out: 'asthma' })).status, 303)
  assert.deepEqual(await kindsNow('My wife has asthma'), [])
  const shown = await admin.get(health)
  assert.match(shown.words, /“the lurgy” added by/)
  assert.match(shown.words, /“asthma” taken out by/)
  await admin.post(`${health}/add`, { phrase: 'asthma' })
  await admin.post(`${health}/take-out`, { out: 'the lurgy' })
  assert.deepEqual([await kindsNow('My wife has asthma'), await kindsNow('My wife has the lurgy')], [['health'], []])
  assert.match((await admin.get(health)).words, /put back by/)
})

test('what cannot be done is said at its field, and doing it twice changes nothing', async () => {
  const admin = await web.as(people.admin.person)
  for (const [path, form, words] of [
    ['add', { phrase: ' ' }, /Enter a word or phrase/],
    ['add', { phrase: '…' }, /letters a to z/],
    ['add', { phrase: 'one two three four five six seven' }, /at most six words/],
    ['add', { phrase: 'cancer' }, /in the list already/],
    ['take-out', { out: 'unicorn' }, /not in the list/],
  ] as const) {
    const answer = await admin.post(`${health}/${path}`, form)
    assert.equal(answer.status, 422)
    assert.match(answer.words, words)
  }
  assert.equal((await admin.get('/mailboxes/sensitive-words/unicorns')).status, 404)
})

test('the data protection officer may, others may not', async () => {
  assert.equal((await (await web.as(people.dpo.person)).post(`${health}/add`, { phrase: 'ague' })).status, 303)
  assert.match((await (await web.as(people.dpo.person)).get('/mailboxes/sensitive-words')).words, /Harm to children/)
  for (const who of ['member', 'responder', 'oneStop', 'auditor'] as const)
    assert.equal((await (await web.as(people[who].person)).get(health)).status, 403, who)
})
