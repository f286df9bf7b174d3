import type { Day } from '#kernel/day.ts'

/** Enquiries received on these days and the days between belong to it. */
export type Period = { readonly from: Day; readonly to: Day }
