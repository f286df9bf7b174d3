import type { Day } from '#kernel/day.ts'

/** What a machine can look for in a draft; a point without one is for its reader alone. */
export const checks = ['answers', 'reason', 'next-step', 'contact', 'sharing'] as const
export type Check = (typeof checks)[number]

/** One thing that a good answer says, in the council's words. */
export type Point = { readonly check: Check | null; readonly words: string }

/** Words that few people use, and what says it better; empty: leave it out. */
export type Jargon = { readonly say: string; readonly instead: string }

/** The standard of a good answer from a day on (domain, section 8). Versions are only added. */
export type Standard = {
  readonly version: number
  readonly fromOn: Day
  readonly points: readonly Point[]
  /** the age at which people should be able to read an answer */
  readonly readingAge: number
  readonly longestSentenceWords: number
  readonly jargon: readonly Jargon[]
  /** why it was changed */
  readonly why: string
  readonly setAt: Date
  /** null: the house, at set-up */
  readonly setBy: string | null
}
