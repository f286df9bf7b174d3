import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, db, does, raisedOn } from '#enquiries/play-for-tests.ts'
import { addDays, day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { insertRatings, insertScores } from '#quality/door.ts'
import { catchUp, rollUp } from './keep-facts.ts'
import { rolledMonths } from './roll.sql.ts'

// more than one question to the database takes
const many = 4100

const received = day('2026-06-01')
const now = nowAt(instantOn(day('2026-06-30'), 10))
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, 'system', work)
const counted = async () => {
  const [row] = await db.owner`
    select count(*)::int as facts, count(score)::int as scored, count(rating)::int as rated, sum(score)::int as points
    from reports.fact`
  return { ...row }
}

const one = await raisedOn(received)
await does('responder', 'take', one, received)
await does('responder', 'answer', one, received, { text: 'Done' })
await catchUp(db, now)

/** Writes rows of a table once more, so many times, each with an id and a reference of its own. */
async function repeated(table: string, idColumn: string): Promise<void> {
  const columns = await db.owner<{ name: string }[]>`
    select quote_ident(attname) as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
  const own: Record<string, string> = {
    [idColumn]: `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`,
    reference: `'ME-2025-' || lpad(n::text, 6, '0')`,
  }
  const names = columns.map(it => it.name)
  await db.owner.unsafe(`
    insert into ${table} (${names.join(', ')}) select ${names.map(name => own[name] ?? name).join(', ')}
    from ${table}, generate_series(1, ${many}) n`)
}

test('however many answers are scored and rated at once, every fact says so, and no sum is old', async () => {
  await repeated('enquiries.enquiry', 'id')
  await repeated('reports.fact', 'enquiry_id')
  await db.owner`update reports.fact set live = false`
  await rollUp(db, now)
  assert.deepEqual(await asSystem(rolledMonths), [received])
  const [answer] = await db.owner<{ id: string; by: string }[]>`
    select id, from_person as by from enquiries.message where kind = 'answer'`
  const [sample] = await db.owner<{ id: string }[]>`
    insert into quality.sample (mailbox_id, month, drawn_on, seed, answers, percent, least)
    values (${council.mailbox.streets}, ${received}, ${addDays(received, 30)}, ${'0'.repeat(32)}, ${many}, 100, 10) returning id`
  await db.owner`
    insert into quality.sampled (enquiry_id, round, sample_id, message_id, author_id, answered_on, draw)
    select id, 1, ${sample!.id}, ${answer!.id}, ${answer!.by}, ${received}, ${'0'.repeat(64)} from enquiries.enquiry`
  const all = await db.owner<{ id: string }[]>`select id from enquiries.enquiry order by id`
  const [on, at] = [addDays(received, 1) as Day, now.at]
  const scoredBy = council.people.owner.person
  await asSystem(async tx => {
    const given = { round: 1, authorId: answer!.by, notes: '', scoredOn: on, scoredAt: at, scoredBy }
    await insertScores(
      tx,
      all.map(({ id }, nth) => ({ ...given, enquiryId: id, score: 1 + (nth % 4) })),
    )
    const rating = { round: 1, rating: 3, ratedOn: on, ratedAt: at, ratedBy: null, via: 'email' as const }
    await insertRatings(
      tx,
      all.map(({ id }) => ({ ...rating, enquiryId: id })),
    )
  })
  await catchUp(db, now)
  const points = all.reduce((sum, _, nth) => sum + 1 + (nth % 4), 0)
  assert.deepEqual(await counted(), { facts: many + 1, scored: many + 1, rated: many + 1, points })
  assert.deepEqual(await asSystem(rolledMonths), [], 'the month is to be summed up anew')
})
