import type { Tx } from '#platform/db/database.ts'

/** What somebody chose for their own work list; null where they chose nothing. */
export type OwnList = {
  readonly columns: readonly string[] | null
  /** the address words the list opens with */
  readonly beginsWith: string | null
  /** single keys do something */
  readonly keys: boolean
}

const untouched: OwnList = { columns: null, beginsWith: null, keys: true }

export async function ownList(tx: Tx, person: string): Promise<OwnList> {
  const [row] = await tx<OwnList[]>`
    select columns, begins_with, keys from enquiries.own_list where person_id = ${person}
  `
  return row ?? untouched
}

/** Keeps what is given and leaves the rest as it was. */
export async function keepOwnList(tx: Tx, person: string, it: Partial<OwnList>): Promise<void> {
  const { columns, beginsWith, keys } = { ...(await ownList(tx, person)), ...it }
  await tx`
    insert into enquiries.own_list (person_id, columns, begins_with, keys)
    values (${person}, ${columns as string[] | null}, ${beginsWith}, ${keys})
    on conflict (person_id) do update
      set columns = excluded.columns, begins_with = excluded.begins_with, keys = excluded.keys
  `
}
