import { askAtOnce, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'

/** What is known of the quality of one answer; null where nothing is. */
export type QualityOfRound = {
  readonly round: number
  readonly sampled: boolean
  readonly score: number | null
  readonly rating: number | null
}

/** The rounds of an enquiry of whose quality anything is known. Few answers are drawn: only those are asked for scores. */
export async function qualityOf(tx: Tx, enquiryId: string): Promise<QualityOfRound[]> {
  const [ratings, sampled] = await askAtOnce(tx, askRatings(tx, enquiryId), askSampled(tx, enquiryId))
  const scores = new Map(sampled.size > 0 ? await scoresOf(tx, enquiryId) : [])
  return [...new Set([...ratings.keys(), ...sampled])]
    .toSorted((a, b) => a - b)
    .map(round => ({
      round,
      sampled: sampled.has(round),
      score: scores.get(round) ?? null,
      rating: ratings.get(round) ?? null,
    }))
}

const askRatings = (tx: Tx, enquiryId: string): Asking<Map<number, number>> => ({
  statement: tx`select round, rating from quality.rating where enquiry_id = ${enquiryId}`,
  read: (rows: { round: number; rating: number }[]) => new Map(rows.map(it => [it.round, it.rating])),
})

const askSampled = (tx: Tx, enquiryId: string): Asking<Set<number>> => ({
  statement: tx`select round from quality.sampled where enquiry_id = ${enquiryId}`,
  read: (rows: { round: number }[]) => new Set(rows.map(it => it.round)),
})

const scoresOf = async (tx: Tx, enquiryId: string): Promise<[number, number][]> =>
  (
    await tx<{ round: number; score: number }[]>`select round, score from quality.score where enquiry_id = ${enquiryId}`
  ).map(it => [it.round, it.score])
