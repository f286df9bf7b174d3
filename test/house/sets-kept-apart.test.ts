import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventNames } from '#connections/webhooks/events.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { enquiryRoutes } from '#enquiries/routes.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { permissionsOf } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import { clientOf } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { apiRoutes } from '../../src/app/api/routes.ts'
import { follow } from '../../src/app/reactions/reactions.ts'

// Several members asked about one matter, and none of them may learn that another did (domain, section 1): not by the
// number, the words, the files or the id of the other enquiry, on any page, by the API, letter, webhook, search or export.

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)
const today = day('2026-06-09')
const now = nowAt(instantOn(today, 10))
const happened: Happened[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))
const files = await testFiles()
const jobs = { enqueue: async () => {}, job: () => assert.fail('nothing is given out by itself here') }
const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }
const routes = [...enquiryRoutes({ house, files }), ...apiRoutes({ house, files, secret: stamp.secret, jobs })].map(
  route => ({ ...route, perMinute: undefined }) as unknown as Route,
)
const web = await testWeb({ db, routes, today })

type Animal = 'quokka' | 'okapi'
const raisedBy: Record<Animal, PersonKey> = { quokka: 'member', okapi: 'otherMember' }

type Kept = { readonly reference: string; readonly id: string; readonly attachment: string }

/** An enquiry each of whose parts has a word that stands nowhere else. */
async function raised(animal: Animal): Promise<Kept> {
  const by = people[raisedBy[animal]]
  const given = raiseShape.parse({
    member: by.person,
    subject: `${animal}subject`,
    text: `${animal}text`,
    constituent: `${animal}constituent`,
    topic: topic.potholes,
  })
  const sha256 = await files.keep(Buffer.from(animal))
  const file = { name: `${animal}file.png`, type: 'image/png', size: 1, sha256, shownSha256: sha256 }
  const done = await inTransaction(db, by.person, tx => raise(tx, house, by, given, { now, files: [file] }))
  assert.ok(done.ok)
  const { reference, id } = done.value.enquiry
  const [row] = await db.owner`select a.id from enquiries.attachment a where a.name = ${file.name}`
  return { reference, id, attachment: row!.id as string }
}

async function does(who: PersonKey, name: string, reference: string, given: object = {}): Promise<void> {
  const act = actNamed(name)!
  const done = await inTransaction(db, people[who].person, tx =>
    carryOut(tx, house, people[who], reference, act, act.shape.parse(given) as never, { now }),
  )
  assert.ok(done.ok, done.ok ? '' : `${name}: ${done.refusal.words}`)
}

/** What each of them may learn nothing of, and what officers find of it. */
const secretsOf = (animal: Animal, { reference, id }: Kept): string[] => [
  reference,
  id,
  ...['subject', 'text', 'constituent', 'file', 'note', 'asked', 'reply'].map(part => `${animal}${part}`),
]

for (const who of ['member', 'otherMember', 'responder'] as const)
  await db.owner`
    insert into connections.webhook (owner_id, url, events, sealed_secret, made_at)
    values (${people[who].person}, 'https://hooks.tessbridge.example/', ${eventNames}, 'sealed', now())`

const kept: Record<Animal, Kept> = { quokka: await raised('quokka'), okapi: await raised('okapi') }
const other: Record<Animal, Animal> = { quokka: 'okapi', okapi: 'quokka' }
const animals = ['quokka', 'okapi'] as const

for (const animal of animals) {
  const { reference } = kept[animal]
  await does('responder', 'take', reference)
  await does('responder', 'note', reference, { text: `${animal}note` })
}
await does('responder', 'add-to-set', kept.okapi.reference, { other: kept.quokka.reference })
for (const animal of animals) {
  const { reference } = kept[animal]
  await does('responder', 'ask', reference, { text: `${animal}asked` })
  await does(raisedBy[animal], 'reply', reference, { text: `${animal}reply` })
}
await does('responder', 'lead-set', kept.okapi.reference)
await does('responder', 'lead-set', kept.quokka.reference)
await does('responder', 'update', kept.quokka.reference, { text: 'We are at it.', nextUpdateOn: '2026-06-12' })
await does('responder', 'extend', kept.okapi.reference, { newDueOn: '2026-06-26', text: 'A part is on its way.' })
await does('responder', 'answer', kept.quokka.reference, { text: 'It will be mended in July.' })
const officer = await web.as(people.responder.person)
const sent = await officer.post(`/enquiries/${kept.quokka.reference}/answer-set`, {
  to: kept.okapi.reference,
  text: 'It will be mended in July.',
  contact: 'Priya Nair',
  mayShare: 'yes',
})
assert.match(sent.words, /1 answer of 1 sent/)
const following = { db, stamp, publicUrl: 'http://localhost', now: () => now.at, jobs }
for (const what of happened.splice(0)) await follow(following, what)

/** Everything that a viewer with these permissions can ask for about these two, each with what came. */
async function reach(who: PersonKey, own: Kept, others: Kept): Promise<{ where: string; text: string }[]> {
  const may = permissionsOf([who === 'responder' ? 'responder' : 'member'])
  const [browser, client] = [await web.as(people[who].person), await clientOf(web.server, db, people[who].person)]
  const open = routes.filter(it => it.method === 'GET' && (it.may === 'public' || may.has(it.may as never)))
  const found: { where: string; text: string }[] = []
  for (const { path } of open)
    for (const it of [own, others]) {
      const address = path
        .replace(':reference', it.reference)
        .replace(/:(?:id|attachment)\b/, it.attachment)
        .replace(/:\w+/g, 'x')
        .replace('*', 'x')
      if (it === others && address === path) continue
      const text = path.startsWith('/api/')
        ? (await client.get(address)).bytes.toString()
        : (await browser.get(address)).html
      // the address itself may be said again by a page that says that nothing is there
      found.push({ where: address, text: text.replaceAll(address, '') })
    }
  return [...found, ...(await searched(browser, client, others))]
}

type Asking = { readonly get: (path: string) => Promise<{ bytes: Buffer }> }

/** Looks for every secret by name; what was asked for may be said again, so it is taken out of the answer. */
async function searched(browser: Asking, client: Asking, { reference }: Kept) {
  const animal = animals.find(it => kept[it].reference === reference)!
  const found: { where: string; text: string }[] = []
  for (const word of secretsOf(animal, kept[animal]))
    for (const [asking, path] of [
      [browser, '/enquiries/search?q='],
      [browser, '/enquiries/mine?q='],
      [client, '/api/v1/enquiries?q='],
    ] as const) {
      const text = (await asking.get(`${path}${word}`)).bytes.toString()
      found.push({ where: `${path}${word}`, text: text.replaceAll(word, '') })
    }
  return found
}

/** What was sent to somebody: letters, and by the webhook that has their eyes. */
async function told(who: PersonKey): Promise<string[]> {
  const { person } = people[who]
  const letters = await db.owner<{ said: string }[]>`
    select concat(subject, text, html, files::text, refs::text, reply_to) as said from mail.outbox where to_person = ${person}`
  const hooks = await db.owner<{ said: string }[]>`
    select d.body as said from connections.delivery d join connections.webhook h on h.id = d.webhook_id
    where h.owner_id = ${person}`
  return [...letters, ...hooks].map(it => it.said)
}

for (const animal of animals)
  test(`the member who asked about the ${animal} learns nothing of the other enquiry of the set`, async () => {
    const who = raisedBy[animal]
    const secrets = secretsOf(other[animal], kept[other[animal]])
    const found = await reach(who, kept[animal], kept[other[animal]])
    assert.ok(found.length > 50, `only ${found.length} answers were looked at`)
    const leaks = found.flatMap(({ where, text }) =>
      secrets.filter(it => text.includes(it)).map(it => `${where}: ${it}`),
    )
    assert.deepEqual(leaks, [])
    const said = await told(who)
    assert.ok(said.length > 5, `only ${said.length} were sent`)
    const name = people[raisedBy[other[animal]]].name
    for (const text of said) for (const secret of [...secrets, name]) assert.ok(!text.includes(secret), secret)
  })

test('their own pages do not name the other member either, nor say that there is a set', async () => {
  for (const animal of animals) {
    const browser = await web.as(people[raisedBy[animal]].person)
    const { reference } = kept[animal]
    for (const page of ['track', 'track/timeline', 'clock']) {
      const { words, status } = await browser.get(`/enquiries/${reference}/${page}`)
      if (status === 404) continue
      assert.doesNotMatch(words, /\bset\b|Leads|\bled by\b/i, page)
      assert.ok(!words.includes(people[raisedBy[other[animal]]].name), page)
    }
  }
})

test('whoever works on the set finds all of it in the very same places, so that these tests could fail', async () => {
  const found = await reach('responder', kept.quokka, kept.okapi)
  const said = await told('responder')
  const all = [...found.map(it => it.text), ...said].join('\n')
  for (const animal of animals)
    for (const secret of secretsOf(animal, kept[animal])) assert.ok(all.includes(secret), secret)
  for (const animal of animals) assert.ok(said.join('\n').includes(kept[animal].reference))
  const searchable = found.filter(it => /[?&]q=/.test(it.where)).map(it => it.text)
  assert.ok(searchable.some(text => text.includes('okapisubject')))
})
