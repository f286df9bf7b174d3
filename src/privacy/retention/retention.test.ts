import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, replayedDifferently, type Doer } from '#enquiries/door.ts'
import { enquiryRoutes } from '#enquiries/routes.ts'
import { day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { record, seal, verify } from '#audit/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { openFiles } from '#platform/files.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { privacyRoutes } from '../routes.ts'
import { monthsBefore } from './age.ts'
import { eraseConfirmed, forgetFiles } from './erase.ts'
import { reapply } from './reapply.ts'

const folder = await mkdtemp(join(tmpdir(), 'one-stop-retention-'))
after(() => rm(folder, { recursive: true, force: true }))
const db = await testDatabase()
const { people, mailbox, topic } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const files = openFiles(folder)
const today = day('2026-12-01')
const now = () => nowAt(instantOn(today, 10))
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, 'system', work)
let started = 0
const web = await testWeb({
  db,
  today,
  routes: [
    ...privacyRoutes({ startErasing: async () => void started++ }),
    ...enquiryRoutes({ house, files, startBulk: async () => {} } as never),
  ],
})
const [dpo, director] = [await web.as(people.dpo.person), await web.as(people.director.person)]

/** An enquiry in which everything says the word, closed on a day. */
async function lived(word: string, on: Day, restricted = false): Promise<string> {
  const at = nowAt(instantOn(on, 10))
  const sha256 = await files.keep(Buffer.from(`${word} bytes`))
  const file = { name: `${word}.txt`, type: 'text/plain', size: 5, sha256, shownSha256: sha256 }
  const where = restricted ? { mailbox: mailbox.safeguarding } : { topic: topic.potholes }
  const given = raiseShape.parse({
    member: people.member.person,
    subject: `${word} subject`,
    text: `${word} text\nWhen will the ${word} end?`,
    constituent: `${word} constituent`,
    place: { words: `${word} street` },
    ...where,
  })
  const raised = await inTransaction(db, people.member.person, tx =>
    raise(tx, house, people.member, given, { now: at, files: [file], idempotencyKey: word }),
  )
  assert.ok(raised.ok)
  const { id, reference } = raised.value.enquiry
  const does = async (doer: Doer, name: string, typed: object = {}) => {
    const act = actNamed(name)!
    const done = await inTransaction(db, doer.person!, tx =>
      carryOut(tx, house, doer, reference, act, act.shape.parse(typed) as never, { now: at }),
    )
    assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  }
  const handler = restricted ? people.properOfficer : people.responder
  await does(handler, 'take')
  await does(handler, 'note', { text: `${word} note` })
  await does(people.member, 'withdraw', { text: `${word} withdrawn` })
  await asSystem(async tx => {
    const raw = createHash('sha256').update(word).digest('hex')
    await tx`insert into mail.raw (sha256, bytes) values (${raw}, ${Buffer.from(`${word} raw`)})`
    await tx`
      insert into mail.delivery (sha256, mail_from, recipients, from_ip, helo, received_at)
      values (${raw}, ${`${word}@a.example`}, ${[`${word}@b.example`]}, '::1', ${word}, ${at.at})`
    await tx`
      insert into mail.intake (sha256, received_at, state, try_after, subject, from_address, from_name, enquiry_id,
        reference, decided_at, words)
      values (${raw}, ${at.at}, 'new-enquiry', ${at.at}, ${`${word} mail`}, ${`${word}@a.example`}, ${word}, ${id},
        ${reference}, ${at.at}, ${word})`
    await tx`
      insert into mail.outbox (once_key, kind, to_address, to_name, from_address, about_enquiry, reference, subject,
        text, html, message_id, automatic, next_attempt_at, created_at)
      values (${`${word} receipt`}, 'receipt', ${`${word}@a.example`}, ${word}, 'one@stop.example', ${id}, ${reference},
        ${word}, ${`${word} text`}, ${`<p>${word}`}, ${`<${id}@stop.example>`}, true, ${at.at}, ${at.at})`
    await tx`
      insert into enquiries.draft (person_id, about, fields, changed_at)
      values (${people.responder.person}, ${`${reference} answer`}, ${JSON.stringify({ text: word })}, ${at.at})`
  })
  return reference
}

/** Where in the whole database a word still stands, behind all policies. */
async function whereIs(word: string): Promise<string[]> {
  const bytes = Buffer.from(`${word} raw`).toString('hex')
  const tables = await db.owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'jobs') order by 1`
  const each = (sql: (name: string) => string, between: string) => tables.map(({ name }) => sql(name)).join(between)
  const found = await db.owner.begin(async owner => {
    await owner.unsafe(each(name => `alter table ${name} no force row level security`, ';'))
    const rows = await owner.unsafe<{ name: string }[]>(
      each(
        name =>
          `select '${name}' as name where exists (select from ${name} t where t::text ilike '%${word}%' or t::text like '%${bytes}%')`,
        ' union all ',
      ),
    )
    await owner.unsafe(each(name => `alter table ${name} force row level security`, ';'))
    return rows
  })
  return found.map(it => it.name)
}

/** A list of what is due, prepared by one and confirmed by another; its address. */
async function prepareAndConfirm(): Promise<string> {
  const prepared = await dpo.post('/privacy/retention/preview')
  assert.match(prepared.to, /\/lists\//)
  assert.match((await dpo.post(`${prepared.to}/confirmation`)).said, /Somebody else has to confirm/)
  assert.match((await director.post(`${prepared.to}/confirmation`)).said, /Confirmed/)
  return prepared.to
}

let old = ''
let held = ''
let young = ''
let hidden = ''
before(async () => {
  old = await lived('quokka', day('2020-11-03'))
  held = await lived('numbat', day('2020-11-04'))
  young = await lived('okapi', day('2026-06-01'))
  hidden = await lived('axolotl', day('2019-11-05'), true)
})

test('the page says how much is due, what is kept for how long, and why', async () => {
  const page = await dpo.get('/privacy/retention')
  assert.match(page.words, /3 enquiries are due to be erased/)
  assert.match(page.words, /Enquiries 6 years closing Six years after closing/)
  assert.match((await dpo.get('/privacy/desk')).words, /How long things are kept/)
  const auditor = await (await web.as(people.auditor.person)).get('/privacy/retention')
  assert.equal(auditor.status, 200)
  assert.doesNotMatch(auditor.html, /Place a hold/)
  assert.equal((await (await web.as(people.oneStop.person)).get('/privacy/retention')).status, 403)
})

test('a preview of any day lists what would go, restricted ones by number alone', async () => {
  const page = await dpo.get('/privacy/retention/preview?on-day=1&on-month=7&on-year=2032')
  assert.match(page.words, /On 1 July 2032 4 enquiries would go/)
  assert.ok([old, held, young, hidden].every(it => page.html.includes(it)))
  assert.doesNotMatch(page.words, /quokka|axolotl/)
  const wrong = await dpo.get('/privacy/retention/preview?on-day=31&on-month=2&on-year=2032')
  assert.equal(wrong.status, 422)
})

test('a hold is placed with its reason, and keeps what it names', async () => {
  const nothing = await dpo.post('/privacy/retention/hold', { about: 'enquiry', called: 'ME-1999-000001' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.words, /Enter the reference of an enquiry that One Stop knows/)
  assert.match(nothing.words, /Enter the reason/)
  const placed = await dpo.post('/privacy/retention/hold', {
    about: 'enquiry',
    called: held.toLowerCase(),
    reason: 'A claim, 26/114',
    'reviewOn-day': '1',
    'reviewOn-month': '6',
    'reviewOn-year': '2027',
  })
  assert.match(placed.said, /is held: nothing of it is erased/)
  assert.match((await dpo.get('/privacy/retention')).words, /2 enquiries are due to be erased, and 1 more is held back/)
})

test('what one prepares another confirms; then every word is gone, and everything else still fits', async () => {
  const path = await prepareAndConfirm()
  assert.equal(started, 1)
  assert.equal(await eraseConfirmed({ db, files }, now), 2)
  assert.equal(await eraseConfirmed({ db, files }, now), 0, 'done twice it does nothing more')
  assert.deepEqual(await whereIs('quokka'), [], 'the word stands nowhere')
  assert.deepEqual(await whereIs('axolotl'), [])
  assert.ok((await whereIs('numbat')).length > 5, 'what is held stays whole')
  await assert.rejects(files.read(createHash('sha256').update('quokka bytes').digest('hex')), /ENOENT/)
  assert.ok(await files.read(createHash('sha256').update('numbat bytes').digest('hex')))
  assert.deepEqual(await asSystem(replayedDifferently), [], 'rows are still what their events make of them')
  await asSystem(tx => seal(tx))
  assert.ok((await asSystem(tx => verify(tx, { now: new Date() }))).sound)
  assert.match((await dpo.get(path)).words, /Done on .* Erased 2/)
})

test('a page says when and why, to officers and to the member', async () => {
  const officer = await (await web.as(people.responder.person)).get(`/enquiries/${old}`)
  assert.equal(officer.status, 200)
  assert.match(officer.words, /Erased on 1 December 2026: by the schedule for enquiries/)
})

test('figures and events stay', async () => {
  const [row] = await db.owner`
    select count(*)::int as n from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id
    where e.reference = ${old}`
  assert.ok(row!.n >= 4)
})

describe('erased on request', () => {
  test('only closed ones, by name and with a reason; a list can be withdrawn', async () => {
    const none = await dpo.post('/privacy/retention/request', { references: 'nothing', reason: 'x' })
    assert.match(none.words, /Enter references like ME-2026-000123/)
    assert.match(
      (await dpo.post('/privacy/retention/request', { references: old, reason: 'x' })).words,
      /not a closed enquiry/,
    )
    const prepared = await dpo.post('/privacy/retention/request', {
      references: young,
      reason: 'Request of 2 November',
    })
    assert.match((await dpo.post(`${prepared.to}/withdrawal`)).said, /withdrawn/)
    assert.match((await director.post(`${prepared.to}/confirmation`)).said, /was withdrawn/)
  })

  test('one under a hold that came meanwhile stays', async () => {
    const prepared = await dpo.post('/privacy/retention/request', { references: `${young}, ${held}`, reason: 'Both' })
    await director.post(`${prepared.to}/confirmation`)
    assert.equal(await eraseConfirmed({ db, files }, now), 1)
    assert.deepEqual(await whereIs('okapi'), [])
    assert.match((await director.get(prepared.to)).words, /Stays: held/)
  })
})

test('after a restore what had been erased is erased again, also what only a list knows', async () => {
  const again = await lived('gecko', day('2026-06-02'))
  const listed = await reapply({ db, files }, [again, 'ME-2020-999999'], now())
  assert.deepEqual(listed, { again: [again], unknown: ['ME-2020-999999'] })
  assert.deepEqual(await whereIs('gecko'), [])
  assert.deepEqual((await reapply({ db, files }, [again], now())).again, [], 'done twice it does nothing more')
  await forgetFiles({ db, files }, now().at)
})

test('a schedule is changed from a day on, and every one before it stays readable', async () => {
  const path = '/privacy/retention/schedules/complaint'
  assert.match((await dpo.post(path, { months: '0', reason: '' })).words, /Enter a whole number of months/)
  const days = { 'fromOn-day': '1', 'fromOn-month': '1', 'fromOn-year': '2027' }
  assert.match((await dpo.post(path, { months: '120', reason: 'Ten years', ...days })).said, /kept for 10 years/)
  assert.match((await dpo.get(path)).words, /From 1 January 2027: 10 years. Ten years From 1 January 2000: 6 years/)
  assert.equal((await dpo.get('/privacy/retention/schedules/audit')).status, 404)
  assert.match((await dpo.get('/privacy/retention')).words, /Complaints 6 years/)
})

test('nobody but the house erases, and only what is closed', async () => {
  const [row] = await db.owner`select id from enquiries.enquiry where reference = ${held}`
  for (const seer of [people.dpo.person, people.admin.person, 'public'])
    await assert.rejects(
      inTransaction(db, seer, tx => tx`select enquiries.erase_words(${row!.id}, ${today}, 'no')`),
      /only the house erases/,
    )
  for (const change of [
    `update enquiries.message set words = ''`,
    'delete from enquiries.attachment',
    `update mail.raw set bytes = ''`,
  ])
    await assert.rejects(
      asSystem(tx => tx.unsafe(change)),
      /permission denied/,
    )
  const open = await inTransaction(db, people.member.person, tx =>
    raise(
      tx,
      house,
      people.member,
      raiseShape.parse({ member: people.member.person, subject: 'Open', text: 'Open', topic: topic.potholes }),
      { now: now(), idempotencyKey: 'open' },
    ),
  )
  assert.ok(open.ok)
  await assert.rejects(
    asSystem(tx => tx`select enquiries.erase_words(${open.value.enquiry.id}, ${today}, 'no')`),
    /only what is closed/,
  )
})

test('months back never fall into the month after', () => {
  assert.deepEqual(monthsBefore(new Date('2026-05-31T10:00:00Z'), 3), new Date('2026-02-28T10:00:00Z'))
  assert.deepEqual(monthsBefore(new Date('2026-12-01T10:00:00Z'), 72), new Date('2020-12-01T10:00:00Z'))
})

test('everything that was decided stands in the trail', async () => {
  await asSystem(tx =>
    record(tx, { at: new Date(), actor: null, act: 'privacy.exported', subject: { kind: 'list', id: 'x' } }),
  )
  await dpo.get('/privacy/retention/tombstones')
  const rows = await db.owner`select distinct act from audit.entry where act like 'privacy.%'`
  assert.deepEqual(
    rows.map(it => it.act).sort(),
    ['confirmed', 'erased', 'exported', 'hold-placed', 'list-withdrawn', 'prepared', 'schedule-changed'].map(
      it => `privacy.${it}`,
    ),
  )
})
