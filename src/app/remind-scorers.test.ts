import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, db } from '#enquiries/page/stage-for-tests.ts'
import { answeredBy, at, drawnFor } from '#quality/stage-for-tests.ts'
import { remindScorers } from './remind-scorers.ts'

const it = {
  db,
  stamp: { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' },
  publicUrl: 'http://localhost',
}
const lettersTo = (person: string) => db.owner<{ subject: string; text: string }[]>`
  select subject, text from mail.outbox where to_person = ${person} and subject like 'Answers %' order by created_at, id`

for (const on of ['2026-05-05', '2026-05-06']) await answeredBy('responder', on)
await answeredBy('owner', '2026-05-07')
await drawnFor('2026-05-01', '2026-06-01')

test('whoever runs the mailbox is told of a sample once, however often and by however many workers it is looked at', async () => {
  const both = await Promise.all([remindScorers(it, at('2026-06-01')), remindScorers(it, at('2026-06-01'))])
  const told = both[0] + both[1]
  assert.equal(await remindScorers(it, at('2026-06-01')), 0)
  assert.equal(await remindScorers(it, at('2026-06-02')), 0)
  const letters = await lettersTo(council.people.owner.person)
  assert.equal(letters.length, 1)
  assert.ok(told >= 1)
  assert.match(letters[0]!.subject, /Answers to score: Streets, May 2026/)
  // what the owner wrote is not theirs to score
  assert.match(letters[0]!.text, /For you to score\s*:?\s*2/)
})

test('a worker that dies before it commits has told nobody, and the next one tells', async () => {
  const died = new Error('the power went')
  const begin = (work: (tx: never) => Promise<unknown>) =>
    db.sql.begin(async tx => {
      const found = await work(tx as never)
      const [row] = await tx<
        { any: boolean }[]
      >`select exists (select from mail.outbox where created_at > ${at('2026-06-08').today}::date) as any`
      if (row!.any) throw died
      return found
    })
  const mortal = { ...db, sql: { begin } as unknown as typeof db.sql }
  await assert.rejects(remindScorers({ ...it, db: mortal }, at('2026-06-08')), died)
  assert.equal((await lettersTo(council.people.owner.person)).length, 1)
  assert.ok((await remindScorers(it, at('2026-06-08'))) >= 1)
  const letters = await lettersTo(council.people.owner.person)
  assert.deepEqual(
    letters.map(one => /still/.test(one.subject)),
    [false, true],
  )
})

test('a sample that is long over reminds nobody', async () => {
  assert.equal(await remindScorers(it, at('2026-12-01')), 0)
})
