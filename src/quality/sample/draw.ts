import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'

/** An answer that may be drawn: one round of one enquiry, in the words of its author. */
export type Candidate = {
  readonly enquiryId: string
  readonly round: number
  readonly messageId: string
  readonly authorId: string
  readonly answeredOn: Day
}

/** `draw` is by what the answer was drawn: see `drawOf`. */
export type Drawn = Candidate & { readonly draw: string }

export type Size = { readonly percent: number; readonly least: number }

/** How many of so many answers are drawn: the share, at least the least number, never more than there are. */
export const sizeOf = (answers: number, { percent, least }: Size): number =>
  Math.min(answers, Math.max(least, Math.ceil((answers * percent) / 100)))

/**
 * The number an answer draws under a seed: the SHA-256 of `seed enquiry round`, in hexadecimal. Anybody with the seed
 * can work it out for any answer, and whether it was drawn depends on nothing else.
 */
export const drawOf = (seed: string, { enquiryId, round }: Pick<Candidate, 'enquiryId' | 'round'>): string =>
  createHash('sha256').update(`${seed} ${enquiryId} ${round}`).digest('hex')

/** The answers with the lowest numbers, lowest first: random while nobody knows the seed, and the same ones ever after. */
export const draw = (candidates: readonly Candidate[], seed: string, size: Size): Drawn[] =>
  candidates
    .map(it => ({ ...it, draw: drawOf(seed, it) }))
    .toSorted((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, sizeOf(candidates.length, size))
