import { calendarByRule } from '#clock/door.ts'
import { createSignInLink, personByAddress } from '#people/door.ts'
import { dayOf } from '#kernel/day.ts'
import { connectAsOwner, inTransaction, openDatabase, type Tx } from '#platform/db/database.ts'
import { castOf } from './cast.ts'
import { history } from './history.ts'
import { withBareTables } from './bare-tables.sql.ts'
import { analyse, historyTables, keepNumbers, keepPlayed } from './keep.sql.ts'
import { setUpCouncil } from './set-up.ts'
import type { Played, Stage } from './stage.ts'
import { demoAccounts } from './town/demo-accounts.ts'
import { countedIds } from './counted-ids.ts'

export type Wish = { readonly enquiries: number; readonly seed: string; readonly years: number; readonly now: Date }

/** What every demonstration shows: a year of about 4,000 enquiries. */
export const usualWish = (now: Date): Wish => ({ enquiries: 4000, seed: 'tessbridge', years: 1, now })

const batchSize = 1000

/** Fills an empty database with the demonstration council and its history, played by the real rules at simulated dates. */
export async function loadDemonstration(ownerUrl: string, say: (line: string) => void, wish: Wish = usualWish(new Date())): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 2 })
  const owner = connectAsOwner(ownerUrl)
  try {
    say('Setting up the demonstration council, Tessbridge …')
    const { stage, cast } = await inTransaction(db, 'system', async tx => {
      const ids = await setUpCouncil(tx, dayOf(wish.now))
      const limits = { roundTwo: 5, silence: 10, waiting: 20, reopen: 20 }
      const stage: Stage = { calendar: calendarByRule(), limits, newId: countedIds(wish.seed) }
      return { stage, cast: await castOf(tx, ids, dayOf(wish.now)) }
    })
    const played = history(stage, cast, { ...wish, until: wish.now })
    await withBareTables(owner, historyTables(), tx => keepAll(tx, played, wish.enquiries, say))
    await inTransaction(db, 'system', keepNumbers)
    await analyse(owner)
  } finally {
    await owner.end()
    await db.close()
  }
}

async function keepAll(tx: Tx, played: Iterable<Played>, all: number, say: (line: string) => void): Promise<void> {
  let batch: Played[] = []
  let kept = 0
  const keep = async () => {
    await keepPlayed(tx, batch)
    kept += batch.length
    batch = []
    if (kept % (batchSize * 10) === 0 || kept === all) say(`${kept.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} enquiries`)
  }
  for (const it of played) {
    batch.push(it)
    if (batch.length >= batchSize) await keep()
  }
  if (batch.length > 0) await keep()
}

/** One link for each demonstration role, good for a day: whoever holds the terminal may be anybody. */
export async function printSignInLinks(ownerUrl: string, publicUrl: string, say: (line: string) => void): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 1 })
  try {
    await inTransaction(db, 'system', async tx => {
      for (const { email, name, about } of demoAccounts) {
        const person = await personByAddress(tx, email)
        if (!person) continue
        const path = await createSignInLink(tx, person.id, { now: new Date(), minutes: 24 * 60 })
        say(`  ${name.padEnd(20)} ${about.padEnd(58)} ${publicUrl}${path}`)
      }
    })
  } finally {
    await db.close()
  }
}
