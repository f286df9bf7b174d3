import type { Now } from '#kernel/day.ts'
import { refuse, type Refusal } from '#kernel/result.ts'
import { personById, viewerFor } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { carryOut } from '../../carry-out.ts'
import type { Doer } from '../../doer.ts'
import { enquiriesWithParts } from '../../enquiry.sql.ts'
import type { Enquiry } from '../../enquiry.ts'
import type { House } from '../../house.ts'
import { actOf, bulkActNamed, isBulkAct, known, type BulkActName } from './bulk-acts.ts'
import { bulkById, finishBulk, keepDone, keepRefused, nextTurns, refuseTheRest, type Turn } from './bulk.sql.ts'
import type { Bulk } from './bulk.ts'

type Running = {
  readonly db: Database
  readonly house: House
  readonly bulk: Bulk
  readonly doer: Doer
  readonly now: () => Now
}

/** So many in one transaction: few enough that progress is seen, many enough that the disk is not waited for each time. */
const atOnce = 20

/** Side by side, each on what the other passes over. */
const lanes = 2

/**
 * Does what is still to be done of a bulk, as the person whose it is. Each enquiry's result is written in the transaction
 * that changes it: a run that was cut off is simply run again, and does nothing twice.
 */
export async function runBulk(db: Database, house: House, id: string, now: () => Now): Promise<void> {
  const [bulk, person] = await inTransaction(db, 'system', async tx => {
    const bulk = await bulkById(tx, id)
    return [bulk, bulk && (await personById(tx, bulk.personId))] as const
  })
  if (bulk?.state !== 'running' || !person) return
  const viewer = viewerFor(person, 'system')
  if (viewer.person === null) await inTransaction(db, 'system', tx => refuseTheRest(tx, id, signedOff))
  else {
    const running = { db, house, bulk, doer: viewer, now }
    await Promise.all(Array.from({ length: lanes }, () => runLane(running)))
  }
  await inTransaction(db, 'system', tx => finishBulk(tx, id, now().at))
}

const signedOff = refuse('not-allowed', 'Whoever wanted this may not sign in any more').refusal

async function runLane(running: Running): Promise<void> {
  for (let left = true; left;) {
    left = await runSome(running, atOnce).catch(async () => {
      // something broke: one by one, so that only what is broken is left undone
      return runSome(running, 1).catch((error: unknown) => passOver(running, error))
    })
  }
}

/** Does the next few; false when there is nothing left to do. */
const runSome = ({ db, house, bulk, doer, now }: Running, limit: number): Promise<boolean> =>
  inTransaction(db, doer.person!, async tx => {
    const turns = await nextTurns(tx, bulk.id, limit)
    const references = turns.map(it => it.reference)
    const found = turns.length > 0 ? await enquiriesWithParts(tx, references, doer.person!) : []
    const before = new Map(found.map(({ enquiry }) => [enquiry.reference, enquiry]))
    for (const turn of turns) await take(tx, house, bulk, doer, turn, before.get(turn.reference), now())
    return turns.length === limit
  })

/** The next one cannot be done: what broke it may not hold up the others. */
function passOver({ db, bulk, doer }: Running, error: unknown): Promise<boolean> {
  const words = `Something went wrong on our side, and nothing was changed (${(error as Error).name})`
  return inTransaction(db, doer.person!, async tx => {
    const [turn] = await nextTurns(tx, bulk.id, 1)
    if (turn) await keepRefused(tx, bulk.id, turn.place, { code: 'broken', words })
    return turn !== undefined
  })
}

async function take(
  tx: Tx,
  house: House,
  bulk: Bulk,
  doer: Doer,
  turn: Turn,
  before: Enquiry | undefined,
  now: Now,
): Promise<void> {
  if (!before) return keepRefused(tx, bulk.id, turn.place, notThere)
  const { act, given } = plan(bulk, turn, before)
  const version = turn.expectedVersion ?? before.version
  const done = await carryOut(tx, house, doer, turn.reference, act, given as never, { now, version })
  if (!done.ok) return keepRefused(tx, bulk.id, turn.place, changedMeanwhile(done.refusal))
  const after = await carriedOn(tx, house, doer, turn, now)
  const { enquiry } = after?.ok ? after.value : done.value
  const undo =
    bulk.undoes || !isBulkAct(bulk.act) ? undefined : bulkActNamed(bulk.act).undo(before, enquiry, doer.person!)
  const words = after && !after.ok ? `Back in its mailbox, but with nobody: ${after.refusal.words}` : null
  return keepDone(tx, bulk.id, turn.place, enquiry.version, undo, words)
}

/** What follows the act where it can; where a rule refuses it, the act stands by itself. */
async function carriedOn(tx: Tx, house: House, doer: Doer, { ownGiven, reference }: Turn, now: Now) {
  if (!ownGiven?.after) return undefined
  const act = known(ownGiven.after.act)
  return carryOut(tx, house, doer, reference, act, act.shape.parse(ownGiven.after.given), { now })
}

/** The act of one enquiry: its own, or the bulk's as this enquiry stands. */
function plan(bulk: Bulk, { ownAct, ownGiven }: Turn, enquiry: Enquiry) {
  const act = ownAct ? known(ownAct) : actOf(bulk.act as BulkActName, enquiry)
  return { act, given: act.shape.parse(ownAct ? (ownGiven ?? {}) : bulk.given) }
}

const notThere: Refusal = { code: 'not-found', words: 'You cannot see this enquiry any more' }

/** Nobody was writing here: what changed it worked on it at the same time, or since it is to be taken back. */
const changedMeanwhile = (refusal: Refusal): Refusal =>
  refusal.code === 'stale-version'
    ? { ...refusal, words: 'Somebody has worked on it meanwhile: it stays as it is' }
    : refusal
