import { listInWords } from '#kernel/text.ts'
import { sensitivities, type Sensitivity } from '../sensitivity.ts'
import type { Finding } from './finding.ts'
import { findingsIn } from './findings-in.ts'
import { givenWords } from './given-words.ts'
import type { WordLists } from './word-lists.ts'

/** What is said beside a text before it is sent. It repeats nothing of what was found. */
export type TextWarning = {
  /** each kind once, what warns first */
  readonly found: readonly Finding[]
  /** the restricted way is offered; else it is only told gently */
  readonly warns: boolean
  /** one sentence without its full stop */
  readonly words: string
  /** where the restricted way would lead */
  readonly sensitivity: Sensitivity
}

/**
 * Looks whether a text may be a private matter, and says so (domain, section 6). Never a bar: words are often innocent,
 * and a person decides. Undefined when nothing was found.
 */
export function warningIn(text: string, words: WordLists = givenWords): TextWarning | undefined {
  const each = new Map<string, Finding>()
  for (const it of findingsIn(text, words)) if (!each.has(it.kind)) each.set(it.kind, it)
  if (each.size === 0) return undefined
  const found = [...each.values()].toSorted((a, b) => Number(b.warns) - Number(a.warns))
  const { warns } = found[0]!
  return { found, warns, words: said(found, warns), sensitivity: gravest(found) }
}

function said(found: readonly Finding[], warns: boolean): string {
  const told = listInWords(found.filter(it => it.warns === warns).map(it => it.words))
  return warns
    ? `This seems to tell of ${told}. If it is a private matter, send it the restricted way, so that only the proper officer reads it`
    : `This holds ${told}. Everybody who works on it will read that`
}

const gravest = (found: readonly Finding[]): Sensitivity =>
  sensitivities.find(one => found.some(it => it.warns && it.sensitivity === one)) ?? 'personal-matters'
