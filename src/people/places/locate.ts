import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { boundariesOn, wardOfPostcode, type WardFound } from './place-list.sql.ts'
import { isIn, type Point } from './point.ts'

/** Where something is, as far as it says anything about the ward. */
export type Somewhere = { readonly postcode?: string | undefined; readonly point?: Point | undefined }

export type Located = WardFound & {
  /** where it is on the map: as it was picked, or as the list has the postcode */
  readonly point: Point | undefined
  readonly by: 'point' | 'postcode'
}

/**
 * The ward a place lies in on a day, by the lists that held then. A picked spot says it more exactly than a postcode,
 * which may reach over a boundary. Undefined: neither is known to any list.
 */
export async function locate(tx: Tx, { postcode, point }: Somewhere, on: Day): Promise<Located | undefined> {
  const found = point && (await wardAt(tx, point, on))
  if (found) return { wardId: found.wardId, ward: found.ward, point, by: 'point' }
  const listed = postcode ? await wardOfPostcode(tx, postcode, on) : undefined
  return listed && { ...listed, point: point ?? listed.point, by: 'postcode' }
}

/** On a boundary it is the ward that comes first by name. */
async function wardAt(tx: Tx, point: Point, on: Day): Promise<WardFound | undefined> {
  return (await boundariesOn(tx, on, point)).find(it => isIn(point, it.shape))
}
