import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { locate, wards, type Located } from '#people/door.ts'
import { act, type Decision } from '../act.ts'
import { openStatuses } from '../enquiry.ts'
import { givenId } from '../given.ts'
import { placeShape, pointOf } from '../place/place.ts'
import { savePlace } from '../place/place.sql.ts'
import { placeSearchable } from '../search/searchable.sql.ts'

const shape = z.object({
  place: placeShape,
  ward: givenId('Select a ward').nullish(),
})

type Facts = { readonly located: Located | undefined; readonly isWard: boolean }

/**
 * Where it is about, where nobody said or somebody learned better. The ward follows from a postcode or a spot; where
 * these say nothing it is the one that is given, or stays. The mailbox and the promised date stay as they are.
 */
export const setPlace = act<z.infer<typeof shape>, Facts>({
  name: 'set-place',
  label: 'Set the place',
  may: 'enquiries.move',
  from: openStatuses,
  to: openStatuses,
  by: ['member-services', 'owner', 'holder', 'responder'],
  shape,
  gather: async (tx, enquiry, { place, ward }) => {
    const [located, all] = await Promise.all([
      locate(tx, { postcode: place.postcode ?? undefined, point: pointOf(place) }, enquiry.receivedOn),
      ward ? wards(tx) : [],
    ])
    return { located, isWard: !ward || all.some(it => it.id === ward) }
  },
  decide: (enquiry, { located, ward, isWard }): Result<Decision> => {
    if (!isWard) return refuse('no-such-ward', 'Select a ward from the list', 'ward')
    const wardId = located?.wardId ?? ward ?? enquiry.wardId
    return allow({ events: [{ type: 'place-set', wardId, before: enquiry.wardId }] })
  },
  keep: async (tx, { enquiry, it }) => {
    const wardId = it.located?.wardId ?? it.ward ?? enquiry.wardId
    await savePlace(tx, enquiry.id, it.place)
    await placeSearchable(tx, enquiry.id, wardId)
  },
})
