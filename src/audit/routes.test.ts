import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { testDatabase } from '#test/database.ts'
import { record, seal } from './door.ts'
import { auditRoutes } from './routes.ts'

const db = await testDatabase()
const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour))
let auditor = ''
let frances = ''

before(async () => {
  const add = async (name: string): Promise<string> =>
    (
      await db.owner`insert into people.person (name, email) values (${name}, ${`${name.length}@tessbridge.example`}) returning id`
    )[0]!.id
  auditor = await add('Niamh Ó Brien')
  frances = await add("Frances O'Brien <b>")
  await db.owner`insert into people.role_grant (person_id, role) values (${auditor}, 'auditor')`
  await inTransaction(db, 'system', async tx => {
    for (let n = 0; n < 60; n++) {
      await record(tx, {
        at: at(n % 20),
        actor: frances,
        act: 'enquiries.viewed',
        subject: { kind: 'enquiry', id: `${n}`, reference: `ME-2026-${100000 + n}` },
      })
    }
    await record(tx, {
      at: at(9),
      actor: null,
      act: 'mailboxes.closed',
      subject: { kind: 'mailbox', id: 'x', reference: 'trees' },
    })
    await seal(tx)
  })
})

async function ask(
  line: string,
  query: Record<string, string> = {},
  typed: Record<string, string> = {},
  params: Record<string, string> = {},
): Promise<Answer> {
  const [method, path] = line.split(' ')
  const asked = {
    now: nowAt(new Date()),
    query,
    form: formOf(typed),
    viewer: { person: auditor },
    csrf: 'token',
    params,
    transact: (work: never) => inTransaction(db, auditor, work),
  } as unknown as Asked
  return auditRoutes.find(it => it.method === method && it.path === path)!.handle(asked)
}

async function shown(query: Record<string, string> = {}) {
  const answer = await ask('GET /audit', query)
  assert.ok(answer.kind === 'page')
  const html = answer.page.body.text
  return {
    status: answer.status,
    html,
    rows: html.split('os-list__row').length - 1,
    next: /href="([^"]*below=\d+[^"]*)"/.exec(html)?.[1],
  }
}

test('every page of the trail asks for the permission to read it', () => {
  assert.ok(auditRoutes.every(it => it.may === 'audit.read'))
})

test('pages lead through every entry once', async () => {
  const first = await shown()
  assert.equal(first.rows, 50)
  const second = await shown(Object.fromEntries(new URL(first.next!, 'http://x').searchParams))
  assert.deepEqual([second.rows, second.next], [11, undefined])
  assert.match(second.html, /Newest entries/)
})

test('the search finds by person without accents or case, by act, reference and day', async () => {
  assert.equal((await shown({ person: 'FRANCES', act: 'enquiries.' })).rows, 50)
  assert.equal((await shown({ person: 'niamh o brien' })).rows, 0)
  assert.equal((await shown({ act: 'mailboxes.' })).rows, 1)
  assert.equal((await shown({ reference: 'me-2026-100008' })).rows, 1)
  assert.equal((await shown({ 'from-day': '2', 'from-month': '6', 'from-year': '2026' })).rows, 0)
  assert.equal((await shown({ 'until-day': '1', 'until-month': '6', 'until-year': '2026' })).rows, 50)
  assert.equal((await shown({ person: '%' })).rows, 0)
})

test('a search that cannot be says so and keeps what was typed', async () => {
  const refused = await shown({ person: 'Frances', 'from-day': '31', 'from-month': '2', 'from-year': '2026' })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /From day must be a real date/)
  assert.match(refused.html, /href="#from-day"/)
  assert.match(refused.html, /value="Frances"/)
})

test('a check is kept and said in words', async () => {
  assert.match((await shown()).html, /Nobody has checked the trail yet/)
  const answer = await ask('POST /audit/verification')
  assert.ok(answer.kind === 'redirect' && answer.flash === 'The trail is sound')
  assert.match((await shown()).html, /61 sealed entries are as they were written/)
  await db.owner`alter table audit.entry no force row level security`
  await db.owner`update audit.entry set act = 'enquiries.view' where subject_id = '7'`
  await ask('POST /audit/verification')
  assert.match((await shown()).html, /Entry 8 was changed after it was sealed/)
})

test('entries say in words what happened, and to whom', async () => {
  await inTransaction(db, 'system', tx =>
    Promise.all([
      record(tx, { at: at(10), actor: frances, act: 'people.disabled', subject: { kind: 'person', id: auditor } }),
      record(tx, {
        at: at(10),
        actor: null,
        act: 'platform.setting',
        subject: { kind: 'setting', id: 'council.name' },
      }),
      record(tx, { at: at(10), actor: null, act: 'people.unheard-of', subject: { kind: 'comet', id: 'x' } }),
      record(tx, {
        at: at(10),
        actor: null,
        act: 'people.council-added',
        subject: { kind: 'ward', id: 'y' },
        details: { name: 'Coldharbour' },
      }),
    ]),
  )
  const words = async (act: string) => (await shown({ act })).html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  assert.match(await words('people.disabled'), /Stopped somebody signing in people.disabled Niamh Ó Brien/)
  assert.match(await words('platform.setting'), /Changed a setting platform.setting The name of the council/)
  assert.match(await words('people.council-added'), /Added a part of the council people.council-added Coldharbour/)
  assert.match(await words('people.unheard-of'), / people.unheard-of comet x/)
  assert.match((await shown({ act: 'mailboxes.' })).html, /href="\/mailboxes\/trees"/)
  assert.equal((await shown({ act: 'people.dis' })).rows, 0)
})

test('names are escaped', async () => {
  const { html } = await shown({ person: 'frances' })
  assert.match(html, /Frances O&#39;Brien &lt;b&gt;/)
})

test('what a search finds is saved as a file, line by line, and that stands in the trail', async () => {
  const take = async (format: string, search = 'act=mailboxes.') => {
    const asked = { format, search } as Record<string, string>
    return ask('POST /audit/export', {}, asked)
  }
  const csv = await take('csv')
  assert.ok(csv.kind === 'file' && csv.saveAs?.endsWith('.csv'))
  const text = (await Array.fromAsync(csv.body as AsyncIterable<string>)).join('')
  assert.equal(text.trimEnd().split('\r\n').length, 2)
  assert.match(text, /mailboxes\.closed/)
  assert.ok((await take('xlsx')).kind === 'file')
  assert.equal((await take('csv', 'from-day=31&from-month=2&from-year=2026')).kind, 'redirect')
  assert.equal((await shown({ act: 'audit.exported' })).rows, 2)
})

test('a person’s page says what they did and which restricted enquiries they looked at', async () => {
  const answer = await ask('GET /audit/people/:id', {}, {}, { id: frances })
  assert.ok(answer.kind === 'page')
  assert.match(answer.page.body.text, /Looked at a restricted enquiry/)
  assert.match(answer.page.body.text, /href="\/audit\/enquiries\/ME-2026-100008"/)
  assert.equal((await shown({ who: frances })).rows, 50)
  assert.equal((await shown({ who: auditor, act: 'mailboxes.' })).rows, 0)
  const unknown = '01890000-0000-7000-8000-000000000001'
  for (const id of ['x', unknown]) assert.equal((await ask('GET /audit/people/:id', {}, {}, { id })).kind, 'missing')
})

test('an enquiry’s page says who looked at it, and nothing of one that nobody looked at', async () => {
  const page = async (reference: string) => {
    const answer = await ask('GET /audit/enquiries/:reference', {}, {}, { reference })
    return answer.kind === 'page' ? answer.page.body.text : answer.kind
  }
  assert.match(await page('me-2026-100008'), new RegExp(`1 person looked.*href="/audit/people/${frances}"`, 's'))
  assert.match(await page('ME-2020-000001'), /No views written down/)
  assert.equal(await page('nonsense'), 'missing')
})
