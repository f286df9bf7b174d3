import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jobNames, timetable } from '#app/timetable.ts'
import { isTest, readSource } from './source.ts'

const files = (await readSource(['src/**/*.ts'])).filter(file => !isTest(file.path))

/** A name stands in the text itself or in a constant of its own file: `const happenedJob = 'enquiries.happened'`. */
function named(call: RegExp): Map<string, string> {
  const found = new Map<string, string>()
  const constants = new Map(
    files.flatMap(({ text }) =>
      [...text.matchAll(/const (\w+Job) = '([a-z.-]+)'/g)].map(([, name, job]) => [name!, job!] as const),
    ),
  )
  for (const { path, text } of files)
    for (const [, quoted, name] of text.matchAll(call)) found.set(quoted ?? constants.get(name!) ?? name!, path)
  return found
}

const worked = named(/\bjobs\.work\(\s*(?:'([a-z.-]+)'|(\w+))/g)
const enqueued = named(/\b(?:enqueue|jobs\.job)\(\s*\w+,\s*(?:'([a-z.-]+)'|(\w+))/g)

test('jobs are seen', () => {
  assert.ok(worked.size >= 7, [...worked.keys()].join(', '))
  assert.ok(enqueued.size >= 2, [...enqueued.keys()].join(', '))
})

test('every declared job is worked, and only declared ones are', () => {
  assert.deepEqual([...worked.keys()].sort(), [...jobNames].sort())
})

test('only declared jobs are put into the queue', () => {
  const passedOn = 'name'
  assert.deepEqual(
    [...enqueued.keys()].filter(job => job !== passedOn && !(jobNames as readonly string[]).includes(job)),
    [],
  )
})

test('every job is either on the timetable or put into the queue by somebody', () => {
  const begun = new Set([...timetable.map(it => it.name as string), ...enqueued.keys()])
  assert.deepEqual(
    jobNames.filter(job => !begun.has(job)),
    [],
  )
})

test('the timetable names declared jobs, each once, and says why', () => {
  const names = timetable.map(it => it.name)
  assert.deepEqual(
    names.filter(name => !jobNames.includes(name)),
    [],
  )
  assert.equal(new Set(names).size, names.length)
  assert.ok(timetable.every(it => it.why.length > 10 && /^[\d*/,-]+( [\d*/,-]+){4}$/.test(it.cron)))
})
