import { featuresOf } from './features.ts'

/** What one topic’s past enquiries teach. */
export type Lesson = {
  readonly weights: ReadonlyMap<string, number>
  /** what a known word counts that was never seen with the topic; a logarithm, below nought */
  readonly unseen: number
}

/** How much is believed to be possible that was never seen. */
const doubt = 0.1

/** Of how many enquiries a word must stand in, to teach anything. */
const leastOften = 2

const weightOf = (n: number): number => Math.log((n + doubt) / doubt)

/** What a word weighs that would teach nothing if one of its enquiries were not there; a little more, for rounding. */
export const slightestWeight = weightOf(leastOften) + 0.001

/** About how many different words and pairs a council’s enquiries have. */
const words = 20_000

/** The topic’s own words in the register count like this many enquiries. */
const weightOfRegister = 3

/**
 * How strongly each word speaks for a topic, from the texts of its enquiries and its own words in the register:
 * multinomial naive Bayes, each word counted once in each text (Manning, Raghavan and Schütze, 2008, chapter 13). What
 * stands in a single enquiry alone is left out: it teaches little and could be somebody’s name.
 */
export function lesson(texts: readonly string[], ownWords: readonly string[]): Lesson {
  const counts = new Map<string, number>()
  let all = 0
  const count = (text: string, times: number) => {
    for (const feature of featuresOf(text).keys()) {
      counts.set(feature, (counts.get(feature) ?? 0) + times)
      all += times
    }
  }
  for (const text of texts) count(text, 1)
  for (const phrase of ownWords) count(phrase, weightOfRegister)
  const kept = [...counts].filter(([, n]) => n >= leastOften)
  return {
    weights: new Map(kept.map(([feature, n]) => [feature, weightOf(n)])),
    unseen: Math.log(doubt / (all + doubt * words)),
  }
}
