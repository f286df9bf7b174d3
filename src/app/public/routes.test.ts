import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { publicRoutes } from './routes.ts'

const db = await testDatabase()
const web = await testWeb({ db, routes: publicRoutes, today: day('2026-06-01') })

test('anybody learns how to reach member services', async () => {
  assert.doesNotMatch((await web.nobody.get('/contact')).words, /Telephone/)
  await inTransaction(db, 'system', async tx => {
    await changeSetting(tx, 'mail.one-stop', 'onestop@tessbridge.example', null)
    await changeSetting(tx, 'council.phone', '01632 960 100', null)
  })
  const { html, words } = await web.nobody.get('/contact')
  assert.match(html, /href="mailto:onestop@tessbridge.example"/)
  assert.match(words, /Telephone 01632 960 100/)
})
