import { inTransaction } from '#platform/db/database.ts'
import { expecting, type Caller } from './caller.ts'
import { note, timeEach, type Figure, type Results } from './figure.ts'
import { bareHttp } from './floors.ts'
import type { House } from './house.ts'
import { personOf, signedIn } from './people.ts'
import { someReferences } from './pages.sql.ts'

const workers = ['demo.responder', 'demo.owner', 'demo.one-stop']

const page = (name: string, atMost: number): Figure => ({ name, unit: 'ms', target: { atMost }, floor: bareHttp.name })

/** The pages that are open all day: the work list, one enquiry, one enquiry as its member follows it. */
export async function measurePages(house: House, results: Results): Promise<void> {
  for (const key of workers) {
    await withBrowser(house, key, async browser =>
      note(results, page(`work list, ${key}`, 8), await timeEach(300, () => expecting(200, browser.get('/enquiries')))),
    )
  }
  await measureEnquiries(house, results, 'enquiry page', 'demo.one-stop', it => `/enquiries/${it}`)
  await measureEnquiries(house, results, 'enquiry page', 'demo.responder', it => `/enquiries/${it}`)
  await measureEnquiries(house, results, 'tracking page', 'demo.member', it => `/enquiries/${it}/track`)
}

async function measureEnquiries(
  house: House,
  results: Results,
  name: string,
  key: string,
  path: (reference: string) => string,
) {
  await withBrowser(house, key, async (browser, id) => {
    const references = await inTransaction(house.db, id, tx => someReferences(tx, 400))
    const found = await timeEach(300, i => expecting(200, browser.get(path(references[i % references.length]!))))
    note(results, page(`${name}, ${key}`, 5), found)
  })
}

/** Somebody of the demonstration at a connection of their own, signed in. */
export async function withBrowser(
  house: House,
  key: string,
  work: (browser: Caller, id: string) => Promise<void>,
): Promise<void> {
  const person = await personOf(house, key)
  const browser = await signedIn(house, person)
  await work(browser, person.id).finally(() => browser.close())
}
