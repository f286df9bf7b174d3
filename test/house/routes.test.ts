import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ensureSecret, openGround } from '#app/ground.ts'
import { allRoutes } from '#app/web/routes.ts'
import { permissions } from '#people/permissions.ts'
import { permissionsOf, roleNames, unknownPermissions, type Role } from '#people/roles.ts'
import { readConfig } from '#platform/config.ts'
import { csrfToken, visitCookie } from '#platform/http/csrf.ts'
import type { Route } from '#platform/http/route.ts'
import { openHouse } from '#platform/http/server.ts'
import { nobody, type Viewer } from '#platform/http/viewer.ts'
import { html } from '#platform/views/html.ts'
import { testDatabase } from '#test/database.ts'

const db = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'one-stop-routes-'))
after(() => rm(folder, { recursive: true, force: true }))
// when the file is over its database goes first, and the queue would complain
process.env.LOG_LEVEL = 'silent'
await ensureSecret(db)
const config = readConfig({ DATABASE_URL: db.ownerUrl, DATA_DIR: folder, DEMO: 'off' })
const ground = await openGround(config, db.ownerUrl, { worker: false, connections: 2 })
after(() => ground.close())
const routes = allRoutes(ground)
const isApi = (route: Route): boolean => route.path.startsWith('/api/')

const secret = 'a secret of the tests, long enough to sign with'
const visit = 'a-visit'
const entered: string[] = []

/** The real way in to every real route; behind it only a note of who came in. */
const server = await openHouse({
  routes: routes.map(route => ({ ...route, perMinute: undefined, handle: () => enter(route) })),
  db,
  secret,
  publicUrl: 'http://localhost:3000',
  identify: async ({ cookie, bearer }) => viewerWith(bearer ?? cookie('role')),
  layout: page => page.title,
  signIn: wanted => `/sign-in?wanted=${wanted}`,
  errorPage: kind => ({ title: kind, body: html`` }),
  log: ground.log,
})
after(() => server.close())

function enter(route: Route) {
  entered.push(nameOf(route))
  return { kind: 'json', status: 200, value: {} } as const
}

function viewerWith(role: string | undefined): Viewer {
  if (!role) return nobody
  const held = permissionsOf([role])
  return {
    ...nobody,
    person: '01890000-0000-7000-8000-000000000001',
    roles: [role],
    permissions: new Set([...held, 'public']),
    via: 'session',
  }
}

const nameOf = (route: Route): string => `${route.method} ${route.path}`

async function knock(
  route: Route,
  role: Role | undefined,
  { token = csrfToken(secret, visit) } = {},
): Promise<{ status: number; in: boolean }> {
  entered.length = 0
  const form = { payload: `_csrf=${token}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  const json = { payload: '{}', headers: { 'content-type': 'application/json' } }
  const { payload, headers } = route.method === 'GET' ? { payload: undefined, headers: {} } : isApi(route) ? json : form
  const reply = await server.inject({
    method: route.method,
    url: route.path.replace(/:\w+/g, 'x').replace('*', 'x'),
    cookies: { [visitCookie]: visit, ...(role && { role }) },
    headers: { ...headers, ...(role && isApi(route) && { authorization: `Bearer ${role}` }) },
    ...(payload !== undefined && { payload }),
  })
  return { status: reply.statusCode, in: entered.includes(nameOf(route)) }
}

test('the whole house is seen', () => {
  assert.ok(routes.length > 100, `only ${routes.length} routes were seen`)
  assert.equal(new Set(routes.map(nameOf)).size, routes.length, 'two routes have one address')
})

test('every route names a permission that exists, and every permission opens something', () => {
  assert.deepEqual(unknownPermissions(routes), [])
})

test('each route lets in exactly the roles that hold its permission', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    for (const role of [...roleNames, undefined]) {
      const may = route.may === 'public' || (role !== undefined && permissionsOf([role]).has(route.may as never))
      const seen = await knock(route, role)
      if (seen.in !== may) wrong.push(`${nameOf(route)} for ${role ?? 'nobody'}: ${seen.status}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('nobody who is not signed in reaches anything but what is public', async () => {
  for (const route of routes.filter(route => route.may !== 'public')) {
    const { status } = await knock(route, undefined)
    assert.equal(status, !isApi(route) && route.method === 'GET' ? 303 : 401, nameOf(route))
  }
})

test('no form works without its token, nor with that of another browser', async () => {
  const forms = routes.filter(route => route.method !== 'GET' && !isApi(route) && !route.byItsAddress)
  assert.ok(forms.length > 40, `only ${forms.length} forms were seen`)
  for (const route of forms) {
    const role = roleNames.find(role => permissionsOf([role]).has(route.may as never))
    for (const token of ['', csrfToken(secret, 'another-visit'), csrfToken('another secret', visit)]) {
      const seen = await knock(route, role, { token })
      assert.deepEqual(seen, { status: 403, in: false }, nameOf(route))
    }
    assert.deepEqual(await knock(route, role), { status: 200, in: true }, nameOf(route))
  }
})

test('only what mail programs press themselves needs no token of a form', () => {
  assert.deepEqual(routes.filter(route => route.byItsAddress).map(nameOf), ['POST /people/notices/:token'])
})

test('the API is not opened by a cookie', async () => {
  for (const route of routes.filter(route => isApi(route) && route.may !== 'public')) {
    entered.length = 0
    await server.inject({ method: route.method, url: route.path.replace(/:\w+/g, 'x'), cookies: { role: 'one-stop' } })
    assert.deepEqual(entered, [], nameOf(route))
  }
})

test('each permission opens a route or allows an act', async () => {
  const { acts } = await import('#enquiries/door.ts')
  const used = new Set<string>([...routes.map(route => route.may), ...acts.map(act => act.may)])
  assert.deepEqual(
    permissions.filter(permission => !used.has(permission)),
    [],
  )
})
