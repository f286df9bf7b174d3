import { day, yearOf, type Day } from '#kernel/day.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

/** A holiday proclaimed for one year only, perhaps in place of the usual day. */
export type Proclaimed = {
  readonly on: Day
  readonly name: string
  readonly insteadOf?: Day
  /** undefined: the whole United Kingdom */
  readonly nation?: Nation
}

const moved = (from: string, to: string, name: string): Proclaimed => ({ on: day(to), name, insteadOf: day(from) })
const extra = (on: string, name: string, nation?: Nation): Proclaimed => ({ on: day(on), name, nation })

const all: readonly Proclaimed[] = [
  moved('2002-05-27', '2002-06-04', 'Spring bank holiday'),
  extra('2002-06-03', 'Golden Jubilee of Elizabeth II'),
  extra('2011-04-29', 'Wedding of Prince William and Catherine Middleton'),
  moved('2012-05-28', '2012-06-04', 'Spring bank holiday'),
  extra('2012-06-05', 'Diamond Jubilee of Elizabeth II'),
  moved('2020-05-04', '2020-05-08', 'Early May bank holiday (VE Day)'),
  moved('2022-05-30', '2022-06-02', 'Spring bank holiday'),
  extra('2022-06-03', 'Platinum Jubilee of Elizabeth II'),
  extra('2022-09-19', 'State funeral of Elizabeth II'),
  extra('2023-05-08', 'Coronation of Charles III'),
  extra('2026-06-15', 'Scotland at the men’s World Cup', 'scotland'),
]

export const proclaimed = (nation: Nation, year: number): Proclaimed[] =>
  all.filter(holiday => yearOf(holiday.on) === year && (holiday.nation ?? nation) === nation)
