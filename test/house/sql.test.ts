import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTest, readSource, type SourceFile } from './source.ts'

const files = (await readSource(['src/**/*.ts'])).filter(file => !isTest(file.path))
const withSql = files.filter(file => file.sql.length > 0)

/** They are the access to the database, not users of it. */
const foundations = /^src\/platform\/(db|jobs)\//

/** Played history is copied in past the rooms (docs/decisions/0008-bulk-history-copied-into-bare-tables.md). */
const bulk = new Set(['src/app/demo/bare-tables.sql.ts', 'src/app/demo/keep.sql.ts'])

test('SQL is seen', () => {
  assert.ok(withSql.length > 40, `only ${withSql.length} files with SQL were seen`)
})

test('SQL stands only in files named for it', () => {
  const elsewhere = withSql.filter(file => !file.path.endsWith('.sql.ts') && !foundations.test(file.path))
  assert.deepEqual(elsewhere.map(where), [])
})

test('every file named for SQL holds some', () => {
  const empty = files.filter(file => file.path.endsWith('.sql.ts') && file.sql.length === 0)
  assert.deepEqual(
    empty.map(file => file.path),
    [],
  )
})

test('a room writes only its own tables', () => {
  assert.deepEqual(
    withSql
      .filter(file => !bulk.has(file.path) && !foundations.test(file.path))
      .flatMap(file =>
        file.sql.flatMap(({ words, line }) => foreign(words, file.room!).map(it => `${file.path}:${line} ${it}`)),
      ),
    [],
  )
})

test('foreign writing is recognised', () => {
  assert.deepEqual(foreign('update people.person set name = $', 'mail'), ['update people.person'])
  assert.deepEqual(foreign('with x as (delete from mail.raw) INSERT INTO  mail.raw values', 'mail'), [])
  assert.deepEqual(foreign('insert into person (id) values ($)', 'people'), ['insert into person'])
  assert.deepEqual(foreign('select 1 from people.person for no key update of person', 'mail'), [])
  assert.deepEqual(foreign('insert into mail.raw values ($) on conflict (a) do update set a = 1', 'mail'), [])
})

test('SQL is never put together from text', () => {
  const unsafe = withSql.filter(
    file => file.sql.some(it => it.unsafe) && !bulk.has(file.path) && !foundations.test(file.path),
  )
  assert.deepEqual(unsafe.map(where), [])
})

/** The writings outside the room's own schema, and those that do not say in which schema they write. */
function foreign(words: string, room: string): string[] {
  const writings = words
    .toLowerCase()
    .matchAll(
      /\b(insert\s+into|(?<!do\s|key\s|for\s)update|delete\s+from|merge\s+into|truncate|copy)\s+([a-z_]+)(?:\.([a-z_]+))?/g,
    )
  return [...writings]
    .filter(([, , first, second]) => first !== 'of' && (second === undefined || first !== room))
    .map(([found]) => found.replace(/\s+/g, ' '))
}

const where = (file: SourceFile): string => `${file.path}:${file.sql.map(it => it.line).join(',')}`
