import type { Tx } from '#platform/db/database.ts'
import type { CalendarEdited, Editor } from '#clock/edit-calendar.ts'

/** What the clock needs of rooms it may not know. */
export type ClockNeighbours = {
  /** the names of these people, by id */
  readonly namesOf: (tx: Tx, people: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** the calendar has changed, in this transaction: open clocks over the affected days are to be judged again */
  readonly calendarChanged: (tx: Tx, edited: CalendarEdited, editor: Editor) => Promise<void>
}
