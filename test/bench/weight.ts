import { inTransaction } from '#platform/db/database.ts'
import { expecting, type Caller } from './caller.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { someReferences } from './pages.sql.ts'
import { personOf, signedIn } from './people.ts'

const weight = (name: string): Figure => ({ name: `weight of ${name}`, unit: 'kB', target: { atMost: 150 } })

/** Everything a browser fetches for a page at its first visit, as it comes over the line. */
export async function measureWeight(house: House, results: Results): Promise<void> {
  await weigh(house, results, 'the work list', 'demo.responder', () => '/enquiries')
  await weigh(house, results, 'an enquiry page', 'demo.one-stop', it => `/enquiries/${it}`)
  await weigh(house, results, 'a tracking page', 'demo.member', it => `/enquiries/${it}/track`)
  await weigh(house, results, 'new enquiry', 'demo.member', () => '/enquiries/new')
}

async function weigh(
  house: House,
  results: Results,
  name: string,
  key: string,
  path: (reference: string) => string,
): Promise<void> {
  const person = await personOf(house, key)
  const browser = await signedIn(house, person)
  const [reference] = await inTransaction(house.db, person.id, tx => someReferences(tx, 1))
  const fetched = new Map<string, number>()
  await fetchWhole(browser, path(reference!), fetched).finally(() => browser.close())
  note(results, weight(name), {
    value: fetched.values().reduce((sum, bytes) => sum + bytes, 0) / 1000,
    n: fetched.size,
  })
}

/** A page or style sheet and what it calls for, each once. */
async function fetchWhole(browser: Caller, path: string, fetched: Map<string, number>): Promise<void> {
  if (fetched.has(path)) return
  const { bytes, headers } = await expecting(200, browser.get(path, { 'accept-encoding': 'identity' }))
  const sent = await expecting(200, browser.get(path))
  fetched.set(path, sent.bytes.length)
  const type = String(headers['content-type'])
  const called = type.includes('html')
    ? calledByPage(bytes.toString())
    : type.includes('css')
      ? calledByStyles(bytes.toString())
      : []
  for (const it of called) await fetchWhole(browser, it, fetched)
}

const calledByPage = (html: string): string[] => [
  ...Array.from(html.matchAll(/<(?:script|img|source)\b[^>]*\bsrc="(\/[^"]+)"/g), found => found[1]!),
  ...Array.from(html.matchAll(/<link\b[^>]*>/g), found => found[0])
    .filter(link => /rel="(?:stylesheet|icon|preload|manifest)"/.test(link))
    .flatMap(link => /href="(\/[^"]+)"/.exec(link)?.[1] ?? []),
]

const calledByStyles = (css: string): string[] =>
  Array.from(css.matchAll(/url\(["']?(\/[^"')]+)["']?\)/g), found => found[1]!)
