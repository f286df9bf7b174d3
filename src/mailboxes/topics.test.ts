import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, dayOf, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import * as mailboxes from './door.ts'
import { boxes, mailboxTown } from './town-for-tests.ts'

const db = await testDatabase()
const { who, ids, ask, actsOn } = await mailboxTown(db)
const today = dayOf(new Date())

describe('topics', () => {
  test('are added and changed', async () => {
    const form = {
      name: 'Street lights',
      key: 'street-light',
      words: 'lamp post, street light\nlamp post',
      kind: 'service-request',
      limit: '',
      lgsl: '564',
      needsReview: 'yes',
    }
    assert.equal((await ask(who.admin, 'POST /topics/add', { form })).to, '/topics/street-light')
    assert.match(
      (await ask(who.member, 'GET /topics/street-light')).words,
      /lamp post, street light Kind Service request .* A second person reads .* 564 .* Nobody answers for it now/,
    )
    assert.match((await ask(who.admin, 'POST /topics/add', { form })).words, /Another topic has this short name/)
    assert.match(
      (await ask(who.admin, 'POST /topics/add', { form: { ...form, key: 'lamp', words: ' ,\n' } })).words,
      /Enter the words people use/,
    )
    assert.equal(
      (
        await ask(who.admin, 'POST /topics/street-light/edit', {
          form: { ...form, name: 'Street lighting', version: '1' },
        })
      ).words,
      'Topic changed',
    )
    assert.deepEqual(await actsOn('street-light'), ['mailboxes.define-topic', 'mailboxes.change-topic'])
  })

  test('a transfer is planned, shown, and can be taken back', async () => {
    const from = addDays(today, 30)
    const form = { mailbox: ids.parks, ward: '', ...boxes('from', from) }
    assert.match(
      (await ask(who.admin, 'POST /topics/pothole/transfer', { form: { ...form, mailbox: ids.streets } })).words,
      /Streets answers for it already/,
    )
    assert.match(
      (
        await ask(who.admin, 'POST /topics/pothole/transfer', {
          form: { ...form, ...boxes('from', addDays(today, -1)) },
        })
      ).words,
      /today or later/,
    )
    assert.equal((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).to, '/topics/pothole')
    const shown = await ask(who.admin, 'GET /topics/pothole')
    assert.match(shown.words, /Who answers Streets .* Planned changes Parks . From/)
    assert.match((await ask(who.member, 'GET /mailboxes/parks')).words, /Potholes , from/)
    const routed = (on: Day) =>
      inTransaction(db, who.member.id, async tx => {
        const found = await mailboxes.routeFor(tx, { topicId: (await mailboxes.topicByKey(tx, 'pothole'))!.id, on })
        return found.ok ? found.value.mailbox.key : found.refusal.code
      })
    assert.deepEqual([await routed(addDays(from, -1)), await routed(from)], ['streets', 'parks'])
    assert.match((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).words, /is planned already/)
    const takeBack = /action="(\/topics\/pothole\/transfer\/[^"]+\/take-back)"/.exec(shown.html)![1]
    assert.equal((await ask(who.admin, `POST ${takeBack}`)).words, 'Planned change taken back')
    assert.equal(await routed(from), 'streets')
    assert.match((await ask(who.admin, `POST ${takeBack}`)).words, /has not begun/)
  })

  test('one ward may have its own arrangement', async () => {
    const form = { mailbox: ids.parks, ward: ids.ward, ...boxes('from', today) }
    assert.equal((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).status, 303)
    assert.match((await ask(who.member, 'GET /topics/pothole')).words, /Parks in Millfield/)
  })
})
