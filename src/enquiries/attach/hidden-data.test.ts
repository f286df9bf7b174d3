import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { workbook } from '#platform/hidden/files-for-tests.ts'
import { actNamed, carryOut } from '../door.ts'
import { as, council, db, files, house, taken, versionIn, web } from '../page/stage-for-tests.ts'
import { keepFiles } from './attach.ts'
import { postFiles } from './multipart-for-tests.ts'

const { owner } = council.people
const typed = { text: 'The table is attached.', 'answer-1': 'In July', 'excuse-2': 'Nobody knows yet', mayShare: 'no' }
const hiding = { name: 'rents.xlsx', bytes: workbook('<sheet name="CANARY salaries" state="hidden"/>') }

const trail = (reference: string) =>
  db.owner`select details from audit.entry where act = 'enquiries.sent-hidden' and subject_reference = ${reference}`

test('a file that hides something goes only when its sender says why, and the trail keeps it', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  const first = await postFiles(web, browser, path, path, { ...typed, version, do: 'send' }, [hiding])
  assert.equal(first.status, 422)
  assert.match(first.words, /Hidden in rents\.xlsx 1 hidden sheet: “CANARY salaries”/)
  assert.match(first.words, /Select why “rents\.xlsx” may go/)
  assert.match(first.html, /href="#hiddenReason"/)
  assert.match(first.words, /What this check cannot see/)
  const guessed = await browser.post(path, { ...typed, version, do: 'send', hiddenReason: 'constructor' })
  assert.equal(guessed.status, 422, 'only a reason of the list counts')
  const sent = await browser.post(path, { ...typed, version, do: 'send', hiddenReason: 'harmless' })
  assert.equal(sent.status, 303, sent.words)
  const [entry, ...others] = await trail(reference)
  assert.equal(others.length, 0)
  assert.equal(entry!.details.reason, 'harmless')
  assert.deepEqual(entry!.details.files[0].hides, ['hidden-sheets'])
})

test('the council may forbid it altogether; removed, the answer goes and nothing is on the trail', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  await db.owner`insert into platform.setting (key, value, changed_at, changed_by)
    values ('enquiries.hidden-data', '"forbid"', now(), ${owner.person})`
  const barred = await postFiles(web, browser, path, path, { ...typed, version, do: 'send', hiddenReason: 'meant' }, [
    hiding,
  ])
  assert.match(barred.words, /Remove “rents\.xlsx”: something is hidden in it/)
  await browser.post(path, { ...typed, version, do: 'remove-0' })
  assert.equal((await browser.post(path, { ...typed, version, do: 'send' })).status, 303)
  assert.equal((await trail(reference)).length, 0)
  await db.owner`delete from platform.setting where key = 'enquiries.hidden-data'`
})

test('whoever sends, by whatever way, is asked the same; notes that stay inside are not', async () => {
  const reference = await taken()
  const [kept] = (await keepFiles(files, [hiding]).then(it => (it.ok ? it.value : [])))!
  const send = (name: string, given: object, way: object) =>
    inTransaction(db, council.people.responder.person, tx => {
      const act = actNamed(name)!
      return carryOut(tx, house, council.people.responder, reference, act, act.shape.parse(given) as never, {
        now: nowAt(new Date('2026-06-09T10:00:00Z')),
        files: [kept!],
        ...way,
      })
    })
  assert.ok((await send('note', { text: 'For us' }, {})).ok)
  const update = { text: 'We are on it', nextUpdateOn: '2026-06-12' }
  const refused = await send('update', update, { via: 'api' })
  assert.deepEqual(!refused.ok && [refused.refusal.code, refused.refusal.field], ['hidden-data', 'hiddenReason'])
  assert.ok((await send('update', update, { via: 'api', hiddenReason: 'meant' })).ok)
  assert.equal((await trail(reference)).length, 1)
})
