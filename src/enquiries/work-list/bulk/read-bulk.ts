import { mailboxById, topicById } from '#mailboxes/door.ts'
import { personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { listEnquiries } from '../../list.sql.ts'
import type { BulkShown } from './bulk-page.ts'
import { givenEach, itemsOf, reasonsOf, tallyOf, undoOf } from './bulk.sql.ts'
import type { Bulk, Item } from './bulk.ts'

/** So many are named before anything is done, and on a page of results. */
const sample = 10
const pageLength = 100

/** Everything a page about one bulk shows. Subjects are read anew: what its owner may not see any more has none. */
export async function readBulk(tx: Tx, asked: Asked, bulk: Bulk): Promise<BulkShown> {
  const isPreview = bulk.state === 'preview'
  const only = isPreview ? 'waiting' : stateIn(asked.query.only)
  const from = /^\d{1,6}$/.test(asked.query.from ?? '') ? Number(asked.query.from) : 0
  const limit = isPreview ? sample : bulk.state === 'done' ? pageLength : 0
  const [tally, reasons, found, undoneBy, target, each] = await Promise.all([
    tallyOf(tx, bulk.id),
    reasonsOf(tx, bulk.id),
    itemsOf(tx, bulk.id, only, isPreview ? 0 : from, limit + 1),
    undoOf(tx, bulk.id),
    targetOf(tx, bulk.given),
    givenEach(tx, bulk.id),
  ])
  const items = found.slice(0, limit)
  const references = items.map(it => it.reference)
  const listed = items.length > 0 ? await listEnquiries(tx, { reference: references }, 'newest', items.length) : []
  return {
    bulk,
    tally,
    reasons,
    items,
    listed: new Map(listed.map(it => [it.reference, it])),
    target,
    each,
    people: await personNames(tx, [...new Set(items.flatMap(it => it.ownTo ?? []))]),
    only: isPreview ? undefined : only,
    next: found.length > limit ? items.at(-1)?.place : undefined,
    undoneBy,
    csrf: asked.csrf,
  }
}

const stateIn = (text: string | undefined): Item['state'] | undefined =>
  text === 'done' || text === 'refused' ? text : undefined

/** To whom, where to, what about. */
async function targetOf(tx: Tx, given: { to?: string; mailbox?: string; topic?: string }): Promise<string> {
  if (given.to) return `to ${(await personNames(tx, [given.to])).get(given.to) ?? 'somebody'}`
  if (given.mailbox) return `to ${(await mailboxById(tx, given.mailbox))?.name ?? 'another mailbox'}`
  if (given.topic) return `to ${(await topicById(tx, given.topic))?.name ?? 'another topic'}`
  return ''
}
