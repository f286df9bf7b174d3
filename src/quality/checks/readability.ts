/** How easily a text is read. */
export type Reading = {
  readonly words: number
  /** the age at which most people can read it; undefined for a text too short to say */
  readonly age: number | undefined
  /** sentences longer than the council wants, each as its first words */
  readonly long: readonly string[]
}

/** So little text says nothing about how it reads. */
const fewestWords = 30

/**
 * Measures a text by the automated readability index (Smith and Senter, 1967): letters in a word and words in a
 * sentence make a school year, and a pupil of year n is about n + 5 years old. Plain and without a dictionary, so it can
 * be worked out by hand; it is shown as advice and never bars.
 */
export function readingOf(text: string, longestSentence: number): Reading {
  const sentences = sentencesOf(text).map(sentence => ({ sentence, words: wordsIn(sentence) }))
  const all = sentences.flatMap(it => it.words)
  return {
    words: all.length,
    age: all.length < fewestWords ? undefined : ageFor(all, sentences.length),
    long: sentences.filter(it => it.words.length > longestSentence).map(it => firstOf(it.sentence)),
  }
}

function ageFor(words: readonly string[], sentences: number): number {
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const year = 4.71 * (letters / words.length) + 0.5 * (words.length / sentences) - 21.43
  return Math.min(22, Math.max(6, Math.round(year) + 5))
}

/** A line of its own, such as a greeting or a point of a list, ends a sentence too. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])[\s”"')\]]+|\n+/u)
    .map(it => it.trim())
    .filter(it => wordsIn(it).length > 0)

const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

const firstOf = (sentence: string): string => `${sentence.split(/\s+/).slice(0, 6).join(' ')} …`
