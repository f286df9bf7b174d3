import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeRoutes } from '#app/web/home.ts'
import { day } from '#kernel/day.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = await testWeb({
  db,
  routes: homeRoutes({ demonstration: false }),
  today: day('2026-06-22'),
  publicUrl: 'https://onestop.tessbridge.example',
})

test('pages allow nothing but our own, over https, in no foreign frame, and are kept by no cache', async () => {
  const { headers } = await web.nobody.get('/')
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ])
    assert.ok(policy.includes(part), part)
  assert.doesNotMatch(policy, /unsafe|https?:\/\//)
  assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['access-control-allow-origin'], undefined)
})

test('cookies come over https only, from our own site, and no script reads them', async () => {
  const { headers } = await web.server.inject({
    method: 'GET',
    url: '/',
    headers: { host: 'onestop.tessbridge.example' },
  })
  const cookies = [headers['set-cookie'] ?? []].flat()
  assert.ok(cookies.length > 0)
  for (const cookie of cookies)
    for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) assert.match(cookie, part)
})
