import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientOf, nameAsInExamples } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { day } from '#kernel/day.ts'
import { houseWith } from '../house.ts'
import { enquiryEndpoints } from './endpoints.ts'
import { handOver } from './examples/ground.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
await nameAsInExamples(db.owner, council)
const deps = { house: houseWith(async () => {}), files: await testFiles(), startBulk: async () => {} }
const { server } = await testWeb({ db, routes: enquiryEndpoints(deps), today: day('2026-06-01') })
const { people } = council
const [member, other, responder, partner] = await Promise.all(
  [people.member, people.otherMember, people.responder, people.partner].map(it => clientOf(server, db, it.person)),
)
const all = '/api/v1/enquiries'
const [oneStop] = await db.owner`select name from people.person where id = ${people.oneStop.person}`

async function inHand(): Promise<string> {
  const made = await member!.post(all, {
    member: people.member.email,
    subject: 'Loose stones',
    text: 'Is the wall safe?',
    topic: 'pothole',
  })
  await act('take', made.body.reference, {})
  return made.body.reference
}

async function act(name: string, reference: string, given: object): Promise<void> {
  const done = await responder!.post(`${all}/${reference}/${name}`, given)
  assert.equal(done.status, 200, JSON.stringify(done.body))
}

test('what was asked of others is read by the council’s own people, and not by the member', async () => {
  const reference = await inHand()
  const asked = {
    email: people.oneStop.email,
    questions: ['Is the wall ours?'],
    text: 'It leans.',
    dueOn: '2026-06-05',
  }
  await act('ask-contribution', reference, asked)
  const path = `${all}/${reference}/contributions`
  const [it] = (await responder!.get(path)).body.contributions
  assert.deepEqual(
    [it.ofName, it.questions, it.background, it.dueOn, it.ended],
    [oneStop!.name, ['Is the wall ours?'], 'It leans.', '2026-06-05', null],
  )
  await act('withdraw-contribution', reference, { contribution: it.id, text: 'Found it in the deeds' })
  assert.equal((await responder!.get(path)).body.contributions[0].ended, 'withdrawn')
  assert.deepEqual((await member!.get(path)).body, { contributions: [] })
  assert.equal((await other!.get(path)).status, 404)
})

test('what a partner was shown is read on the enquiry, and by the partner in their list', async () => {
  const reference = await inHand()
  const path = `${all}/${reference}/hand-over`
  assert.equal((await responder!.get(path)).status, 404, 'nothing was handed over yet')
  await act('hand-over', reference, handOver)
  const it = (await responder!.get(path)).body
  assert.deepEqual([it.wanted, it.dueOn, it.open], [handOver.text, handOver.dueOn, true])
  assert.ok(it.shown.some((piece: { words: string }) => piece.words === 'Loose stones'))
  assert.deepEqual((await partner!.get('/api/v1/hand-overs')).body, { handOvers: [{ reference, ...it }] })
  assert.equal((await partner!.get(path)).status, 404, 'the partner sees no enquiry')
  assert.equal((await member!.get(path)).status, 404, 'what was written to the partner is not the member’s')
  assert.equal((await responder!.get('/api/v1/hand-overs')).status, 403)
  await act('take-back', reference, { text: 'We mend it ourselves' })
  assert.deepEqual(
    [(await responder!.get(path)).body.open, (await partner!.get('/api/v1/hand-overs')).body.handOvers[0].open],
    [false, false],
  )
})

test('what an enquiry belongs together with names each other one and how', async () => {
  const [first, second] = [await inHand(), await inHand()]
  assert.deepEqual((await responder!.get(`${all}/${first}/others`)).body, { others: [] })
  await act('link', first, { other: second, as: 'related' })
  const { others } = (await responder!.get(`${all}/${second}/others`)).body
  assert.deepEqual(
    others.map((it: { reference: string; as: string[] }) => [it.reference, it.as]),
    [[first, ['related']]],
  )
})
