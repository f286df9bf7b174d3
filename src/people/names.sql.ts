import type { Tx } from '#platform/db/database.ts'
import type { PersonNamed } from './names.ts'

export type PersonRow = PersonNamed & { readonly id: string; readonly sortName: string }
export type PlaceRow = { readonly id: string; readonly name: string; readonly isWard: boolean }

export const readPersonNames = (tx: Tx): Promise<PersonRow[]> =>
  tx<PersonRow[]>`select id, name, email::text, sort_name from people.person`

/** Wards and services together: an id is never used twice. */
export const readPlaceNames = (tx: Tx): Promise<PlaceRow[]> => tx<PlaceRow[]>`
  select id, name, true as is_ward from people.ward
  union all
  select id, name, false from people.service
`
