import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '#test/database.ts'

const db = await testDatabase()
const many = 3000

/** How often each word stands where: everywhere now and then, in the newest alone, long ago alone, hardly ever. */
const words = ['common', 'recent', 'bygone', 'rare', 'half'] as const

before(() =>
  db.owner.begin(async tx => {
    await tx`alter table enquiries.searchable drop constraint searchable_enquiry_id_fkey`
    // two of each moment, so that their order is the ids'
    await tx`
    insert into enquiries.searchable (enquiry_id, created_at, member_id, words)
    select gen_random_uuid(), '2026-01-01'::timestamptz + (n / 2) * interval '7 hours', gen_random_uuid(),
      array_to_tsvector(array_remove(array[
        case when n % 10 = 0 then 'common' end, case when n > ${many - 300} then 'recent' end,
        case when n < ${many - 1500} and n % 3 = 0 then 'bygone' end, case when n % 700 = 0 then 'rare' end,
        case when n % 2 = 0 then 'half' end,
        '%' || to_char(('2026-01-01'::timestamptz + (n / 2) * interval '7 hours') at time zone 'UTC', 'YYYY-MM')], null))
    from generate_series(1, ${many}::int) n
  `
  }),
)

test('the newest with a word are the newest of all that have it, however common it is and wherever one begins', async () => {
  const rows = await db.owner<{ id: string; at: Date; words: string[] }[]>`
    select enquiry_id as id, created_at as at, tsvector_to_array(words) as words from enquiries.searchable
    order by created_at desc, enquiry_id desc
  `
  const asked = fc.record({
    all: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
    not: fc.option(fc.constantFrom(...words)),
    most: fc.constantFrom(1, 21, 100, 200, 201, 5000),
    behind: fc.option(fc.nat(many - 1)),
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ all, not, most, behind }) => {
      const from = behind === null ? undefined : rows[behind]!
      const expected = rows
        .slice(behind === null ? 0 : behind + 1)
        .filter(it => all.every(word => it.words.includes(word)) && !(not && it.words.includes(not)))
        .slice(0, most)
      const question = [...all, ...(not ? [`!${not}`] : [])].join('&')
      const got = await db.owner<{ id: string }[]>`
        select newest_with as id from enquiries.newest_with(${question}::tsquery, ${most}, ${from?.at ?? 'infinity'}::text::timestamptz,
          ${from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'})
      `
      assert.deepEqual(
        got.map(it => it.id),
        expected.map(it => it.id),
      )
    }),
    { numRuns: 150 },
  )
})
