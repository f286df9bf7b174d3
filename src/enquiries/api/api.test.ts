import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client, clientOf, nameAsInExamples, type ApiSeen, type Client } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { day } from '#kernel/day.ts'
import { houseWith } from '../house.ts'
import { enquiryEndpoints } from './endpoints.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
await nameAsInExamples(db.owner, council)
const files = await testFiles()
const house = houseWith(async () => {})
const { server, turnTo } = await testWeb({
  db,
  routes: enquiryEndpoints({ house, files }),
  today: day('2026-06-01'),
})
const all = '/api/v1/enquiries'

const clients = new Map<PersonKey, Client>()
async function as(key: PersonKey): Promise<Client> {
  const known = clients.get(key)
  if (known) return known
  const made = await clientOf(server, db, council.people[key].person)
  clients.set(key, made)
  return made
}

const pothole = {
  member: 'demo.member@tessbridge.example',
  subject: 'Pothole in Mill Lane',
  text: 'When will it be mended?',
  topic: 'pothole',
}

async function raised(given: object = {}, key: PersonKey = 'member'): Promise<string> {
  const made = await (await as(key)).post(all, { ...pothole, ...given })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.reference
}

const pointers = (seen: ApiSeen): string[] => seen.body.errors.map((it: { pointer: string }) => it.pointer)

test('raising gives number, due date and mailbox, and says who may see it', async () => {
  const member = await as('member')
  const made = await member.post(all, { ...pothole, channel: 'phone', receivedOn: '2026-05-29' })
  assert.equal(made.status, 201)
  assert.deepEqual(
    [made.body.status, made.body.mailbox, made.body.topic, made.body.kind, made.body.channel],
    ['new', 'streets', 'pothole', 'service-request', 'phone'],
  )
  assert.deepEqual([made.body.receivedOn, made.body.dueOn], ['2026-05-29', '2026-06-12'])
  assert.equal(made.body.trackingUrl, `http://localhost:3000/enquiries/${made.body.reference}/track`)
  assert.equal(made.headers.location, `${all}/${made.body.reference}`)
  const read = await member.get(`${all}/${made.body.reference}`)
  assert.deepEqual([read.status, read.body.subject, read.body.version], [200, pothole.subject, 1])
})

test('people, topics and mailboxes go by id or by the word people know', async () => {
  const { people, mailbox, topic } = council
  const byId = await raised({ member: people.member.person, topic: topic.potholes })
  const read = await (await as('responder')).get(`${all}/${byId}`)
  assert.deepEqual([read.body.mailbox, read.body.topic], ['streets', 'potholes'])
  const placed = await raised({ topic: undefined, mailbox: mailbox.housing })
  assert.equal((await (await as('member')).get(`${all}/${placed}`)).body.mailbox, 'housing-advice')
})

test('a text that may be sensitive is asked about once, and both ways on are open', async () => {
  const member = await as('member')
  const sensitive = { ...pothole, subject: 'Stairs', text: 'My wife has cancer. Ring 07700 900123.' }
  const send = (given: object = {}) => member.post(all, { ...sensitive, ...given }, { 'idempotency-key': 'stairs' })
  const asked = await send()
  assert.deepEqual([asked.status, asked.body.type], [422, 'urn:one-stop:problem:may-be-sensitive'])
  assert.deepEqual(pointers(asked), ['#/sensitive', '#/text'])
  assert.doesNotMatch(JSON.stringify(asked.body), /cancer|07700/)
  assert.match(JSON.stringify(asked.body), /somebody’s health/)
  const open = await send({ sensitive: null })
  assert.deepEqual([open.status, open.body.restricted], [201, false])
  assert.equal((await send({ sensitive: null })).body.reference, open.body.reference)
  const restricted = await member.post(all, { ...sensitive, topic: null, sensitive: 'personal-matters' })
  assert.notEqual(restricted.body.type, 'urn:one-stop:problem:may-be-sensitive')
  assert.equal(
    (await member.post(all, { ...pothole, text: 'Ring 07700 900123 about 14 Mill Lane, TB1 2QQ' })).status,
    201,
  )
})

test('a refusal names each field that is wrong by its pointer', async () => {
  const member = await as('member')
  const empty = await member.post(all, {})
  assert.equal(empty.status, 422)
  assert.match(String(empty.headers['content-type']), /^application\/problem\+json/)
  assert.deepEqual(pointers(empty), ['#/member', '#/subject', '#/text'])
  assert.deepEqual(pointers(await member.post(all, { ...pothole, recievedOn: '2026-06-01' })), ['#/recievedOn'])
  assert.deepEqual(pointers(await member.post(all, { ...pothole, topic: 'potholez' })), ['#/topic'])
  assert.deepEqual(pointers(await member.post(all, { ...pothole, receivedOn: '2026-06-31' })), ['#/receivedOn'])
  assert.deepEqual(pointers(await member.post(all, { ...pothole, receivedOn: '2026-06-02' })), ['#/receivedOn'])
  const file = { attachments: [{ name: 'a.txt', content: 'not base64!' }] }
  assert.deepEqual(pointers(await member.post(all, { ...pothole, ...file })), ['#/attachments/0/content'])
  const program = { attachments: [{ name: 'a.exe', content: Buffer.from('MZ\u0000\u0003').toString('base64') }] }
  assert.deepEqual(pointers(await member.post(all, { ...pothole, ...program })), ['#/attachments'])
})

test('what cannot be read is said clearly, and what is not JSON is not taken', async () => {
  const member = await as('member')
  const broken = await member.post(all, '{"member": ', { 'content-type': 'application/json' })
  assert.deepEqual([broken.status, broken.body.title], [400, 'The body is not valid JSON'])
  const form = await member.post(all, 'member=a&text=b', { 'content-type': 'application/x-www-form-urlencoded' })
  assert.equal(form.status, 415)
  const list = await member.post(all, '[1]', { 'content-type': 'application/json' })
  assert.equal(list.status, 422)
})

test('without a token nobody comes in, cookie or not', async () => {
  for (const stranger of [client(server), client(server, { authorization: 'Bearer onestop_wrong' })]) {
    const turned = await stranger.post(all, pothole)
    assert.deepEqual([turned.status, turned.headers['www-authenticate']], [401, 'Bearer'])
  }
})

test('nobody raises for a member who did not ask them to', async () => {
  for (const key of ['otherMember', 'auditor', 'head'] as const)
    assert.equal((await (await as(key)).post(all, pothole)).status, 403, key)
  await raised({}, 'assistant')
  await raised({}, 'responder')
})

test('a key sent twice makes one enquiry, even at the same time; with other words it is refused', async () => {
  const member = await as('member')
  const once = (given: object = {}) => member.post(all, { ...pothole, ...given }, { 'idempotency-key': 'k-1' })
  const [first, second] = await Promise.all([once(), once()])
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.deepEqual(second.body, first.body)
  assert.deepEqual((await once()).body, first.body)
  const other = await once({ text: 'Something else' })
  assert.deepEqual([other.status, other.body.errors[0].header], [422, 'Idempotency-Key'])
  const withFile = await once({ attachments: [{ name: 'a.txt', content: 'QQ==' }] })
  assert.equal(withFile.status, 422)
  assert.equal((await member.post(all, pothole, { 'idempotency-key': 'k 1' })).status, 422)
})

test('an act answers the new state; a lost race is 409 and changes nothing', async () => {
  const reference = await raised()
  const responder = await as('responder')
  const taken = await responder.post(`${all}/${reference}/take`, { version: 1 })
  assert.deepEqual([taken.status, taken.body.status, taken.body.version], [200, 'in-progress', 2])
  const late = await (await as('owner')).post(`${all}/${reference}/note`, { text: 'Late', version: 1 })
  assert.deepEqual([late.status, late.body.type], [409, 'urn:one-stop:problem:stale-version'])
  const again = await responder.post(`${all}/${reference}/take`)
  assert.deepEqual([again.status, again.body.type], [422, 'urn:one-stop:problem:wrong-status'])
  const read = await responder.get(`${all}/${reference}`)
  assert.equal(read.body.version, 2)
  const missing = await responder.post(`${all}/${reference}/answer`, { text: 'In July' })
  assert.deepEqual([missing.status, pointers(missing)], [422, ['#/answers/1']])
})

test('an act needs the role for it, and the part', async () => {
  const reference = await raised()
  assert.equal((await (await as('member')).post(`${all}/${reference}/take`)).status, 403)
  assert.equal((await (await as('auditor')).post(`${all}/${reference}/note`, { text: 'Hm' })).status, 403)
  assert.equal((await (await as('responder')).post(`${all}/${reference}/answer`, { text: 'Soon' })).status, 403)
  assert.equal((await (await as('admin')).get(`${all}/${reference}`)).status, 403)
})

test('files sent with words come back as they may be shown', async () => {
  const content = Buffer.from('The hole is 40 cm wide.').toString('base64')
  const reference = await raised({ attachments: [{ name: 'a.txt', content }] })
  const member = await as('member')
  turnTo(day('2026-06-02'))
  await member.post(`${all}/${reference}/reply`, { text: 'One more', attachments: [{ name: 'b.txt', content }] })
  turnTo(day('2026-06-01'))
  const { messages } = (await member.get(`${all}/${reference}/messages`)).body
  assert.deepEqual(
    messages.map((it: any) => it.attachments.map((file: any) => file.name)),
    [['a.txt'], ['b.txt']],
  )
  const path = new URL(messages[0].attachments[0].url).pathname
  const file = await member.get(path)
  assert.equal(file.bytes.toString(), 'The hole is 40 cm wide.')
  assert.match(String(file.headers['content-disposition']), /^attachment/)
  assert.equal((await (await as('otherMember')).get(path)).status, 404)
  const elsewhere = await raised()
  assert.equal((await member.get(path.replace(reference, elsewhere))).status, 404)
})

test('what somebody may not see does not exist for them, on every path', async () => {
  const open = await raised()
  const restricted = await raised({ topic: undefined, sensitive: 'adult-at-risk' })
  const absent = 'ME-2026-999999'
  const may: Record<string, PersonKey[]> = {
    [open]: ['member', 'assistant', 'oneStop', 'responder', 'owner', 'head', 'director', 'auditor', 'dpo'],
    [restricted]: ['member', 'properOfficer'],
  }
  const readers = ['member', 'assistant', 'otherMember', 'oneStop', 'responder', 'owner', 'otherResponder'] as const
  const overseers = ['properOfficer', 'head', 'director', 'performance', 'dpo', 'auditor'] as const
  may[open]!.push('performance')
  for (const key of [...readers, ...overseers]) {
    const who = await as(key)
    const listed: string[] = (await who.get(`${all}?limit=200`)).body.enquiries.map((it: any) => it.reference)
    for (const reference of [open, restricted]) {
      const sees = may[reference]!.includes(key)
      assert.equal(listed.includes(reference), sees, `${key} lists ${reference}`)
      const found = (await who.get(`${all}?q=${reference}`)).body.enquiries.length
      assert.equal(found, sees ? 1 : 0, `${key} finds ${reference}`)
      for (const below of ['', '/timeline', '/messages', '/clock']) {
        const seen = await who.get(`${all}/${reference}${below}`)
        const nothing = await who.get(`${all}/${absent}${below}`)
        assert.equal(seen.status, sees ? 200 : 404, `${key} reads ${reference}${below}`)
        if (!sees) assert.deepEqual(seen.body, nothing.body)
      }
    }
  }
  for (const key of ['otherMember', 'otherResponder'] as const) {
    const act = key === 'otherMember' ? 'reply' : 'note'
    const [seen, nothing] = await Promise.all(
      [open, absent].map(async it => (await as(key)).post(`${all}/${it}/${act}`, { text: 'Hello' })),
    )
    assert.deepEqual([seen!.status, seen!.body], [404, nothing!.body])
  }
})

test('views of a restricted enquiry are written down', async () => {
  const reference = await raised({ topic: undefined, sensitive: 'adult-at-risk' })
  await (await as('properOfficer')).get(`${all}/${reference}/messages`)
  const found =
    await db.owner`select actor from audit.entry where act = 'enquiries.viewed' and subject_reference = ${reference}`
  assert.deepEqual(
    found.map(row => row.actor),
    [council.people.properOfficer.person],
  )
})

test('an act that takes an enquiry out of sight says so', async () => {
  const reference = await raised()
  const moved = await (
    await as('responder')
  ).post(`${all}/${reference}/move`, {
    mailbox: 'housing-advice',
    why: 'It is the estate’s lane',
  })
  assert.equal(moved.status, 204)
  assert.equal((await (await as('responder')).get(`${all}/${reference}`)).status, 404)
})

test('internal notes and their traces are for the council’s own people', async () => {
  const reference = await raised()
  await (await as('responder')).post(`${all}/${reference}/note`, { text: 'Canary of the note' })
  const read = async (key: PersonKey) => {
    const who = await as(key)
    const [messages, timeline] = await Promise.all([
      who.get(`${all}/${reference}/messages`),
      who.get(`${all}/${reference}/timeline`),
    ])
    return JSON.stringify([messages.body, timeline.body])
  }
  assert.match(await read('owner'), /Canary of the note.*noted/)
  assert.doesNotMatch(await read('member'), /Canary|noted/)
  assert.doesNotMatch(await read('assistant'), /Canary|noted/)
})

test('a link is told to whoever may see both its ends', async () => {
  const reference = await raised()
  const ends = {
    own: await raised(),
    others: await raised({ member: council.people.otherMember.person }, 'otherMember'),
  }
  const oneStop = await as('oneStop')
  for (const other of Object.values(ends))
    assert.equal((await oneStop.post(`${all}/${reference}/link`, { other, as: 'related' })).status, 200)
  const linked = async (key: PersonKey) =>
    (await (await as(key)).get(`${all}/${reference}/timeline`)).body.events.filter((it: any) => it.type === 'linked')
  assert.equal((await linked('oneStop')).length, 2)
  assert.deepEqual(
    (await linked('member')).map((it: any) => it.words.includes(ends.own)),
    [true],
  )
})

test('the clock is told day by day', async () => {
  turnTo(day('2026-06-05'))
  const reference = await raised({ receivedOn: '2026-06-03' })
  const { body } = await (await as('member')).get(`${all}/${reference}/clock`)
  turnTo(day('2026-06-01'))
  assert.deepEqual([body.dueOn, body.limitWorkingDays, body.standing], ['2026-06-17', 10, 'on-time'])
  assert.deepEqual(body.days[3], { on: '2026-06-06', because: 'not-worked', counted: null, why: 'Saturday' })
  assert.equal(body.days.at(-1).because, 'due')
})

test('pages stay where they are while rows are added and go', async () => {
  const other = await as('otherMember')
  const make = () => raised({ member: council.people.otherMember.person }, 'otherMember')
  for (const order of ['newest', 'due']) {
    const before: string[] = []
    for (let i = 0; i < 7; i++) before.push(await make())
    const known = new Set((await other.get(`${all}?limit=200`)).body.enquiries.map((it: any) => it.reference))
    const seen: string[] = []
    let next: string | null = `${all}?limit=3&order=${order}`
    while (next) {
      const page: ApiSeen = await other.get(next)
      assert.equal(page.status, 200)
      seen.push(...page.body.enquiries.map((it: any) => it.reference))
      if (page.body.next) assert.equal(page.headers.link, `<${page.body.next}>; rel="next"`)
      next = page.body.next && page.body.next.slice('http://localhost:3000'.length)
      // somebody works on meanwhile
      await make()
      if (seen.length === 3) await other.post(`${all}/${seen[0]}/withdraw`, { text: 'Done' })
      if (seen.length > known.size + 20) break
    }
    assert.equal(new Set(seen).size, seen.length, 'none twice')
    assert.deepEqual(
      before.filter(reference => !seen.includes(reference)),
      [],
      'none left out',
    )
  }
})

test('a list is asked for by the words of the pages', async () => {
  const oneStop = await as('oneStop')
  const late = await raised({ receivedOn: '2026-03-02', subject: 'A very late matter' })
  const found = async (query: string) =>
    (await oneStop.get(`${all}?${query}`)).body.enquiries.map((it: any) => it.reference) as string[]
  assert.deepEqual(await found('overdue=true'), [late])
  assert.deepEqual(await found('q=very+LATE'), [late])
  assert.deepEqual(await found(`q=${late.toLowerCase()}`), [late])
  assert.ok((await found('mailbox=streets&status=new,assigned&limit=200')).includes(late))
  assert.ok(!(await found('mailbox=housing-advice&limit=200')).includes(late))
  assert.ok((await found('member=demo.member@tessbridge.example&topic=pothole&limit=200')).includes(late))
  for (const [query, parameter] of [
    ['status=open', 'status'],
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['overdue=false', 'overdue'],
    ['after=nonsense', 'after'],
    ['statuss=new', 'statuss'],
    ['mailbox=nowhere', 'mailbox'],
  ] as const) {
    const refused = await oneStop.get(`${all}?${query}`)
    assert.deepEqual([refused.status, refused.body.errors[0].parameter], [422, parameter], query)
  }
})
