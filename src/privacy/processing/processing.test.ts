import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { storedTables } from './record.sql.ts'
import { processingRoutes } from './routes.ts'
import { categoryOfTable } from './tables.ts'

const db = await testDatabase()
const { people } = await smallCouncil(db.owner)
const web = await testWeb({ db, routes: processingRoutes, today: day('2026-06-09') })

test('every table says which kind of data it holds, and nothing is said of a table that is not there', async () => {
  const names = (await inTransaction(db, 'system', storedTables)).map(it => it.name)
  assert.deepEqual(
    names.filter(it => !categoryOfTable.has(it)),
    [],
    'declare it in privacy/processing/tables.ts',
  )
  assert.deepEqual(
    [...categoryOfTable.keys()].filter(it => !names.includes(it)),
    [],
  )
})

test('the record says what is held, by whom it is seen, how long and where it goes; as page, CSV and JSON', async () => {
  const dpo = await web.as(people.dpo.person)
  const { words } = await dpo.get('/privacy/processing')
  for (const expected of [
    /What members ask and the council answers/,
    /article 6\(1\)\(e\)/,
    /Kept Enquiries: \d+ (years|months) from closing/,
    /What is only a trace: 90 days/,
    /Tess Valley Homes/,
    /enquiries\.message/,
  ])
    assert.match(words, expected)
  const { html: csv } = await dpo.get('/privacy/processing.csv')
  assert.equal(csv.trim().split('\r\n').length, 11)
  const { lines } = JSON.parse((await dpo.get('/privacy/processing.json')).html)
  const trail = lines.find((it: { label: string }) => it.label.startsWith('Who did'))
  assert.deepEqual(trail.seenBy, ['Data protection officer', 'Auditor'])
  assert.equal((await (await web.as(people.responder.person)).get('/privacy/processing')).status, 403)
})
