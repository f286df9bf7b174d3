import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, dayOf } from '#kernel/day.ts'
import type { FormFields } from '#platform/http/form.ts'
import { testDatabase } from '#test/database.ts'
import { boxes, mailboxTown } from './town-for-tests.ts'

const db = await testDatabase()
const { who, ids, ask, actsOn } = await mailboxTown(db)
const today = dayOf(new Date())

describe('who answers for what', () => {
  test('everybody signed in sees mailboxes, owners and a way to ask in their own words', async () => {
    const all = await ask(who.member, 'GET /mailboxes', { query: { q: 'holes in the carriageway' } })
    assert.match(all.words, /Potholes : answered by Streets , because you wrote “carriageway”/)
    assert.match(all.words, /Fiona Hartley 10 working days/)
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

  test('an absence gets other days and another cover; what is wrong is said and kept, and nobody else’s is there', async () => {
    const days = (from: number, until: number) => ({
      ...boxes('from', addDays(today, from)),
      ...boxes('until', addDays(today, until)),
    })
    await ask(who.responder, 'POST /mailboxes/absences', { form: { person: who.responder.id, ...days(10, 12) } })
    await ask(who.responder, 'POST /mailboxes/absences', { form: { person: who.responder.id, ...days(20, 22) } })
    const { html } = await ask(who.responder, 'GET /mailboxes/absences')
    const change = /href="(\/mailboxes\/absences\/[^"]+\/change)"/.exec(html)![1]!
    assert.match((await ask(who.responder, `GET ${change}`)).words, /Change the absence of Dara O'Brien/)
    for (const stranger of [who.member, who.owner]) {
      assert.equal((await ask(stranger, `GET ${change}`)).status, 404)
      assert.equal((await ask(stranger, `POST ${change}`, { form: days(10, 11) })).status, 404)
    }
    const backwards = await ask(who.responder, `POST ${change}`, { form: { ...days(14, 12), cover: who.owner.id } })
    assert.match(backwards.words, /There is a problem/)
    assert.match(backwards.html, new RegExp(`value="${who.owner.id}" selected`))
    const twice = await ask(who.responder, `POST ${change}`, { form: days(10, 21) })
    assert.match(twice.words, /away on some of those days already/)
    const form = { ...days(10, 15), cover: who.owner.id }
    assert.equal((await ask(who.responder, `POST ${change}`, { form })).to, '/mailboxes/absences')
    const [kept] = await db.owner`
      select until_on, cover_id from mailboxes.absence where from_on = ${addDays(today, 10)}`
    assert.deepEqual([kept!.untilOn, kept!.coverId], [addDays(today, 15), who.owner.id])
  })
})

describe('how new work is given out', () => {
  const path = '/mailboxes/streets/new-work'
  const givesOut = async () =>
    (await db.owner`select gives_out from mailboxes.mailbox where key = 'streets'`)[0]!.givesOut as boolean

  test('whoever runs the mailbox chooses; nothing selected is said; the trail tells each choice', async () => {
    assert.match((await ask(who.owner, `GET ${path}`)).html, /value="taken"[^>]*checked/)
    assert.match((await ask(who.owner, `POST ${path}`)).words, /There is a problem Select how new work is given out/)
    for (const _twice of [1, 2])
      assert.equal((await ask(who.owner, `POST ${path}`, { form: { how: 'itself' } })).to, '/mailboxes/streets')
    assert.equal(await givesOut(), true)
    await ask(who.owner, `POST ${path}`, { form: { how: 'taken' } })
    assert.equal(await givesOut(), false)
    assert.ok((await actsOn('streets')).includes('mailboxes.give-out'))
  })

  test('for everybody else there is no such page', async () => {
    for (const other of [who.responder, who.member, who.proper]) {
      assert.equal((await ask(other, `GET ${path}`)).status, 404)
      assert.equal((await ask(other, `POST ${path}`, { form: { how: 'itself' } })).status, 404)
    }
    assert.equal(await givesOut(), false)
  })
})
