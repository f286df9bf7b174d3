import type { Now } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { changePerson } from '../appoint.ts'
import { insertGroup, insertWard, readGroups, readWards } from '../council.sql.ts'
import { keyOf } from '../council.ts'
import { disable, enable } from '../disable.ts'
import { saveMembers } from '../member.sql.ts'
import { insertPersons, readAddresses } from '../person.sql.ts'
import type { State } from './state.ts'

/** What the writing of people needs of the rooms above, and on whose behalf it is. */
export type Writing = {
  readonly by: string | null
  readonly now: Now
  /** what follows elsewhere when somebody can no longer sign in: their work goes back the same day */
  readonly disabled: (tx: Tx, personId: string, now: Now) => Promise<void>
}

/** Ids of wards and groups by their names in small letters; missing ones are made. */
export type Places = { readonly wards: ReadonlyMap<string, string>; readonly groups: ReadonlyMap<string, string> }

export async function placesWith(tx: Tx, newWards: readonly string[], newGroups: readonly string[]): Promise<Places> {
  for (const name of newWards) await insertWard(tx, { key: keyOf(name), name })
  for (const name of newGroups) await insertGroup(tx, name)
  return { wards: idsByName(await readWards(tx)), groups: idsByName(await readGroups(tx)) }
}

const idsByName = (rows: readonly { id: string; name: string }[]): Map<string, string> =>
  new Map(rows.map(row => [row.name.toLowerCase(), row.id]))

/** Adds somebody as the state says; their id. */
export async function addAs(tx: Tx, state: State, places: Places, writing: Writing): Promise<string> {
  const [id = ''] = await insertPersons(tx, [state])
  await writeState(tx, id, null, state, places, writing)
  return id
}

/** Makes somebody what the state says: name, roles, seat, and whether they may sign in. */
export async function writeState(
  tx: Tx,
  id: string,
  before: State | null,
  state: State,
  places: Places,
  { by, now, disabled }: Writing,
): Promise<void> {
  const otherAddresses = await readAddresses(tx, id)
  await changePerson(tx, id, { ...state, otherAddresses }, by)
  await seat(tx, id, state, places)
  if (state.disabled && !before?.disabled) {
    await disable(tx, id, now.at)
    await disabled(tx, id, now)
  }
  if (!state.disabled && before?.disabled) await enable(tx, id)
}

async function seat(tx: Tx, personId: string, state: State, places: Places): Promise<void> {
  const wardId = state.ward === null ? undefined : places.wards.get(state.ward.toLowerCase())
  if (!wardId || !state.fromOn) return
  const groupId = places.groups.get((state.group ?? '').toLowerCase()) ?? null
  await saveMembers(tx, [{ personId, wardId, groupId, fromOn: state.fromOn, untilOn: state.untilOn }])
}
