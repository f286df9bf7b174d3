import { listInWords } from '#kernel/text.ts'
import type { Sensitivity } from './sensitivity.ts'

export type TextWarning = {
  readonly found: readonly Finding[]
  /** what to say beside the text; it repeats no number, because the page may be printed or logged */
  readonly words: string
  /** where the restricted way would lead; undefined when only a number was found */
  readonly sensitivity: Sensitivity | undefined
}

export type Finding = {
  readonly kind: 'ni-number' | 'nhs-number' | 'safeguarding'
  readonly words: string
  readonly sensitivity?: Sensitivity
}

/**
 * Warns when a text holds a National Insurance or NHS number or speaks of harm (domain, section 6). A warning offers the
 * restricted way and never blocks: words are often innocent, and a person decides. Undefined when nothing was found.
 */
export function warningIn(text: string): TextWarning | undefined {
  const found = [...numbersIn(text), ...concernsIn(text)]
  if (found.length === 0) return undefined
  return {
    found,
    words: `You wrote ${listInWords(found.map(it => it.words))}. If this is a private matter, send it the restricted way, so that only a proper officer sees it`,
    sensitivity: found.find(it => it.sensitivity)?.sensitivity,
  }
}

// Prefixes never given out are left out, so that most order numbers and postcodes are not taken for one.
export const niNumber =
  /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/i
export const tenDigits = /(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/g

function numbersIn(text: string): Finding[] {
  const ni: Finding[] = niNumber.test(text) ? [{ kind: 'ni-number', words: 'a National Insurance number' }] : []
  const isNhs = (text.match(tenDigits) ?? []).some(isNhsNumber)
  return isNhs ? [...ni, { kind: 'nhs-number', words: 'an NHS number', sensitivity: 'personal-matters' }] : ni
}

/** The tenth digit checks the nine before it, modulo 11 (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number)
  if (digits.length !== 10) return false
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}

const childConcern =
  /\b(?:child(?:ren)? (?:abuse|neglect|protection|exploitation)|(?:abus|neglect|groom|molest|starv)(?:e|es|ed|ing|ting)? (?:\w+ ){0,3}(?:child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|son|daughter)|(?:child(?:ren)?|kids?|bab(?:y|ies)) (?:\w+ ){0,3}(?:at risk|in danger|bruis\w+|neglected|abused|beaten|unsafe)|county lines|forced marriage|female genital mutilation|fgm)\b/i
const adultConcern =
  /\b(?:safeguarding|domestic (?:abuse|violence)|(?:sexual|physical|financial|elder) abuse|sexual(?:ly)? assault\w*|raped?|modern slavery|coercive control|suicid(?:e|al)|self[- ]harm\w*|cuckoo(?:ed|ing)|hits? (?:her|him|me)|threaten(?:ed|s|ing)? to kill|(?:being|been) abused|vulnerable adults?)\b/i

function concernsIn(text: string): Finding[] {
  const found: Finding[] = []
  const child = childConcern.exec(text)
  if (child) found.push({ kind: 'safeguarding', words: `“${child[0].toLowerCase()}”`, sensitivity: 'child-at-risk' })
  const adult = adultConcern.exec(text)
  if (adult) found.push({ kind: 'safeguarding', words: `“${adult[0].toLowerCase()}”`, sensitivity: 'adult-at-risk' })
  return found
}
