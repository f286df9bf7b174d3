import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadDemonstration } from '#app/demo/load.ts'
import { currentCalendar } from '#clock/door.ts'
import { addDays, dayOf, nowAt, type Day } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { dimensions, type Dimension } from './dimension.ts'
import { countDrilled, drilled, parts, talliesOf } from './drill.sql.ts'
import { enquiriesAfter, historiesOf, qualityOf } from './facts.sql.ts'
import { figuresWithAll, withinOf } from './figures.ts'
import { mend, rollUp } from './keep-facts.ts'
import { measures, type MeasureKey } from './measures.ts'
import { judgedByHand, measuredByHand, type Judged } from './naive-for-tests.ts'
import type { Period } from './period.ts'
import { registersFor } from './registers.ts'
import { rolledMonths } from './roll.sql.ts'

// a history of everything that can happen, told by the real rules
const wish = { enquiries: 400, seed: 'figures', years: 0.4, now: new Date('2026-11-19T16:00:00Z') }
const today = dayOf(wish.now)
const now = nowAt(wish.now)

const db = await testDatabase()
await loadDemonstration(db.ownerUrl, () => {}, wish)
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, 'system', work)
const calendar = await asSystem(currentCalendar)
const everything = await asSystem(everyEnquiry)

async function everyEnquiry(tx: Tx): Promise<Judged[]> {
  const ids = await enquiriesAfter(tx, null, 10_000)
  const [histories, quality] = await Promise.all([historiesOf(tx, ids), qualityOf(tx, ids)])
  const none = { score: null, rating: null }
  return histories.map(it => judgedByHand(it, quality.get(it.id) ?? none, calendar, today))
}

const periods: readonly Period[] = [
  { from: addDays(today, -365), to: today },
  { from: '2026-09-01' as Day, to: '2026-10-31' as Day },
  { from: '2026-08-17' as Day, to: '2026-10-05' as Day },
]

const isIn = ({ from, to }: Period, { enquiry }: Judged): boolean =>
  from <= enquiry.receivedOn && enquiry.receivedOn <= to

/** The row an enquiry stands in, by hand. */
async function rowOf(by: Dimension): Promise<(it: Judged) => string> {
  const registers = await asSystem(tx => registersFor(tx, [by]))
  return ({ enquiry }) => {
    if (enquiry.restricted) return 'restricted'
    const id = {
      service: (enquiry.mailboxId && registers.serviceOf.get(enquiry.mailboxId)) ?? null,
      mailbox: enquiry.mailboxId,
      ward: enquiry.wardId,
      member: enquiry.memberId,
      topic: enquiry.topicId,
      kind: enquiry.kind,
      channel: enquiry.channel,
    }[by]
    return registers.entryOf(by, id ?? 'none').key
  }
}

async function sameAsByHand(period: Period, by: Dimension): Promise<void> {
  const found = everything.filter(it => it.counted && isIn(period, it))
  const byRow = Map.groupBy(found, await rowOf(by))
  const { rows, all } = await asSystem(tx => figuresWithAll(tx, { ...period, by }, today))
  assert.deepEqual(rows.map(it => it.key).toSorted(), [...byRow.keys()].toSorted(), by)
  for (const row of rows)
    assert.deepEqual(row.values, measuredByHand(byRow.get(row.key)!, calendar, today, 5), `${by} ${row.label}`)
  assert.deepEqual(all.values, measuredByHand(found, calendar, today, 5), 'all')
}

test('the history has something of everything that is measured', async () => {
  const { all } = await asSystem(tx => figuresWithAll(tx, periods[0]!, today))
  const missing = measures.filter(it => {
    const figure = all.values[it.key]
    return figure.n === 0 || ('count' in figure && figure.count === 0)
  })
  assert.deepEqual(
    missing.map(it => it.key),
    [],
  )
  assert.ok(everything.some(it => it.enquiry.restricted))
  assert.ok(everything.some(it => it.enquiry.outcome === 'joined'))
})

test('every figure, by every dimension, is what its history says: from the facts', async () => {
  assert.deepEqual(await asSystem(rolledMonths), [])
  for (const period of periods) for (const by of dimensions) await sameAsByHand(period, by)
})

test('and the same when whole months come from their sums', async () => {
  await rollUp(db, now)
  assert.ok((await asSystem(rolledMonths)).length >= 4)
  for (const period of periods) for (const by of dimensions) await sameAsByHand(period, by)
})

test('a figure leads to exactly as many enquiries as it says, whatever it is narrowed by', async () => {
  const period = periods[2]!
  for (const by of dimensions) {
    const { rows, registers } = await asSystem(async tx => ({
      rows: (await figuresWithAll(tx, { ...period, by }, today)).rows,
      registers: await registersFor(tx, [by]),
    }))
    for (const row of rows)
      await asSystem(async tx => {
        const within = withinOf({ [by]: [row.key] }, registers)
        for (const measure of measures) {
          const figure = row.values[measure.key as MeasureKey]
          const counted = 'count' in figure ? figure.count! : figure.n
          const expected = { all: figure.n, counted, rest: figure.n - counted }
          for (const part of parts) {
            if (part === 'counted' && 'tooFew' in figure && talliesOf(measure).counts !== talliesOf(measure).of)
              continue
            if (part === 'rest' && 'tooFew' in figure) continue
            const drill = { period, within, measure, part }
            const where = `${by} ${row.label} ${measure.key} ${part}`
            assert.equal(await countDrilled(tx, drill, today), expected[part], where)
            assert.equal((await drilled(tx, drill, today, 10_000)).length, expected[part], where)
          }
        }
      })
  }
})

test('the nightly comparison finds nothing to mend after a load, and mends what is wrong', async () => {
  const sound = await mend(db, now)
  assert.deepEqual([sound.compared, sound.mended, sound.months], [everything.length, [], []])
  const [broken] = await db.owner<{ reference: string }[]>`
    update reports.fact set answered_on = received_on, working_days = 0, working_days_net = 0
    where enquiry_id = (select enquiry_id from reports.fact where working_days > 5 order by reference limit 1)
    returning reference`
  await db.owner`update reports.cell set received = received + 1 where dimension = 'kind' and month = '2026-09-01'`
  const found = await mend(db, now)
  assert.deepEqual(found.mended, [broken!.reference])
  assert.ok(found.months.includes('2026-09-01' as Day), String(found.months))
  for (const by of dimensions) await sameAsByHand(periods[0]!, by)
})
