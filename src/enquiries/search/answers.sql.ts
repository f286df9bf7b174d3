import type { Tx } from '#platform/db/database.ts'
import type { Sought } from './sought.ts'

/** Where in the order something stands: 2 by its number, 1 in its subject, 0 only further down; then the newest first. */
export type Place = { readonly id: string; readonly rank: number; readonly createdAt: Date }

/** Of more with the same words only these are looked through: those with them in the subject, then the newest. */
export const mostLooked = 10_000

/** Enquiries with the words asked for, seen or not: only ever joined with what the viewer may see. */
export function worded(tx: Tx, { asked }: Sought, most = mostLooked, after?: Place) {
  if (!asked) return tx`select null::uuid as enquiry_id, false as is_subject where false`
  return tx`
    select enquiry_id, is_subject
    from enquiries.found_by_words(${asked.words}, ${asked.wordsOfOfficers}, ${asked.wordsInSubject}, ${most},
      ${after ? after.rank > 0 : null}::boolean, ${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)`
}

/** Enquiries meant by their number. Comparing by order uses the index under a policy; a pattern would not. */
export function isMeant(tx: Tx, { question: { references, beginning } }: Sought) {
  const whole = tx`e.reference = any (${references as readonly string[] as string[]})`
  return beginning ? tx`(${whole} or e.reference >= ${beginning} and e.reference < ${`${beginning}:`})` : whole
}

/** For lists: the enquiry has these words or this number. */
export const answers = (tx: Tx, sought: Sought) =>
  sought.asked
    ? tx`(${isMeant(tx, sought)} or e.id in (select w.enquiry_id from (${worded(tx, sought)}) w))`
    : isMeant(tx, sought)
