import { locate } from '#people/door.ts'
import { json, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { wherePath } from './place-fields.ts'
import { placeIn, pointOf } from './place.ts'

/**
 * Which ward a place lies in, said while somebody types it. It changes nothing; it is a POST so that nobody’s address
 * stands in one of ours or in the notes of a server on the way.
 */
export const whereRoutes = (): Route[] => [{ method: 'POST', path: wherePath, may: 'enquiries.read', handle: say }]

async function say({ form, now, transact }: Asked): Promise<Answer> {
  const place = placeIn(form.text('place'), form.text('point'))
  if (!place.ok || !place.value) return json({ ward: '' })
  const { postcode } = place.value
  const located = await transact(tx =>
    locate(tx, { postcode: postcode ?? undefined, point: pointOf(place.value!) }, now.today),
  )
  return json({ ward: located ? `It is in ${located.ward} ward.` : '' })
}
