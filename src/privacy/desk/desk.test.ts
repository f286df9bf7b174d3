import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { privacyRoutes } from '../routes.ts'

const db = await testDatabase()
const { people } = await smallCouncil(db.owner)
const web = await testWeb({ db, routes: privacyRoutes({ startErasing: async () => {} }), today: day('2026-06-22') })

test('the desk opens for who keeps it and for auditors, and lists what they may open', async () => {
  for (const key of ['dpo', 'auditor'] as const) {
    const { status, html } = await (await web.as(people[key].person)).get('/privacy/desk')
    assert.equal(status, 200)
    assert.match(html, /href="\/audit"/)
  }
  assert.equal((await (await web.as(people.responder.person)).get('/privacy/desk')).status, 403)
})
