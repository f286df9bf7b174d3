import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '#platform/db/database.ts'
import { replay } from './apply.ts'
import { enquiryById, everyReference, historyOf } from './enquiry.sql.ts'

/**
 * The references whose stored row is not what its events make of it. Rows are a convenience and events are the truth:
 * a difference means that something wrote past carryOut.
 */
export async function replayedDifferently(tx: Tx): Promise<string[]> {
  const different: string[] = []
  let after = ''
  for (;;) {
    const some = await everyReference(tx, after, 500)
    for (const { id, reference } of some) {
      const [row, history] = await Promise.all([enquiryById(tx, id), historyOf(tx, id)])
      if (!isDeepStrictEqual({ ...row }, replay(id, reference, history))) different.push(reference)
    }
    const last = some.at(-1)
    if (!last) return different
    after = last.reference
  }
}
