import { inTransaction } from '#platform/db/database.ts'
import { readPacks } from '#reports/door.ts'
import { expecting, tokenOn, type Caller } from './caller.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { withBrowser } from './pages.ts'

const target = { atMost: 20 }
const frozen: Figure = { name: 'monthly pack, frozen', unit: 's' }
const asPdf: Figure = { name: 'monthly pack, frozen and made a PDF', unit: 's', target }
const asSheets: Figure = { name: 'monthly pack as a spreadsheet', unit: 's', target }

/** The newest month's pack drawn up anew from everything there is, as a correction is, and saved from its page. */
export async function measurePack(house: House, results: Results): Promise<void> {
  await withBrowser(house, 'demo.performance', async browser => {
    const path = `/review/packs/${await newestMonth(house)}`
    const freezing = await seconds(() => freezeAnew(browser, path))
    const drawing = await seconds(() => expecting(200, browser.get(`${path}/pdf`)))
    note(results, frozen, { value: freezing, n: 1 })
    note(results, asPdf, { value: freezing + drawing, n: 1 })
    note(results, asSheets, { value: await seconds(() => expecting(200, browser.get(`${path}/xlsx`))), n: 1 })
  })
}

async function newestMonth({ db }: House): Promise<string> {
  const packs = await inTransaction(db, 'system', tx => readPacks(tx))
  const months = packs.filter(it => it.kind === 'month').map(it => it.key)
  const newest = months.toSorted().at(-1)
  if (!newest) throw new Error('The demonstration has no pack of a month')
  return newest
}

async function freezeAnew(browser: Caller, path: string): Promise<void> {
  const fields = new URLSearchParams({ _csrf: await tokenOn(browser, path), reason: 'Part of the measuring' })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await expecting(303, browser.post(path, fields.toString(), headers))
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
