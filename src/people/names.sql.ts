import type { Tx } from '#platform/db/database.ts'
import type { PersonNamed } from './names.ts'

type Named = { readonly id: string; readonly name: string }

export const readPersonNames = (tx: Tx): Promise<(PersonNamed & { readonly id: string })[]> =>
  tx<(PersonNamed & { id: string })[]>`select id, name, email::text from people.person`

/** Wards and services together: an id is never used twice. */
export const readPlaceNames = (tx: Tx): Promise<Named[]> => tx<Named[]>`
  select id, name from people.ward
  union all
  select id, name from people.service
`
