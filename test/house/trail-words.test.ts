import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasWords } from '#audit/act-words.ts'
import { acts } from '#enquiries/acts.ts'
import { isTest, readSource } from './source.ts'

/** Acts stand as words of their own in the lines that record them. */
const inLine = /\b(?:act\b|act:|noted?\(|viewed\().*/
const act =
  /'((?:enquiries|mail|mailboxes|people|platform|clock|connections|quality|reports|review|privacy)\.[a-z-]+)'/g

test('every act of the trail has a sentence', async () => {
  const files = (await readSource(['src/**/*.ts'])).filter(
    ({ path }) => !isTest(path) && !/demo\/|audit\/act-words/.test(path),
  )
  const recorded = files.flatMap(({ text }) =>
    text.split('\n').flatMap(line => [...(inLine.exec(line)?.[0] ?? '').matchAll(act)].map(found => found[1]!)),
  )
  assert.ok(recorded.length > 15, `only ${recorded.length} were seen`)
  const decisions = ['file', 'new-enquiry', 'discard', 'restore'].map(it => `mail.${it}`)
  const all = [...recorded, ...acts.map(it => `enquiries.${it.name}`), ...decisions]
  assert.deepEqual(
    [...new Set(all)].filter(it => !hasWords(it)),
    [],
  )
})
