import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { cannedRepliesOffered } from '../door.ts'
import { mailboxRoutes } from '../routes.ts'

const db = await testDatabase()
const { people, mailbox } = await smallCouncil(db.owner)
const web = await testWeb({ db, routes: mailboxRoutes(), today: day('2026-06-09') })
const as = (who: PersonKey) => web.as(people[who].person)
const offered = (who: PersonKey, id = mailbox.streets) =>
  inTransaction(db, people[who].person, tx => cannedRepliesOffered(tx, [id]))

test('an owner adds, changes, retires and offers again; every version stays known', async () => {
  const owner = await as('owner')
  const refused = await owner.post('/mailboxes/streets/replies/add', { name: 'Lamp', words: 'Dear {membr}' })
  assert.equal(refused.status, 422)
  assert.match(refused.words, /\{membr\} is no field\. Use \{member\}, \{reference\}/)
  assert.match(refused.html, /Dear \{membr\}/)
  const added = await owner.post('/mailboxes/streets/replies/add', { name: 'Lamp', words: 'Dear {member}' })
  assert.equal(added.to, '/mailboxes/streets/replies')
  const again = await owner.post('/mailboxes/streets/replies/add', { name: 'lamp', words: 'Other' })
  assert.match(again.words, /Another canned reply of this mailbox has this name/)
  const [it] = await offered('responder')
  const at = `/mailboxes/streets/replies/${it!.id}`
  const form = await owner.get(`${at}/edit`)
  assert.match(form.html, /Dear \{member\}/)
  assert.equal((await owner.post(`${at}/edit`, { name: 'Lamp', words: 'Hello {member}', version: '1' })).status, 303)
  const stale = await owner.post(`${at}/edit`, { name: 'Lamp', words: 'Mine', version: '1' })
  assert.match(stale.words, /Somebody else changed it meanwhile/)
  assert.match(stale.html, /Mine/)
  const seen = await owner.get(at)
  assert.match(seen.words, /Version 2, .* Helen Marsh .*\(now\).* What version 1 said Lamp Dear \{member\}/)
  assert.equal((await owner.post(`${at}/retire`)).status, 303)
  assert.equal((await owner.post(`${at}/retire`)).status, 303, 'twice is once')
  assert.equal((await offered('responder')).length, 0)
  await owner.post('/mailboxes/streets/replies/add', { name: 'Lamp', words: 'A new one' })
  const clash = await owner.post(`${at}/offer`)
  assert.equal(clash.status, 303)
  assert.equal((await offered('responder')).length, 1, 'the name is taken meanwhile')
})

test('responders read and do not change; others find nothing at the address', async () => {
  const [it] = await offered('owner')
  const at = `/mailboxes/streets/replies/${it!.id}`
  const responder = await as('responder')
  assert.equal((await responder.get(at)).status, 200)
  assert.doesNotMatch((await responder.get('/mailboxes/streets/replies')).words, /Add a canned reply/)
  for (const [method, path] of [
    ['get', '/mailboxes/streets/replies/add'],
    ['post', '/mailboxes/streets/replies/add'],
    ['post', `${at}/edit`],
    ['post', `${at}/retire`],
  ] as const)
    assert.equal((await responder[method](path, { name: 'X', words: 'Y' })).status, 404, path)
  assert.equal((await (await as('member')).get(at)).status, 404)
  assert.equal((await (await as('member')).get('/mailboxes/streets/replies')).status, 404)
  assert.equal((await responder.get(`/mailboxes/housing-advice/replies/${it!.id}`)).status, 404)
})

test('those of a restricted mailbox are known inside it alone', async () => {
  const officer = await as('properOfficer')
  const added = await officer.post('/mailboxes/safeguarding-adults/replies/add', {
    name: 'Visit',
    words: 'We will visit',
  })
  assert.equal(added.status, 303)
  assert.equal((await offered('properOfficer', mailbox.safeguarding)).length, 1)
  for (const who of ['responder', 'oneStop', 'auditor', 'owner'] as const)
    assert.equal((await offered(who, mailbox.safeguarding)).length, 0, who)
  assert.equal((await (await as('oneStop')).get('/mailboxes/safeguarding-adults/replies')).status, 404)
})
