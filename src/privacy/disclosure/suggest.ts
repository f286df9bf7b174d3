import { findingsIn } from '#mailboxes/door.ts'
import { sightingsIn, type About, soughtOf } from '../request/sought.ts'
import type { RemovalReason, Stretch } from './removed.ts'

/** A passage that may have to go, with what it is. The person decides. */
export type Suggestion = Stretch & { readonly what: string }

const health = new Set(['health', 'mental-health', 'disability', 'pregnancy', 'nhs-number'])

/**
 * Passages that lead to a person or are protected, in the order in which they stand. For a request, what is about the
 * person who asked is theirs and is not suggested.
 */
export function suggestionsFor(text: string, about: About | undefined): Suggestion[] {
  const own = about ? sightingsIn(text, soughtOf(about)) : []
  return findingsIn(text)
    .filter(it => !own.some(sighting => it.start < sighting.to && sighting.from < it.end))
    .map(({ start, end, words, kind }) => ({ from: start, to: end, what: words, because: reasonFor(kind, about) }))
}

const reasonFor = (kind: string, about: About | undefined): RemovalReason => {
  if (health.has(kind)) return 'health'
  return about ? 'third-party' : 'personal'
}
