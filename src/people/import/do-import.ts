import type { Tx } from '#platform/db/database.ts'
import { readGroups, readWards } from '../council.sql.ts'
import { lockAddresses } from '../person.sql.ts'
import { insertChanges, readKnown } from './import.sql.ts'
import { planImport, type Asks, type Plan } from './plan.ts'
import { readRows } from './rows.ts'
import { addAs, placesWith, writeState, type Writing } from './write-state.ts'

/** What a file would do now. */
export async function planOf(tx: Tx, csv: string, asks: Asks): Promise<Plan> {
  const [people, wards, groups] = await Promise.all([readKnown(tx), readWards(tx), readGroups(tx)])
  const names = (rows: readonly { name: string }[]) => rows.map(it => it.name)
  return planImport(readRows(asks.kind, csv), { people, wards: names(wards), groups: names(groups) }, asks)
}

/**
 * Does what the plan says and keeps, with the import, what each person was before. In a transaction of the system that
 * holds other changes of addresses back from before the plan was made: see `holdStill`.
 */
export async function carryOutPlan(tx: Tx, importId: string, plan: Plan, writing: Writing): Promise<void> {
  const places = await placesWith(tx, plan.newWards, plan.newGroups)
  const done = []
  for (const change of plan.changes) {
    const person = change.person ?? (await addAs(tx, change.after, places, writing))
    if (change.person) await writeState(tx, person, change.before, change.after, places, writing)
    done.push({ ...change, person })
  }
  await insertChanges(tx, importId, done)
}

/** Nobody adds people or addresses between the plan and what it does. */
export const holdStill = lockAddresses
