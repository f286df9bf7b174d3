import type { Day } from '#kernel/day.ts'
import type { Rung } from './rung.ts'

/** One step of the ladder as an enquiry stands to it: climbed, or ahead on a day unless something happens before. */
export type LadderStep = {
  readonly rung: Rung
  /** the day on which it was reached, or would be; null while the clock stands still */
  readonly on: Day | null
  readonly climbed: boolean
}
