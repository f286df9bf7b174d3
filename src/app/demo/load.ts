import { createSignInLink, personByAddress } from '#people/door.ts'
import { dayOf, nowAt } from '#kernel/day.ts'
import { catchUp } from '#reports/door.ts'
import { signLastWeeks } from '#review/door.ts'
import { connectAsOwner, inTransaction, openDatabase, type Database } from '#platform/db/database.ts'
import { learn } from '../learn.ts'
import { withBareTables, type Bare } from './bare-tables.sql.ts'
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
import { whyLate } from './town/review-texts.ts'

/** What every demonstration shows: a year of about 4,000 enquiries. */
export const usualWish = (now: Date): Wish => ({ enquiries: 4000, seed: 'tessbridge', years: 1, now })

/** Hears of each phase of a load when it is over. */
export type Ended = (phase: string, seconds: number) => void

/** Fills an empty database with the demonstration council and its history, played by the real rules at simulated dates. */
export async function loadDemonstration(
  ownerUrl: string,
  say: (line: string) => void,
  wish: Wish = usualWish(new Date()),
  ended: Ended = () => {},
): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 3 })
  const owner = connectAsOwner(ownerUrl, 2)
  const phase = phases(ended)
  try {
    say('Setting up the demonstration council, Tessbridge …')
    const today = dayOf(wish.now)
    const ids = await inTransaction(db, 'system', tx => setUpCouncil(tx, today))
    const cast = await inTransaction(db, 'system', tx => castOf(tx, ids, today))
    phase('council set up')
    const tell = (bare: Bare) => keepAll(bare, { cast, wish }, say).then(() => phase('history told and copied'))
    await withBareTables(owner, historyTables(), tell)
    phase('keys and indexes made')
    await inTransaction(db, 'system', keepNumbers)
    await analyse(owner, 2)
    phase('tables analysed')
    await inTransaction(db, 'system', async tx => {
      await furnish(tx, ids, wish.now)
      await playThisMorning(tx, ids, wish.now)
    })
    await Promise.all([learn(db, today), judged(db, cast, wish)])
    phase('learned, judged and signed')
    await playReviews(db, ids, wish)
    phase('packs frozen and reviewed')
  } finally {
    await owner.end()
    await db.close()
  }
}

function phases(ended: Ended): (name: string) => void {
  let began = performance.now()
  return name => {
    const now = performance.now()
    ended(name, (now - began) / 1000)
    began = now
  }
}

/** What is thought of the answers, what figures make of that, and the last weeks signed by whoever answers for them. */
async function judged(db: Database, cast: Cast, wish: Wish): Promise<void> {
  const now = nowAt(wish.now)
  await inTransaction(db, 'system', tx => judge(tx, cast, wish))
  await catchUp(db, now)
  await inTransaction(db, 'system', tx => signLastWeeks(tx, now, 8, whyLate))
}

async function keepAll(bare: Bare, script: Script, say: (line: string) => void): Promise<void> {
  const all = script.wish.enquiries
  for await (const { texts, to } of tellInThreads(script)) {
    await keepTexts(bare, texts)
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
