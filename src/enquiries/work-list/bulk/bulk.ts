import type { Reference } from '#kernel/reference.ts'

/** What somebody wants done to many enquiries, and how far it is. */
export type Bulk = {
  readonly id: string
  readonly personId: string
  /** the name of a bulk act; of the bulk it takes back, when it does */
  readonly act: string
  readonly given: object
  /** the list it was chosen from, as its address words; '' when they were ticked */
  readonly matching: string
  readonly undoes: string | null
  readonly state: 'preview' | 'running' | 'done'
  readonly madeAt: Date
  readonly confirmedAt: Date | null
  readonly finishedAt: Date | null
}

/** One enquiry of a bulk, with its result. */
export type Item = {
  readonly place: number
  readonly enquiryId: string
  readonly reference: Reference
  readonly state: 'waiting' | 'done' | 'refused'
  readonly code: string | null
  readonly words: string | null
  /** to whom this one goes, where each goes to somebody of its own; by id */
  readonly ownTo: string | null
}

/** How many stand where. `undoable`: done, and there is an act that would take it back. */
export type Tally = {
  readonly waiting: number
  readonly done: number
  readonly refused: number
  readonly undoable: number
}

/** Why some were refused: how many for the same reason. */
export type Reason = { readonly words: string; readonly n: number }

/** At most so many at once; a list with more says so. */
export const mostAtOnce = 5000
