import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { addDays, day, dayOf, nowAt, type Day } from '#kernel/day.ts'
import { addDirectorate, addPerson, addService, addWard, permissionsOf, type Role } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Answer } from '#platform/http/answer.ts'
import { formOf, type FormFields } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { testDatabase } from '#test/database.ts'
import * as mailboxes from './door.ts'
import { mailboxRoutes } from './routes.ts'

const db = await testDatabase()
const routes = mailboxRoutes()
const today = dayOf(new Date())
const longAgo = day('2025-04-01')

type Somebody = { id: string; roles: Role[] }
const who: Record<'admin' | 'owner' | 'responder' | 'proper' | 'member', Somebody> = {
  admin: { id: '', roles: ['admin'] },
  owner: { id: '', roles: ['owner'] },
  responder: { id: '', roles: ['responder'] },
  proper: { id: '', roles: ['proper-officer'] },
  member: { id: '', roles: ['member'] },
}
const ids = { service: '', ward: '', streets: '', parks: '' }

before(async () => {
  await inTransaction(db, 'system', async tx => {
    const names = {
      admin: 'Ada Lomas',
      owner: 'Fiona Hartley',
      responder: "Dara O'Brien",
      proper: 'Ruth Abernathy',
      member: 'Ní Mhurchú',
    }
    for (const [key, name] of Object.entries(names)) {
      const it = who[key as keyof typeof who]
      it.id = await addPerson(tx, { name, email: `${key}@tessbridge.example`, roles: it.roles })
    }
    const directorateId = await addDirectorate(tx, { name: 'Place' })
    ids.service = await addService(tx, { name: 'Highways', directorateId })
    ids.ward = await addWard(tx, { name: 'Millfield' })
    const box = (key: string, name: string, more: object = {}) =>
      mailboxes.addMailbox(tx, {
        key,
        name,
        address: `${key}@tessbridge.example`,
        purpose: `All about ${key}`,
        serviceId: ids.service,
        ...more,
      })
    ids.streets = await box('streets', 'Streets')
    ids.parks = await box('parks', 'Parks')
    const adults = await box('adults', 'Safeguarding adults', { restricted: true, handles: ['adult-at-risk'] })
    const topicId = await mailboxes.addTopic(tx, {
      key: 'pothole',
      name: 'Potholes',
      words: ['pothole', 'carriageway'],
    })
    await mailboxes.giveResponsibility(tx, { topicId, mailboxId: ids.streets, fromOn: longAgo })
    await mailboxes.namePerson(tx, { mailboxId: ids.streets, personId: who.owner.id, part: 'owner', fromOn: longAgo })
    await mailboxes.namePerson(tx, {
      mailboxId: adults,
      personId: who.proper.id,
      part: 'proper-officer',
      fromOn: longAgo,
    })
  })
})

type Asking = { form?: FormFields; query?: Record<string, string> }

/** Asks a page as somebody, through the route's own permission; `turned away` when the role does not have it. */
async function ask(somebody: Somebody, line: string, { form = {}, query = {} }: Asking = {}) {
  const [method, path = ''] = line.split(' ')
  const { route, params } = routeFor(method!, path)
  const permissions: ReadonlySet<string> = permissionsOf(somebody.roles)
  if (!permissions.has(route.may)) return { status: 403, html: '', to: '', words: 'turned away' }
  const asked = {
    viewer: { person: somebody.id, name: '', email: '', roles: somebody.roles, permissions, via: 'session' },
    now: nowAt(new Date()),
    params,
    query,
    form: formOf(form),
    csrf: 'token',
    path,
    transact: (work: never) => inTransaction(db, somebody.id, work),
  } as unknown as Asked
  return seen(await route.handle(asked))
}

/** As the server does: what is written out goes before what is a parameter. */
function routeFor(method: string, path: string) {
  const given = path.split('/')
  const fits = (pattern: string[]) =>
    pattern.length === given.length && pattern.every((it, at) => it.startsWith(':') || it === given[at])
  const found = routes.filter(it => it.method === method && fits(it.path.split('/')))
  const [route] = found.toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
  assert.ok(route, `${method} ${path}`)
  const params = Object.fromEntries(
    route.path.split('/').flatMap((it, at) => (it.startsWith(':') ? [[it.slice(1), given[at]!]] : [])),
  )
  return { route, params }
}

function seen(answer: Answer) {
  if (answer.kind === 'redirect') return { status: 303, to: answer.to, html: '', words: answer.flash ?? '' }
  if (answer.kind !== 'page') return { status: 404, to: '', html: '', words: '' }
  const html = answer.page.body.text
  const words = `${answer.page.title} ${html.replace(/<[^>]*>/g, ' ')}`.replace(/&#39;/g, "'").replace(/\s+/g, ' ')
  return { status: answer.status, to: '', html, words }
}

const boxes = (prefix: string, on: Day) => {
  const [year, month, date] = on.split('-')
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year }
}
const actsOn = async (reference: string): Promise<string[]> =>
  (await db.owner`select act from audit.entry where subject_reference = ${reference} order by id`).map(
    row => row.act as string,
  )

describe('who answers for what', () => {
  test('everybody signed in sees mailboxes, owners and a way to ask in their own words', async () => {
    const all = await ask(who.member, 'GET /mailboxes', { query: { q: 'holes in the carriageway' } })
    assert.match(all.words, /Potholes : answered by Streets , because you wrote “carriageway”/)
    assert.match(all.words, /Fiona Hartley/)
    assert.doesNotMatch(all.words, /Ruth Abernathy/)
    assert.doesNotMatch(all.words, /Add a mailbox/)
    assert.match((await ask(who.member, 'GET /mailboxes', { query: { q: 'zzz' } })).words, /No topic fits/)
  })

  test('a restricted mailbox tells outsiders its name and purpose only', async () => {
    for (const outsider of [who.member, who.owner, who.responder]) {
      const outside = await ask(outsider, 'GET /mailboxes/adults')
      assert.match(outside.words, /Safeguarding adults .*All about adults/)
      assert.doesNotMatch(outside.words, /Ruth Abernathy|adults@/)
    }
    for (const insider of [who.proper, who.admin])
      assert.match((await ask(insider, 'GET /mailboxes/adults')).words, /Ruth Abernathy/)
    assert.equal((await ask(who.member, 'GET /mailboxes/nowhere')).status, 404)
  })

  test('a topic tells who answers', async () => {
    assert.match((await ask(who.member, 'GET /topics/pothole')).words, /Streets . From 1 April 2025/)
    assert.match((await ask(who.member, 'GET /topics')).words, /Potholes Streets/)
  })
})

describe('setting up mailboxes', () => {
  const lighting = () => ({
    name: 'Street lighting & signals',
    key: 'lighting',
    address: 'lighting@tessbridge.example',
    purpose: 'Lamps',
    runBy: ids.service,
    restricted: 'no',
  })

  test('an administrator adds and changes one, and the trail says so', async () => {
    assert.equal((await ask(who.admin, 'POST /mailboxes/add', { form: lighting() })).to, '/mailboxes/lighting')
    assert.match((await ask(who.admin, 'GET /mailboxes/lighting/edit')).html, /value="Street lighting &amp; signals"/)
    const changed = await ask(who.admin, 'POST /mailboxes/lighting/edit', {
      form: { ...lighting(), limit: '5', version: '1' },
    })
    assert.equal(changed.to, '/mailboxes/lighting')
    assert.match((await ask(who.member, 'GET /mailboxes/lighting')).words, /Target 5 working days/)
    const late = await ask(who.admin, 'POST /mailboxes/lighting/edit', { form: { ...lighting(), version: '1' } })
    assert.match(late.words, /Somebody else changed this mailbox/)
    assert.deepEqual(await actsOn('lighting'), ['mailboxes.open', 'mailboxes.change'])
  })

  test('what is wrong is said at each field and what was typed stays', async () => {
    const wrong = await ask(who.admin, 'POST /mailboxes/add', {
      form: {
        ...lighting(),
        key: 'Not A Key',
        address: 'nowhere',
        limit: '99',
        runBy: '',
        name: "O'Brien <x>",
        'closed-day': '31',
        'closed-month': '2',
        'closed-year': '2027',
      },
    })
    assert.equal(wrong.status, 422)
    for (const field of ['key', 'address', 'limit', 'runBy', 'closed-day']) {
      assert.ok(wrong.html.includes(`href="#${field}"`) && wrong.html.includes(`id="${field}"`), field)
    }
    assert.match(wrong.html, /value="O&#39;Brien &lt;x&gt;"/)
    const taken = await ask(who.admin, 'POST /mailboxes/add', {
      form: { ...lighting(), key: 'lamps', address: 'Streets@tessbridge.example' },
    })
    assert.match(taken.words, /Another mailbox has this address/)
    assert.match(
      (await ask(who.admin, 'POST /mailboxes/add', { form: { ...lighting(), key: 'absences' } })).words,
      /leads to another page/,
    )
  })

  test('a restricted mailbox stays restricted', async () => {
    const opened = { ...lighting(), key: 'adults', address: 'adults@tessbridge.example', version: '1' }
    assert.match(
      (await ask(who.admin, 'POST /mailboxes/adults/edit', { form: opened })).words,
      /cannot become an open one/,
    )
  })

  test('nobody else may', async () => {
    for (const other of [who.owner, who.responder, who.member, who.proper]) {
      for (const line of [
        'GET /mailboxes/add',
        'POST /mailboxes/add',
        'POST /topics/pothole/transfer',
        'GET /topics/add',
      ]) {
        assert.equal((await ask(other, line)).words, 'turned away')
      }
    }
  })
})

describe('the people of a mailbox', () => {
  const naming = (more: FormFields = {}) => ({
    person: who.responder.id,
    part: 'responder',
    ...boxes('from', today),
    ...more,
  })

  test('are named and given a last day by whoever runs it', async () => {
    assert.equal(
      (await ask(who.owner, 'POST /mailboxes/streets/people/add', { form: naming() })).to,
      '/mailboxes/streets',
    )
    const shown = await ask(who.owner, 'GET /mailboxes/streets')
    assert.match(shown.words, /Dara O'Brien Responder Yes/)
    const link = [...shown.html.matchAll(/href="(\/mailboxes\/streets\/people\/[^"/]{9,})"/g)].at(-1)![1]
    assert.match(
      (await ask(who.owner, `POST ${link}`, { form: boxes('until', addDays(today, -9)) })).words,
      /yesterday or later/,
    )
    assert.equal(
      (await ask(who.owner, `POST ${link}`, { form: boxes('until', addDays(today, -1)) })).to,
      '/mailboxes/streets',
    )
    assert.doesNotMatch((await ask(who.member, 'GET /mailboxes/streets')).words, /Dara/)
    assert.deepEqual(await actsOn('streets'), ['mailboxes.name', 'mailboxes.unname'])
  })

  test('are refused in words when a part is taken or something is missing', async () => {
    assert.match(
      (await ask(who.admin, 'POST /mailboxes/streets/people/add', { form: naming({ part: 'owner' }) })).words,
      /There is an owner/,
    )
    const empty = await ask(who.admin, 'POST /mailboxes/streets/people/add')
    assert.match(empty.words, /Select a person Select a part Enter the first day/)
    const before = naming(boxes('until', addDays(today, -1)))
    assert.match(
      (await ask(who.admin, 'POST /mailboxes/streets/people/add', { form: before })).words,
      /Last day must be the first day or later/,
    )
  })

  test('those pages are not there for anybody else', async () => {
    for (const [other, box] of [
      [who.responder, 'streets'],
      [who.member, 'streets'],
      [who.owner, 'parks'],
      [who.owner, 'adults'],
    ] as const) {
      assert.equal((await ask(other, `POST /mailboxes/${box}/people/add`, { form: naming() })).status, 404)
    }
  })
})

describe('absence and cover', () => {
  test('a person tells of their own, and of nobody else’s', async () => {
    const form = {
      person: who.responder.id,
      cover: who.owner.id,
      ...boxes('from', today),
      ...boxes('until', addDays(today, 3)),
    }
    assert.equal((await ask(who.responder, 'POST /mailboxes/absences', { form })).to, '/mailboxes/absences')
    assert.match(
      (await ask(who.responder, 'POST /mailboxes/absences', { form })).words,
      /away on some of those days already/,
    )
    assert.match((await ask(who.member, 'POST /mailboxes/absences', { form })).words, /Select who is away/)
    const shown = await ask(who.responder, 'GET /mailboxes/absences')
    assert.match(shown.words, /Dara O'Brien .* Fiona Hartley/)
    const back = /action="(\/mailboxes\/absences\/[^"]+)"/.exec(shown.html)![1]
    assert.equal((await ask(who.member, `POST ${back}`)).status, 404)
    assert.equal((await ask(who.responder, `POST ${back}`)).words, "Dara O'Brien is back")
    assert.match((await ask(who.responder, 'GET /mailboxes/absences')).words, /Nobody is away/)
  })
})

describe('topics', () => {
  test('are added and changed', async () => {
    const form = {
      name: 'Street lights',
      key: 'street-light',
      words: 'lamp post, street light\nlamp post',
      kind: 'service-request',
      limit: '',
      lgsl: '564',
      needsReview: 'yes',
    }
    assert.equal((await ask(who.admin, 'POST /topics/add', { form })).to, '/topics/street-light')
    assert.match(
      (await ask(who.member, 'GET /topics/street-light')).words,
      /lamp post, street light Kind Service request .* A second person reads .* 564 .* Nobody answers for it now/,
    )
    assert.match((await ask(who.admin, 'POST /topics/add', { form })).words, /Another topic has this short name/)
    assert.match(
      (await ask(who.admin, 'POST /topics/add', { form: { ...form, key: 'lamp', words: ' ,\n' } })).words,
      /Enter the words people use/,
    )
    assert.equal(
      (
        await ask(who.admin, 'POST /topics/street-light/edit', {
          form: { ...form, name: 'Street lighting', version: '1' },
        })
      ).words,
      'Topic changed',
    )
    assert.deepEqual(await actsOn('street-light'), ['mailboxes.define-topic', 'mailboxes.change-topic'])
  })

  test('a transfer is planned, shown, and can be taken back', async () => {
    const from = addDays(today, 30)
    const form = { mailbox: ids.parks, ward: '', ...boxes('from', from) }
    assert.match(
      (await ask(who.admin, 'POST /topics/pothole/transfer', { form: { ...form, mailbox: ids.streets } })).words,
      /Streets answers for it already/,
    )
    assert.match(
      (
        await ask(who.admin, 'POST /topics/pothole/transfer', {
          form: { ...form, ...boxes('from', addDays(today, -1)) },
        })
      ).words,
      /today or later/,
    )
    assert.equal((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).to, '/topics/pothole')
    const shown = await ask(who.admin, 'GET /topics/pothole')
    assert.match(shown.words, /Who answers Streets .* Planned changes Parks . From/)
    assert.match((await ask(who.member, 'GET /mailboxes/parks')).words, /Potholes , from/)
    const routed = (on: Day) =>
      inTransaction(db, who.member.id, async tx => {
        const found = await mailboxes.routeFor(tx, { topicId: (await mailboxes.topicByKey(tx, 'pothole'))!.id, on })
        return found.ok ? found.value.mailbox.key : found.refusal.code
      })
    assert.deepEqual([await routed(addDays(from, -1)), await routed(from)], ['streets', 'parks'])
    assert.match((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).words, /is planned already/)
    const takeBack = /action="(\/topics\/pothole\/transfer\/[^"]+\/take-back)"/.exec(shown.html)![1]
    assert.equal((await ask(who.admin, `POST ${takeBack}`)).words, 'Planned change taken back')
    assert.equal(await routed(from), 'streets')
    assert.match((await ask(who.admin, `POST ${takeBack}`)).words, /has not begun/)
  })

  test('one ward may have its own arrangement', async () => {
    const form = { mailbox: ids.parks, ward: ids.ward, ...boxes('from', today) }
    assert.equal((await ask(who.admin, 'POST /topics/pothole/transfer', { form })).status, 303)
    assert.match((await ask(who.member, 'GET /topics/pothole')).words, /Parks in Millfield/)
  })
})
