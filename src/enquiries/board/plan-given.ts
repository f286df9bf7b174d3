import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import { redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import type { House } from '../house.ts'
import { insertBulk } from '../work-list/bulk/bulk.sql.ts'
import { foresee } from '../work-list/bulk/foresee.ts'
import type { Given } from './share-out.ts'

/**
 * Keeps who would be given what, with what the rules say to each, and leads to the page that shows it before anything
 * is done. From there it is an act on many like any other: confirmed, worked in the background, taken back.
 */
export async function planGiven(
  tx: Tx,
  asked: Asked,
  house: House,
  moves: readonly Given[],
  back: { readonly href: string; readonly nothing: string },
): Promise<Answer> {
  if (moves.length === 0) return turnBack(back.href, back.nothing)
  const { viewer, now } = asked
  const to = new Map(moves.map(it => [it.reference, it.to]))
  const references = moves.map(it => it.reference)
  const items = await foresee(tx, house, viewer, references, 'give', it => ({ to: to.get(it)!, why: '' }), { now })
  const id = newId()
  await insertBulk(tx, { id, personId: viewer.person!, act: 'give', given: {}, matching: '', madeAt: now.at }, items)
  return redirect(`/enquiries/bulk/${id}`)
}
