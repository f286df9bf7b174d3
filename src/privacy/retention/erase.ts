import { record } from '#audit/door.ts'
import { eraseDrafts, eraseWords } from '#enquiries/door.ts'
import type { Now } from '#kernel/day.ts'
import { eraseDiscardedBefore, eraseMailOf, eraseRawBefore, eraseSentBefore } from '#mail/door.ts'
import { eraseSessionsBefore } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { eraseQualityOf } from '#quality/door.ts'
import { eraseReviewOf } from '#review/door.ts'
import { isKind, kinds } from './kinds.ts'
import { monthsBefore } from './age.ts'
import { erasableNow, heldEnquiries } from './due.sql.ts'
import {
  filesToForget,
  insertTombstone,
  keepFilesToForget,
  nextWaiting,
  setFinished,
  setForgotten,
  setItem,
  underWay,
  type Erasing,
  type ErasingItem,
} from './erasing.sql.ts'
import { schedulesOn } from './schedule.sql.ts'

export type Eraser = { readonly db: Database; readonly files: Pick<Files, 'forget'> }

/**
 * Goes on with every erasing that was confirmed: enquiry by enquiry, each in a transaction of its own, so that a stop
 * loses nothing and a second run repeats nothing. Gives how many enquiries were erased. The job `privacy.erase`.
 */
export async function eraseConfirmed({ db, files }: Eraser, now: () => Now): Promise<number> {
  let erased = 0
  for (const erasing of await inTransaction(db, 'system', underWay)) {
    for (;;) {
      const state = await inTransaction(db, 'system', tx => eraseNext(tx, erasing, now()))
      if (!state) break
      if (state === 'erased') erased++
    }
    if (erasing.why === 'schedule') await eraseByAge(db, erasing, now().at)
    await inTransaction(db, 'system', tx => setFinished(tx, erasing.id, now().at))
  }
  await forgetFiles({ db, files }, now().at)
  return erased
}

/** The next of its list; undefined when none is left. What came under a hold or was opened again meanwhile stays. */
async function eraseNext(tx: Tx, erasing: Erasing, now: Now): Promise<ErasingItem['state'] | undefined> {
  const item = await nextWaiting(tx, erasing.id)
  if (!item) return undefined
  const may = await erasableNow(tx, item.enquiryId)
  if (may === 'yes') await bury(tx, erasing.id, item, becauseOf(erasing, item), now)
  const state = may === 'yes' ? 'erased' : may
  await setItem(tx, erasing.id, item.enquiryId, state)
  return state
}

const becauseOf = ({ why }: Erasing, { kind }: ErasingItem): string =>
  why === 'request' ? 'on request' : `by the schedule for ${isKind(kind) ? kinds[kind].text.toLowerCase() : kind}`

type Buried = Parameters<typeof insertTombstone>[2]

/** Every room erases what it keeps of the enquiry; what stays is a tombstone, and an entry in the trail. */
export async function bury(
  tx: Tx,
  erasingId: string | null,
  item: Buried,
  because: string,
  { at, today }: Now,
): Promise<void> {
  const { enquiryId, reference } = item
  const files = await eraseWords(tx, enquiryId, today, because)
  await eraseMailOf(tx, enquiryId)
  await eraseQualityOf(tx, enquiryId)
  await eraseReviewOf(tx, enquiryId)
  await keepFilesToForget(tx, files, at)
  await insertTombstone(tx, erasingId, item, at)
  const subject = { kind: 'enquiry', id: enquiryId, reference }
  await record(tx, { at, actor: null, act: 'privacy.erased', subject, details: { erasing: erasingId } })
}

const atOnce = 500

/** What lies about by its age alone, in batches, each in a transaction of its own. */
async function eraseByAge(db: Database, { dueOn }: Erasing, at: Date): Promise<void> {
  const schedules = await inTransaction(db, 'system', tx => schedulesOn(tx, dueOn))
  for (const { kind, keepMonths } of schedules) {
    const way = byAge[kind as keyof typeof byAge]
    if (!way || keepMonths === null) continue
    const before = monthsBefore(at, keepMonths)
    const some = () => inTransaction(db, 'system', async tx => way(tx, before, await heldEnquiries(tx)))
    while ((await some()) >= atOnce);
  }
}

const byAge = {
  'mail-raw': (tx: Tx, before: Date, held: string[]) => eraseRawBefore(tx, before, held, atOnce),
  'mail-sent': (tx: Tx, before: Date, held: string[]) => eraseSentBefore(tx, before, held, atOnce),
  quarantine: (tx: Tx, before: Date) => eraseDiscardedBefore(tx, before, atOnce),
  sessions: (tx: Tx, before: Date) => eraseSessionsBefore(tx, before, atOnce),
  drafts: eraseDrafts,
}

/** Removes the bytes that nothing names any more. After the words: a stop in between leaves bytes, never a broken page. */
export async function forgetFiles({ db, files }: Eraser, at: Date, all = false): Promise<void> {
  const found = await inTransaction(db, 'system', tx => filesToForget(tx, all))
  for (const { sha256 } of found) await files.forget(sha256)
  await inTransaction(db, 'system', tx =>
    setForgotten(
      tx,
      found.map(it => it.sha256),
      at,
    ),
  )
}
