import { agesIn, birthdaysIn } from './birth.ts'
import { codesIn } from './codes.ts'
import { numbersIn } from './digits.ts'
import type { Finding } from './finding.ts'
import { givenWords } from './given-words.ts'
import { mattersIn } from './matters.ts'
import { namesIn } from './people-named.ts'
import { matchesIn, ready } from './phrases.ts'
import { readText } from './read-text.ts'
import { whereaboutsIn } from './whereabouts.ts'
import type { WordLists } from './word-lists.ts'

/**
 * Everything in a text that should not be seen by everybody: numbers and names that lead to a person, matters the law
 * protects, words of harm (domain, section 6), in the order in which it stands there. Findings may overlap. Pure, and in
 * time that grows with the length of the text; a person decides what follows.
 */
export function findingsIn(text: string, words: WordLists = givenWords): Finding[] {
  const lists = ready(words)
  const read = readText(text)
  const matches = matchesIn(read.tokens, lists)
  return [
    ...identifiersIn(text),
    ...agesIn(read, matches),
    ...namesIn(read, matches, lists),
    ...mattersIn(read, matches),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Of findings, those with numbers and addresses that lead to a person; without names, which need lists of words. */
export const identifiersIn = (text: string): Finding[] => [
  ...apart([...codesIn(text), ...birthdaysIn(text), ...numbersIn(text)]),
  ...whereaboutsIn(text),
]

/** Digits are taken for one thing only: what begins first, of those the longest. */
function apart(findings: readonly Finding[]): Finding[] {
  let end = -1
  return findings
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(it => it.start >= end && (end = it.end) > 0)
}
