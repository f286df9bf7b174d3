import { isDeepStrictEqual } from 'node:util'
import { currentCalendar, type Calendar } from '#clock/door.ts'
import type { Day, Now } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { factOf, isLive } from './fact.ts'
import {
  dropFacts,
  enquiriesAfter,
  historiesOf,
  keptFacts,
  qualityOf,
  saveFacts,
  settle,
  takeInJudged,
  unmade,
  type Judged,
  type KeptFact,
  type Told,
} from './facts.sql.ts'
import { keepMending, type Mending } from './mending.sql.ts'
import { monthOf, roll, rolledMonths, rolledRightly, unroll, unrolled } from './roll.sql.ts'

/**
 * Works these enquiries out from their events again and keeps what changed; gives the references of those. In the same
 * transaction the months they belong to stop being summed up, so that no figure is ever asked of an old sum.
 */
export async function keepFacts(tx: Tx, ids: readonly string[], today: Day): Promise<string[]> {
  const [histories, calendar, quality, before] = await Promise.all([
    historiesOf(tx, ids),
    currentCalendar(tx),
    qualityOf(tx, ids),
    keptFacts(tx, ids),
  ])
  const known = new Map(before.map(it => [it.enquiryId, it]))
  const now = histories.flatMap(it => keptFactOf(it, calendar, quality.get(it.id), today) ?? [])
  const changed = now.filter(it => !isSame(known.get(it.enquiryId), it))
  const counted = new Set(now.map(it => it.enquiryId))
  const gone = before.filter(it => !counted.has(it.enquiryId))
  const former = changed.flatMap(it => known.get(it.enquiryId) ?? [])
  // what was live and stays live stands in no sum
  const summed = [...changed, ...former, ...gone].filter(it => !it.live)
  await unroll(
    tx,
    summed.map(it => monthOf(it.receivedOn)),
  )
  await saveFacts(tx, changed)
  await dropFacts(
    tx,
    gone.map(it => it.enquiryId),
  )
  return [...changed, ...gone].map(it => it.reference)
}

/** A fact as it is kept; undefined for what counts nowhere. */
export function keptFactOf(
  { id, reference, history }: Told,
  calendar: Calendar,
  quality: Judged | undefined,
  today: Day,
): KeptFact | undefined {
  const fact = factOf(id, reference, history, calendar)
  if (!fact) return undefined
  const [first] = history
  const ofMember = fact.restricted && first!.event.type === 'received' ? first!.event.memberId : null
  return {
    ...fact,
    score: quality?.score ?? null,
    rating: quality?.rating ?? null,
    live: isLive(fact, today),
    ofMember,
  }
}

/** Kept from more events than were read is newer, and right. */
const isSame = (kept: KeptFact | undefined, made: KeptFact): boolean =>
  kept !== undefined && (kept.version > made.version || isDeepStrictEqual({ ...kept }, { ...made }))

/** Takes in what was scored and rated since, which leaves no event, and sums up every month that is not. */
export async function rollUp(db: Database, now: Now): Promise<void> {
  const since = new Date(now.at.getTime() - 2 * 86_400_000)
  await inTransaction(db, 'system', tx => keepJudged(tx, since))
  const months = await inTransaction(db, 'system', unrolled)
  for (const month of months) await inTransaction(db, 'system', tx => roll(tx, month, now.at))
}

/** Makes the facts of what has none yet: after a bulk load, or before the first night. */
export async function catchUp(db: Database, now: Now): Promise<void> {
  await inTransaction(db, 'system', async tx => {
    for (let ids = await unmade(tx, atOnce); ids.length > 0; ids = await unmade(tx, atOnce))
      await keepFacts(tx, ids, now.today)
    await keepJudged(tx, new Date(0))
  })
}

const atOnce = 500

/** What was scored and rated leaves no event: it is taken in beside them. */
const keepJudged = async (tx: Tx, since: Date): Promise<void> =>
  unroll(tx, (await takeInJudged(tx, since)).map(monthOf))

/**
 * Compares every fact with the events it came from and every sum with its facts, mends what differs, and keeps on record
 * what that was. What settles by time alone is no mistake.
 */
export async function mend(db: Database, now: Now): Promise<Mending> {
  await inTransaction(db, 'system', async tx => unroll(tx, (await settle(tx, now.today)).map(monthOf)))
  let after: string | null = null
  let compared = 0
  const mended: string[] = []
  for (;;) {
    const ids = await inTransaction(db, 'system', tx => enquiriesAfter(tx, after, atOnce))
    if (ids.length === 0) break
    mended.push(...(await inTransaction(db, 'system', tx => keepFacts(tx, ids, now.today))))
    compared += ids.length
    after = ids.at(-1)!
  }
  const months = await wrongMonths(db)
  await rollUp(db, now)
  return inTransaction(db, 'system', tx => keepMending(tx, { at: now.at, compared, mended, months }))
}

async function wrongMonths(db: Database): Promise<Day[]> {
  const wrong: Day[] = []
  for (const month of await inTransaction(db, 'system', rolledMonths))
    await inTransaction(db, 'system', async tx => {
      if (await rolledRightly(tx, month)) return
      await unroll(tx, [month])
      wrong.push(month)
    })
  return wrong
}
