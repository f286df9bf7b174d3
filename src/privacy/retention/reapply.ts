import type { Now } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { bury, forgetFiles, type Eraser } from './erase.ts'
import { closedCalled, tombstonesAfter } from './erasing.sql.ts'
import { isErased } from './due.sql.ts'

export type Reapplied = { readonly again: readonly string[]; readonly unknown: readonly string[] }

/**
 * Erases again, after a restore, what had been erased: what the tombstones of the database name, and what a list that was
 * kept elsewhere names besides. Done twice it does nothing more.
 */
export async function reapply(it: Eraser, listed: readonly string[], now: Now): Promise<Reapplied> {
  const references = new Set([...(await everyTombstone(it)).map(({ reference }) => reference), ...listed])
  const [again, unknown]: [string[], string[]] = [[], []]
  for (const reference of references) {
    const done = await inTransaction(it.db, 'system', async tx => {
      const found = await closedCalled(tx, reference)
      if (!found) return 'unknown'
      if (await isErased(tx, found.enquiryId)) return 'erased'
      await bury(tx, null, found, 'again, after a restore', now)
      return 'again'
    })
    if (done === 'again') again.push(reference)
    if (done === 'unknown') unknown.push(reference)
  }
  await forgetFiles(it, now.at, true)
  return { again, unknown }
}

/** The list to keep elsewhere: what was erased, and when. */
export async function everyTombstone({ db }: Pick<Eraser, 'db'>): Promise<{ reference: string; erasedAt: Date }[]> {
  const found: { reference: string; erasedAt: Date }[] = []
  for (;;) {
    const page = await inTransaction(db, 'system', tx => tombstonesAfter(tx, found.at(-1)?.reference ?? '', 1000))
    found.push(...page)
    if (page.length < 1000) return found
  }
}
