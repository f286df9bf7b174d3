import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { keepVocabulary } from './vocabulary.sql.ts'
import { searchRoutes } from './search-routes.ts'

const db = await testDatabase()
const { people, topic, ward, otherWard } = await smallCouncil(db.owner)
const web = await testWeb({ db, routes: searchRoutes(), today: day('2026-06-09') })

async function raised(by: 'member' | 'otherMember', on: string, subject: string, more: object = {}): Promise<string> {
  const given = raiseShape.parse({
    member: people[by].person,
    subject,
    text: 'Please look.',
    topic: topic.potholes,
    ...more,
  })
  const done = await inTransaction(db, people[by].person, tx =>
    raise(
      tx,
      houseWith(async () => {}),
      people[by],
      given,
      { now: nowAt(instantOn(day(on), 10)) },
    ),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

const first = await raised('member', '2026-05-04', 'Bandstand <roof> leaks', { ward })
const second = await raised('otherMember', '2026-06-02', 'Bandstand noise', { ward: otherWard })
const many: string[] = []
for (let n = 0; n < 25; n++) many.push(await raised('member', '2026-06-03', `Lampshade ${n}`))
await inTransaction(db, 'system', tx => keepVocabulary(tx))

async function seen(who: PersonKey, path: string) {
  const page = await (await web.as(people[who].person)).get(path)
  assert.equal(page.status, 200)
  return { ...page, references: [...page.html.matchAll(/os-reference">(ME-[\d-]+)/g)].map(it => it[1]) }
}

test('officers are led to the enquiry, members to where they follow it', async () => {
  const officer = await seen('oneStop', '/enquiries/search?q=bandstand')
  assert.deepEqual(officer.references, [second, first])
  assert.match(
    officer.html,
    new RegExp(`href="/enquiries/${first}" dir="auto"><mark>Bandstand</mark> &lt;roof&gt; leaks`),
  )
  assert.match(officer.words, /2 enquiries, those with the words in their subject first/)
  const member = await seen('member', '/enquiries/search?q=bandstand')
  assert.deepEqual(member.references, [first])
  assert.match(member.html, new RegExp(`href="/enquiries/${first}/track"`))
  assert.doesNotMatch(member.html, /name="member"/)
})

test('what narrows a search stands in its address and is chosen in its form', async () => {
  const only = async (more: string) => (await seen('oneStop', `/enquiries/search?q=bandstand&${more}`)).references
  assert.deepEqual(await only('ward=priory'), [first])
  assert.deepEqual(await only(`member=${people.otherMember.person}`), [second])
  assert.deepEqual(await only('from=2026-06-01'), [second])
  assert.deepEqual(await only('until=2026-06-01'), [first])
  assert.deepEqual(await only('mailbox=streets&topic=potholes&status=new'), [second, first])
  assert.deepEqual(await only('status=closed'), [])
  assert.deepEqual(await only('ward=nowhere&from=soon&after=elsewhere&status=odd'), [second, first])
  const { html, words } = await seen('oneStop', '/enquiries/search?q=bandstand&ward=priory&status=closed')
  assert.match(html, /<option value="priory" selected>/)
  assert.match(words, /fits what narrows the search.*Search everything you may see/)
})

test('pages lead through everything that was found, once', async () => {
  const one = await seen('member', '/enquiries/search?q=lampshade')
  assert.equal(one.references.length, 20)
  const next = /href="([^"]*after=[^"]*)"[^>]*rel="next"/.exec(one.html)![1]!.replaceAll('&amp;', '&')
  const two = await seen('member', next)
  assert.deepEqual([...one.references, ...two.references].toSorted(), many.toSorted())
  assert.doesNotMatch(two.html, /rel="next"/)
})

test('a misspelling leads to what was meant, and without any find to kind words', async () => {
  const meant = await seen('member', '/enquiries/search?q=lampsahde')
  assert.match(meant.words, /Nothing has “ ?lampsahde ?”\. These have “ ?lampshade ?”/)
  assert.equal(meant.references.length, 20)
  assert.match(
    (await seen('otherMember', '/enquiries/search?q=lampsahde')).words,
    /Nothing found Nothing that you may see/,
  )
  assert.match((await seen('member', '/enquiries/search')).words, /How to search/)
  assert.match((await seen('member', '/enquiries/search?q=%3Cscript%3E%00%27%26%7C%21%28')).words, /Nothing found/)
})

test('only whoever may read enquiries searches them', async () => {
  assert.equal((await (await web.as(people.admin.person)).get('/enquiries/search?q=bandstand')).status, 403)
  assert.equal((await web.nobody.get('/enquiries/search?q=bandstand')).status, 303)
})
