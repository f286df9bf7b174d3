import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import type { PackDocument } from './document.ts'
import { pdfOf } from './pdf.ts'
import { sampleDocument } from './sample-for-tests.ts'

const facts = {
  council: 'Tessbridge Borough Council',
  foot: 'Monthly pack May 2026, version 1',
  at: new Date('2026-06-01T05:00:00Z'),
}

type Node = {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly children?: readonly Node[]
}

/** The file as another program reads it. */
async function readBack(document: PackDocument) {
  const bytes = await pdfOf(document, facts)
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await pdf.getMetadata()
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
  const texts = await Promise.all(
    pages.map(async page => (await page.getTextContent()).items.map(it => ('str' in it ? it.str : '')).join(' ')),
  )
  const trees = (await Promise.all(pages.map(page => page.getStructTree()))) as (Node | null)[]
  const mark = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  return {
    bytes,
    info: info as Record<string, string>,
    text: texts.join(' ').replace(/\s+/g, ' '),
    trees,
    mark,
    pages: pdf.numPages,
    outline: await pdf.getOutline(),
  }
}

const all = (node: Node | null): Node[] => (node ? [node, ...(node.children ?? []).flatMap(all)] : [])

const read = await readBack(sampleDocument)

test('a PDF says its title, its language and that it is tagged, and brings its fonts', () => {
  assert.equal(read.info.Title, sampleDocument.title)
  assert.equal(read.info.Author, facts.council)
  assert.equal(read.info.Language, 'en-GB')
  assert.equal(read.mark?.Marked, true)
  const raw = read.bytes.toString('latin1')
  assert.match(raw, /\/DisplayDocTitle true/)
  assert.match(raw, /pdfuaid/)
  assert.match(raw, /FontFile2/)
  assert.match(raw, /DejaVuSansCondensed/)
  assert.deepEqual(
    read.outline?.slice(0, 2).map(it => it.title),
    sampleDocument.sections.slice(0, 2).map(it => it.heading),
  )
})

test('its tree has headings, lists, tables with heads, and figures with words', () => {
  const nodes = read.trees.flatMap(all)
  const roles = new Set(nodes.map(it => it.role))
  for (const role of ['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'])
    assert.ok(roles.has(role), `${role} among ${[...roles].join(' ')}`)
  const figures = nodes.filter(it => it.role === 'Figure')
  assert.equal(figures.length, 2)
  for (const it of figures) assert.match(it.alt ?? '', /\w{3,}.*stand in a table/)
})

test('everything that is said in it can be read in it, in order, whatever script it is in', () => {
  let from = 0
  for (const { heading } of sampleDocument.sections) {
    const at = read.text.indexOf(heading, from)
    assert.ok(at >= from, heading)
    from = at
  }
  for (const words of ['Cllr Aoife Ní Mhurchú', 'Łódź Ω Ж', '83% of 412', 'ME-2026-000123', `Page 1 of ${read.pages}`])
    assert.ok(read.text.includes(words), words)
})

test('a long table goes on over pages, its head on each, and no row is lost', async () => {
  const rows = Array.from({ length: 150 }, (_, at) => [`Mailbox ${at}`, at])
  const table = {
    kind: 'table',
    caption: 'Long',
    columns: [{ text: 'Mailbox' }, { text: 'Received so far', numeric: true }],
    rows,
    empty: '',
  } as const
  const long = await readBack({ title: 'Long', subtitle: '', sections: [{ id: 'a', heading: 'A', blocks: [table] }] })
  assert.ok(long.pages >= 3)
  assert.equal(long.text.split('Received so far').length - 1, long.pages)
  for (let at = 0; at < 150; at++) assert.match(long.text, new RegExp(`Mailbox ${at} `))
  const cells = long.trees.flatMap(all).filter(it => it.role === 'TH' && it.children?.length)
  assert.equal(cells.length, 150 + 2, 'the head is read once')
})

test('the same pack makes the same file', async () => {
  const again = await pdfOf(sampleDocument, facts)
  const plain = (it: Buffer) => it.toString('latin1').replace(/\/ID \[[^\]]*\]/, '')
  assert.equal(plain(again), plain(read.bytes))
})
