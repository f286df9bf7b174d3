import type { Day } from '#kernel/day.ts'

export const kinds = [
  'enquiry',
  'service-request',
  'information-request',
  'complaint',
  'restricted',
  'mp-enquiry',
] as const
export type Kind = (typeof kinds)[number]

/** What an enquiry can be about: one line of the register of definitions. */
export type Topic = {
  readonly id: string
  readonly key: string
  readonly name: string
  /** words and phrases people use when they mean it */
  readonly words: readonly string[]
  readonly kind: Kind
  readonly limitWorkingDays: number | null
  /** number in the local government service list */
  readonly lgsl: number | null
  /** its answers need a second pair of eyes */
  readonly needsReview: boolean
  readonly version: number
}

/** Which mailbox answers for a topic, and when: in one ward, or (ward null) wherever no ward has an own arrangement. */
export type Responsibility = {
  readonly id: string
  readonly topicId: string
  readonly wardId: string | null
  readonly mailboxId: string
  readonly fromOn: Day
  /** the last day it holds; null until further notice */
  readonly untilOn: Day | null
}
