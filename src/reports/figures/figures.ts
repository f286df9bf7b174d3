import { currentCalendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { noneKey, restrictedKey, type Within } from './dimension.ts'
import type { FigureRow, Wanted } from './figure.ts'
import { dimensionsIn, registersFor, type Entry, type Registers } from './registers.ts'
import { sumOf } from './sum.ts'
import { tallied, type Tallied } from './tallied.sql.ts'
import { valuesOf, type Standing } from './value.ts'
import { keptWithin, type KeptWithin } from './within.sql.ts'

/** Every figure of what was received, told apart, and of all of it together. */
export type Told = { readonly rows: readonly FigureRow[]; readonly all: FigureRow }

/**
 * Every measure of what was received in a period and the viewer may count, by a dimension (domain, section 10); without
 * one, a single row `all`. In the order of their names, never of how well somebody does.
 */
export async function figures(tx: Tx, wanted: Wanted, today: Day): Promise<FigureRow[]> {
  const { rows, all } = await figuresWithAll(tx, wanted, today)
  return wanted.by ? [...rows] : [all]
}

/** The same with the row of everything. One question of the facts, however many rows. */
export async function figuresWithAll(tx: Tx, wanted: Wanted, today: Day): Promise<Told> {
  const { by } = wanted
  const [registers, calendar, fewest] = await Promise.all([
    registersFor(tx, [...dimensionsIn(wanted.within), ...(by ? [by] : [])]),
    currentCalendar(tx),
    setting(tx, 'reports.fewest'),
  ])
  const found = await tallied(
    tx,
    wanted,
    by === 'service' ? 'mailbox' : (by ?? 'kind'),
    withinOf(wanted.within, registers),
    today,
  )
  const standing = { today, calendar, fewest }
  const counted = by === 'service' ? byService(found, registers) : found
  const rows = by ? counted.map(row => rowOf(row, registers.entryOf(by, row.value), standing)) : []
  return {
    rows: rows.toSorted((a, b) => Number(isRest(a)) - Number(isRest(b)) || a.label.localeCompare(b.label, 'en')),
    all: rowOf(sumOf('all', found), { id: 'all', key: 'all', label: 'All' }, standing),
  }
}

/** What is narrowed, by the ids that facts keep; a service is its mailboxes. */
export function withinOf(within: Within = {}, registers: Registers): KeptWithin {
  const ids = Object.fromEntries(
    dimensionsIn(within)
      .filter(by => within[by] !== undefined)
      .map(by => [by, registers.idsOf(by, within[by]!)]),
  ) as Within
  return keptWithin(ids, services => [
    ...registers.serviceOf
      .entries()
      .filter(([, service]) => services.includes(service ?? noneKey))
      .map(([mailbox]) => mailbox),
    ...services.filter(it => it === noneKey || it === restrictedKey),
  ])
}

const rowOf = (row: Tallied, { key, label }: Entry, standing: Standing): FigureRow => ({
  key,
  label,
  n: row.received,
  values: valuesOf(row, standing),
})

/** What is in no row of its own stands last. */
const isRest = ({ key }: FigureRow): boolean => key === noneKey || key === restrictedKey

function byService(rows: readonly Tallied[], { serviceOf }: Registers): Tallied[] {
  const groups = Map.groupBy(rows, ({ value }) =>
    value === restrictedKey ? restrictedKey : (serviceOf.get(value) ?? noneKey),
  )
  return [...groups].map(([service, some]) => sumOf(service, some))
}
