import assert from 'node:assert/strict'
import test from 'node:test'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { currentCalendar } from '#clock/calendar.ts'
import { importHolidays } from '#clock/import-holidays.ts'

const db = await testDatabase()
const options = { by: null, at: new Date('2026-06-01T09:00:00Z') }

async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  const run = inTransaction(db, 'system', async tx => {
    await work(tx)
    throw undo
  })
  await assert.rejects(run, error => error === undo)
}

const file = `Date,Name,Nation
2026-12-25,Christmas Day,
15/06/2026,"Football, and rest",
2026-06-15,Scotland at the men’s World Cup,scotland
2026-05-25,Late spring holiday,england-and-wales
`

test('takes over what is new or renamed and tells the rest', async () => {
  await undone(async tx => {
    const imported = await importHolidays(tx, file, options)
    assert.ok(imported.ok)
    const { added, renamed, unchanged, notInFile, version, affectedDays } = imported.value
    assert.deepEqual(added, [{ on: '2026-06-15', name: 'Football, and rest', nation: 'england-and-wales' }])
    assert.deepEqual(
      renamed.map(it => it.name),
      ['Late spring holiday'],
    )
    assert.equal(unchanged, 2)
    assert.equal(notInFile.length, 8 - 2 + 10 - 1)
    assert.equal(version, 2)
    assert.deepEqual(affectedDays, ['2026-06-15'])
    const { holidays } = await currentCalendar(tx)
    assert.deepEqual(
      ['2026-06-15', '2026-05-25'].map(on => holidays.get(on as never)),
      ['Football, and rest', 'Late spring holiday'],
    )
  })
})

test('a dry run tells the same and changes nothing', async () => {
  await undone(async tx => {
    const imported = await importHolidays(tx, file, { ...options, dryRun: true })
    assert.equal(imported.ok && imported.value.added.length, 1)
    assert.equal(imported.ok && imported.value.version, undefined)
    assert.equal((await currentCalendar(tx)).version, 1)
  })
})

test('the same file a second time changes nothing', async () => {
  await undone(async tx => {
    await importHolidays(tx, file, options)
    const again = await importHolidays(tx, file, options)
    assert.equal(again.ok && again.value.unchanged, 4)
    assert.equal((await currentCalendar(tx)).version, 2)
  })
})

test('a file with anything wrong is refused whole, every wrong line named', async () => {
  await undone(async tx => {
    const wrong = 'date,name,nation\n2026-02-30,Leap holiday,\n2026-06-16,,\n2026-06-17,Gŵyl,wales\n2026-06-18,Good,\n'
    const refused = await importHolidays(tx, wrong, options)
    assert.ok(!refused.ok)
    const words = [refused.refusal, ...(refused.refusal.also ?? [])].map(it => it.words)
    assert.deepEqual(words, [
      'Line 2: “2026-02-30” is not a date; write 2026-12-25 or 25/12/2026',
      'Line 3: the name is missing',
      'Line 4: “wales” is not one of england-and-wales, scotland, northern-ireland',
    ])
    assert.equal((await currentCalendar(tx)).version, 1)
  })
})

test('what is no such file is refused in words', async () => {
  await undone(async tx => {
    const code = async (text: string): Promise<string> => {
      const imported = await importHolidays(tx, text, options)
      return imported.ok ? 'allowed' : imported.refusal.code
    }
    assert.equal(await code(''), 'no-lines')
    assert.equal(await code('when,what\n2026-06-16,Holiday\n'), 'no-columns')
    assert.equal(await code('date,name\n2026-06-16,"Holiday\n'), 'not-csv')
    assert.equal(await code('date,name\n2026-06-20,A Saturday\n'), 'not-a-weekday')
  })
})
