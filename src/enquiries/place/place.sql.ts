import type { Tx } from '#platform/db/database.ts'
import type { Place } from './place.ts'

/** The place as it stands in the enquiry's row; what says nothing is empty there. */
export const columnsOfPlace = (it: Place | null | undefined) => ({
  place: it ? it.words : null,
  postcode: it?.postcode ?? null,
  latitude: it?.latitude ?? null,
  longitude: it?.longitude ?? null,
})

type Columns = ReturnType<typeof columnsOfPlace>

/** And back. */
export const placeOf = ({ place, postcode, latitude, longitude }: Columns): Place | null =>
  place === null ? null : { words: place, postcode, latitude, longitude }

export async function savePlace(tx: Tx, enquiryId: string, it: Place): Promise<void> {
  await tx`update enquiries.enquiry set ${tx(columnsOfPlace(it))} where id = ${enquiryId}`
}
