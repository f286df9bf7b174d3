import type { Day } from '#kernel/day.ts'
import type { Rung } from './rung.ts'

/** One step of the ladder as an enquiry stands to it: climbed on a day, or ahead on one unless something happens before. */
export type LadderStep = { readonly rung: Rung; readonly on: Day; readonly climbed: boolean }
