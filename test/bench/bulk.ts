import { setTimeout as pause } from 'node:timers/promises'
import { inTransaction } from '#platform/db/database.ts'
import { expecting, htmlOf, tokenOn, type Caller } from './caller.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { someReferences } from './pages.sql.ts'
import { personOf, signedIn } from './people.ts'

const many = 1000

const looked: Figure = { name: '1,000 at once, looked at first', unit: 's' }
const done: Figure = { name: '1,000 at once, done', unit: 's', target: { atMost: 10 } }

/** A note added to 1,000 enquiries by their pages: foreseen, confirmed, and done by the worker while its page is watched. */
export async function measureBulk(house: House, results: Results): Promise<void> {
  const person = await personOf(house, 'demo.one-stop')
  const browser = await signedIn(house, person)
  try {
    const picked = await inTransaction(house.db, person.id, tx => someReferences(tx, many))
    const csrf = await tokenOn(browser, '/enquiries?view=all')
    const began = performance.now()
    const address = await post(browser, '/enquiries/bulk', [
      ['_csrf', csrf],
      ['act', 'note'],
      ['note-text', 'Part of the measuring'],
      ...picked.map((reference): [string, string] => ['pick', reference]),
    ])
    note(results, looked, { value: (performance.now() - began) / 1000, n: picked.length })
    const confirmed = performance.now()
    await post(browser, `${address}/confirm`, [['_csrf', csrf]])
    await untilDone(browser, address)
    note(results, done, { value: (performance.now() - confirmed) / 1000, n: picked.length })
  } finally {
    browser.close()
  }
}

async function post(browser: Caller, path: string, fields: [string, string][]): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const came = await expecting(303, browser.post(path, new URLSearchParams(fields).toString(), headers))
  return came.headers.location!
}

async function untilDone(browser: Caller, address: string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (!(await htmlOf(browser, address)).includes('data-live')) return
    await pause(50)
  }
  throw new Error('The bulk did not end within two minutes')
}
