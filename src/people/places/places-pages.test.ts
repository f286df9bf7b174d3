import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb, type Browser } from '#test/web.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { locate, sweepLinks } from '../door.ts'
import { placeRoutes } from './routes.ts'

const db = await testDatabase()
const { people, ward } = await smallCouncil(db.owner)
const noted: string[] = []
const deps = { record: async (_tx: unknown, { act }: { act: string }) => void noted.push(act) } as never
const web = await testWeb({ db, routes: placeRoutes(deps), today: day('2026-06-09') })
const find = (postcode: string) =>
  inTransaction(db, 'system', tx => locate(tx, { postcode }, day('2026-06-09'))).then(it => it?.wardId)

/** Sends the form as a browser does. */
async function upload(browser: Browser, kind: string, text: string, name = 'list.csv', date = '9') {
  const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/people/places')).html)?.[1] ?? ''
  const form = new FormData()
  const typed = { _csrf: token, kind, 'fromOn-day': date, 'fromOn-month': '6', 'fromOn-year': '2026' }
  for (const [field, value] of Object.entries(typed)) form.append(field, value)
  if (text) form.append('file', new Blob([text]), name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await web.server.inject({
    method: 'POST',
    url: '/people/places',
    cookies: browser.cookies,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  const words = answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return { status: answer.statusCode, to: answer.headers.location ?? '', words }
}

test('a list is looked at, holds when it is confirmed, and is withdrawn; each once', async () => {
  const admin = await web.as(people.admin.person)
  assert.match((await admin.get('/people/places')).words, /None yet/)
  const looked = await upload(admin, 'postcodes', 'postcode,ward\nTB1 4QF,Priory\n')
  const shown = await admin.get(looked.to)
  assert.match(shown.words, /Nothing is changed yet.*It has no postcode for Millside.*Postcodes: 1 postcode/)
  assert.equal(await find('TB1 4QF'), undefined)
  for (let i = 0; i < 2; i++) assert.equal((await admin.post(`${looked.to}/confirm`, {})).status, 303)
  assert.equal(await find('TB1 4QF'), ward)
  assert.match((await admin.get('/people/places')).words, /list\.csv.*9 June 2026 Now/)
  for (let i = 0; i < 2; i++) assert.equal((await admin.post(`${looked.to}/withdraw`, {})).status, 303)
  assert.equal(await find('TB1 4QF'), undefined)
  assert.match((await admin.get(looked.to)).words, /it holds for no day/)
  assert.deepEqual(noted, ['people.places-imported', 'people.places-withdrawn'])
})

test('what is wrong with the form or the file is said', async () => {
  const admin = await web.as(people.admin.person)
  const nothing = await upload(admin, '', '', '', '')
  assert.equal(nothing.status, 422)
  assert.match(nothing.words, /Select what is in the file.*Select a file of at most 10 MB.*must be a real date/)
  const wrong = await upload(admin, 'postcodes', 'postcode,ward\nTB1,Priory\n')
  assert.match(wrong.words, /1 thing to mend.*“TB1” is not a postcode/)
})

test('only administrators import; whoever is signed in may look at the map', async () => {
  const member = await web.as(people.member.person)
  assert.equal((await member.get('/people/places')).status, 403)
  assert.equal((await upload(member, 'postcodes', 'postcode,ward\nTB1 4QF,Priory\n')).status, 403)
  assert.match((await member.get('/people/wards/map')).words, /There is no map yet/)
  const admin = await web.as(people.admin.person)
  const shape = {
    type: 'Polygon',
    coordinates: [
      [
        [-4, 53],
        [-3, 53],
        [-3, 54],
        [-4, 54],
        [-4, 53],
      ],
    ],
  }
  const file = { features: [{ properties: { name: 'Priory' }, geometry: shape }] }
  const looked = await upload(admin, 'boundaries', JSON.stringify(file), 'wards.geojson')
  await admin.post(`${looked.to}/confirm`, {})
  const map = await member.get('/people/wards/map?at=53.5,-3.5')
  assert.match(map.words, /Priory ward, at 53\.50000, -3\.50000/)
  assert.match(map.html, /<path class="os-ward-map-ward" data-ward="Priory" fill-rule="evenodd" d="M12 /)
  assert.match(map.html, /<circle class="os-ward-map-mark" cx="500"/)
  assert.match((await member.get('/people/wards/map?at=1,1')).words, /Outside every ward/)
  assert.doesNotMatch((await member.get('/people/wards/map?at=<script>')).html, /<circle/)
})

test('what was only looked at is swept after a day', async () => {
  const admin = await web.as(people.admin.person)
  const looked = await upload(admin, 'postcodes', 'postcode,ward\nTB1 4QF,Priory\n')
  await inTransaction(db, 'system', tx => sweepLinks(tx, new Date('2026-06-20T03:00:00Z')))
  assert.equal((await admin.get(looked.to)).status, 404)
  assert.equal((await db.owner`select from people.place_list`).length, 2)
})
