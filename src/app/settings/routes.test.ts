import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { settingRoutes } from './routes.ts'

const db = await testDatabase()
const { admin, responder } = (await smallCouncil(db.owner)).people
const web = await testWeb({ db, routes: settingRoutes, today: day('2026-06-01') })

test('settings stand in groups, and no secret among them', async () => {
  const { words } = await (await web.as(admin.person!)).get('/settings')
  assert.match(
    words,
    /The council .*telephone number of member services.* Mail .* Safeguarding .* Enquiries .* Signing in/,
  )
  assert.doesNotMatch(words, /Other |Signs cookies/)
})

test('what does not fit is refused in words; what fits holds at once', async () => {
  const browser = await web.as(admin.person!)
  const path = '/settings/enquiries.limit-working-days'
  assert.match((await browser.post(path, { value: 'ten' })).words, /Enter a whole number from 1 to 60/)
  assert.equal((await browser.post(path, { value: '12' })).status, 303)
  assert.match((await browser.get('/settings')).words, /has an own one 12 /)
  assert.equal((await (await web.as(responder.person!)).post(path, { value: '9' })).status, 403)
})
