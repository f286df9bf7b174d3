import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'

/** The answers of one mailbox in one month that are scored, and how they were drawn. */
export type Sample = {
  readonly id: string
  readonly mailboxId: string
  readonly mailbox: string
  readonly month: Day
  readonly drawnOn: Day
  readonly seed: string
  /** how many answers the month had */
  readonly answers: number
  readonly percent: number
  readonly least: number
  /** how many were drawn, and how many of them are scored, as far as the viewer sees them */
  readonly drawn: number
  readonly scored: number
  /** the viewer scores it: they run the mailbox */
  readonly runs: boolean
}

/** One answer of a sample, with its score when it has one. */
export type Sampled = {
  readonly sampleId: string
  readonly mailboxId: string
  readonly enquiryId: string
  readonly reference: Reference
  readonly subject: string
  readonly restricted: boolean
  readonly round: number
  readonly messageId: string
  readonly authorId: string
  readonly author: string
  readonly answeredOn: Day
  readonly draw: string
  readonly score: number | null
  readonly notes: string | null
  readonly scoredOn: Day | null
  readonly scorer: string | null
  readonly runs: boolean
}
