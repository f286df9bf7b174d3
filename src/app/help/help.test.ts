import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { day } from '#kernel/day.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { guideNamed, guides } from './guides.ts'
import { helpFor, helps } from './help-for.ts'
import { drawGuide } from './markdown.ts'
import { helpPages, helpRoutes } from './routes.ts'

const db = await testDatabase()
const { nobody } = await testWeb({ db, routes: helpRoutes, today: day('2026-06-01') })

test('every page of help is there for everybody, and its links between guides lead somewhere', async () => {
  for (const path of helpPages) {
    const seen = await nobody.get(path)
    assert.equal(seen.status, 200, path)
    for (const [, href = ''] of seen.html.matchAll(/href="(\/help[^"#]*)/g)) assert.ok(helpPages.includes(href), href)
    assert.doesNotMatch(seen.words, /\*\*|\]\(|\| ---/, path)
  }
  assert.equal((await nobody.get('/help/__proto__')).status, 404)
})

test('help with a page leads to a heading that is there', async () => {
  for (const { to } of helps) {
    const [name = '', anchor] = to.split('#')
    const guide = await guideNamed(name)
    assert.ok(guide ?? helpPages.includes(`/help/${name}`), to)
    if (anchor) assert.ok(guide?.anchors.includes(anchor), to)
  }
  assert.equal(helpFor('/enquiries/new?member=1', { roles: ['member'] }), '/help/member#ask')
  assert.equal(helpFor('/mailboxes', { roles: ['responder'] }), undefined)
  assert.equal(helpFor('/nothing', { roles: [] }), undefined)
})

test('what happens is told with the numbers in force', async () => {
  assert.match((await nobody.get('/help/what-happens')).words, /10 working days after the day it reached us/)
  await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.limit-working-days', 7, null))
  const told = (await nobody.get('/help/what-happens')).words
  assert.match(told, /7 working days after the day it reached us/)
  assert.match(told, /Take[^]*the mailbox’s people/)
})

test('guides are drawn escaped', () => {
  const { title, body, anchors } = drawGuide(
    '# A & B\n\n## One <two>\nText *it* **bo `x`** [a](b.md) [c](https://x.example/) <script>\n\n- a\n  b\n- c\n\n| h | i |\n|---|---|\n| 1 | 2 |\n',
    href => (href === 'b.md' ? '/help/b' : undefined),
  )
  assert.deepEqual([title, anchors], ['A & B', ['one-two']])
  const text = body.text.replace(/\s+/g, ' ')
  for (const part of [
    '<em>it</em>',
    '<strong>bo <code>x</code></strong>',
    '<a class="govuk-link" href="/help/b">a</a> c &lt;script&gt;',
    '<li>a b</li>',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`)
  assert.match(text, /<th scope="col"[^>]*>h<\/th>[^]*<td[^>]*>2<\/td>/)
})

test('every guide has a title of its own', async () => {
  const titles = await Promise.all(Object.keys(guides).map(async name => (await guideNamed(name))!.title))
  assert.equal(new Set(titles).size, titles.length)
})
