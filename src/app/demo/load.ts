import { createSignInLink, personByAddress } from '#people/door.ts'
import { dayOf, nowAt } from '#kernel/day.ts'
import { catchUp } from '#reports/door.ts'
import { connectAsOwner, inTransaction, openDatabase, type Database, type Tx } from '#platform/db/database.ts'
import { learn } from '../learn.ts'
import { withBareTables } from './bare-tables.sql.ts'
import { castOf, type Cast } from './cast.ts'
import { furnish } from './furnish.ts'
import type { Wish } from './history.ts'
import { analyse, historyTables, keepNumbers, keepTexts } from './keep.sql.ts'
import { playReviews } from './reviewing-months.ts'
import { judge } from './judging.ts'
import { setUpCouncil } from './set-up.ts'
import { playThisMorning } from './this-morning.ts'
import { tellInThreads, type Script } from './tell-in-threads.ts'
import { demoAccounts } from './town/demo-accounts.ts'

/** What every demonstration shows: a year of about 4,000 enquiries. */
export const usualWish = (now: Date): Wish => ({ enquiries: 4000, seed: 'tessbridge', years: 1, now })

/** Fills an empty database with the demonstration council and its history, played by the real rules at simulated dates. */
export async function loadDemonstration(
  ownerUrl: string,
  say: (line: string) => void,
  wish: Wish = usualWish(new Date()),
): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 3 })
  const owner = connectAsOwner(ownerUrl)
  try {
    say('Setting up the demonstration council, Tessbridge …')
    const today = dayOf(wish.now)
    const ids = await inTransaction(db, 'system', tx => setUpCouncil(tx, today))
    const cast = await inTransaction(db, 'system', tx => castOf(tx, ids, today))
    await withBareTables(owner, historyTables(), tx => keepAll(tx, { cast, wish }, say))
    await inTransaction(db, 'system', keepNumbers)
    await analyse(owner)
    await inTransaction(db, 'system', async tx => {
      await furnish(tx, ids, wish.now)
      await playThisMorning(tx, ids, wish.now)
    })
    await Promise.all([learn(db, today), judged(db, cast, wish)])
    await playReviews(db, ids, wish)
  } finally {
    await owner.end()
    await db.close()
  }
}

async function judged(db: Database, cast: Cast, wish: Wish): Promise<void> {
  await inTransaction(db, 'system', tx => judge(tx, cast, wish))
  await catchUp(db, nowAt(wish.now))
}

async function keepAll(tx: Tx, script: Script, say: (line: string) => void): Promise<void> {
  const all = script.wish.enquiries
  for await (const { texts, to } of tellInThreads(script)) {
    await keepTexts(tx, texts)
    if (to % 10_000 === 0 || to === all)
      say(`${to.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} enquiries`)
  }
}

/** One link for each demonstration role, good for a day: whoever holds the terminal may be anybody. */
export async function printSignInLinks(
  ownerUrl: string,
  publicUrl: string,
  say: (line: string) => void,
): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 1 })
  try {
    await inTransaction(db, 'system', async tx => {
      for (const { key, email, name, about } of demoAccounts) {
        const person = await personByAddress(tx, email)
        if (!person) continue
        const path = await createSignInLink(tx, person.id, { now: new Date(), minutes: 24 * 60 })
        say(`  ${name.padEnd(20)} ${key.padEnd(21)} ${about.padEnd(58)} ${publicUrl}${path}`)
      }
    })
  } finally {
    await db.close()
  }
}
