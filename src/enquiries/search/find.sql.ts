import type { Tx } from '#platform/db/database.ts'
import { filtered, type Filter } from '../list.sql.ts'
import { isMeant, mostLooked, worded, type Place } from './answers.sql.ts'
import type { Sought } from './sought.ts'

export type Hits = {
  readonly hits: readonly Place[]
  /** how many there are in all; more than that when `isMore` */
  readonly total: number
  readonly isMore: boolean
}

/** So many are looked at first: nearly always enough for a page, and for a number to tell. */
const firstLook = 100

/**
 * The enquiries that the viewer may see and that answer the question, those with the words in their subject first, then
 * the newest: one page of them.
 */
export async function findHits(tx: Tx, sought: Sought, filter: Filter, limit: number, after?: Place): Promise<Hits> {
  const first = await lookAt(tx, sought, filter, firstLook, limit, after)
  // whoever narrows a common word, or may see little of it, looks further
  return first.isMore && first.hits.length < limit ? lookAt(tx, sought, filter, mostLooked, limit, after) : first
}

async function lookAt(
  tx: Tx,
  sought: Sought,
  filter: Filter,
  most: number,
  limit: number,
  after: Place | undefined,
): Promise<Hits> {
  // numbers come before words: behind one of them every word is still to come
  const afterWord = after && after.rank < 2 ? after : undefined
  const rows = await tx<(Place & { total: number; looked: number })[]>`
    with worded as materialized (${worded(tx, sought, most, afterWord)}),
    meant as (${meant(tx, sought)}), found as (
      select e.id, m.rank, e.created_at, count(*) over ()::int as total
      from meant m join enquiries.enquiry e on e.id = m.id
      where ${filtered(tx, filter)}
    ), shown as (
      select * from found f
      where ${after ? tx`(f.rank, f.created_at, f.id) < (${after.rank}, ${after.createdAt}, ${after.id}::uuid)` : tx`true`}
      order by f.rank desc, f.created_at desc, f.id desc
      limit ${limit}
    )
    select s.id, s.rank, s.created_at, s.total, looked.n as looked
    from (select count(*)::int as n from worded) looked left join shown s on true
    order by s.rank desc, s.created_at desc, s.id desc
  `
  const hits = rows.filter(row => row.id !== null)
  return { hits, total: hits[0]?.total ?? 0, isMore: (rows[0]?.looked ?? 0) >= most }
}

/** What has the words and what is meant by its number; hardly ever anybody types a number, and asking for none costs too. */
function meant(tx: Tx, sought: Sought) {
  const { references, beginning } = sought.question
  if (references.length === 0 && !beginning) return tx`select enquiry_id as id, is_subject::int as rank from worded`
  return tx`
    select id, max(rank) as rank from (
      select enquiry_id as id, is_subject::int as rank from worded
      union all
      select e.id, 2 from enquiries.enquiry e where ${isMeant(tx, sought)}
    ) every
    group by id`
}

export type Passage = { readonly enquiryId: string; readonly internal: boolean; readonly words: string }

/** What the viewer may read of some enquiries, newest first: to show where the words stand. */
export const passagesOf = (tx: Tx, ids: readonly string[]): Promise<Passage[]> => tx<Passage[]>`
  select m.enquiry_id, m.internal, left(m.words, 20000) as words
  from enquiries.message m
  where m.enquiry_id = any (${ids as string[]}::uuid[])
  order by m.enquiry_id, m.at, m.id
`

/** How words that members wrote are spelt, the likeliest first, where one like this was written. */
export const speltLike = (tx: Tx, typed: string): Promise<{ word: string; enquiries: number }[]> =>
  tx<{ word: string; enquiries: number }[]>`select word, enquiries from enquiries.spelt_like(${typed})`
