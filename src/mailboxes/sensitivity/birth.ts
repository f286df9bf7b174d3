import { foundAt, type Finding } from './finding.ts'
import type { Match } from './phrases.ts'
import type { ReadText } from './read-text.ts'
import { placesOf, touching } from './stretch.ts'

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}'
const dates = new RegExp(
  `\\b(?:\\d{1,2}[ \\/.\\u2010-\\u2015-]{1,2}\\d{1,2}[ \\/.\\u2010-\\u2015-]{1,2}(?:\\d{4}|\\d{2})|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ?${month},? ?(?:\\d{4}|\\d{2})|${month} \\d{1,2}(?:st|nd|rd|th)?,? (?:\\d{4}|\\d{2}))\\b`,
  'gi',
)

/** In English, Welsh and Polish; `d.o.b.` in every form, and the commonest slip. */
const birthWords =
  /\b(?:births?|brith|born|birthday|bithday|d ?[./]? ?o ?[./]? ?b|dyddiad geni|ganwyd|ganed|urodz\w{0,8})\b/gi
const reach = 45

/** Full dates right after, or just before, a word of birth. */
export function birthdaysIn(text: string): Finding[] {
  const words = placesOf(text, birthWords)
  if (words.length === 0) return []
  return placesOf(text, dates)
    .filter(({ start, end }) =>
      touching(words, start - reach, end + 12).some(
        word => word.start >= end || (word.end <= start && !endsThere(text.slice(word.end, start))),
      ),
    )
    .map(({ start, end }) => foundAt('date-of-birth', start, end))
}

/** `born here. On 3 May 2026 …` are two matters. */
const endsThere = (between: string): boolean => /[a-z]{3}[.!?]\s+[A-Z]/.test(between)

const things =
  /^(?: |-)?(?:bus|tree|bench|building|wall|road|bridge|shelter|playground|swing|fence|plan|scheme|car|van)\b/i
const ages =
  /\b(?:aged?:? ?|turns |turning |is |are |just )?(1[0-7]|\d)(?: ?(?:,|and|&) ?(?:1[0-7]|\d)){0,4}[ -]?(?:years?|yrs?|months?|weeks?|yo\b)[ -]?(?:old|of age)?|\baged? (?:1[0-7]|\d)\b(?: ?(?:,|and|&) ?(?:1[0-7]|\d)\b){0,4}|, (?:1[0-7]|\d),|\((?:1[0-7]|\d)\)/gi

/** Ages under eighteen beside a word for a child. */
export function agesIn({ text, tokens }: ReadText, matches: readonly Match[]): Finding[] {
  const children = matches
    .filter(it => it.list === 'child')
    .map(({ first, last }) => ({ start: tokens[first]!.from, end: tokens[last]!.to }))
  if (children.length === 0) return []
  return placesOf(text, ages)
    .filter(({ end }) => !things.test(text.slice(end, end + 24)))
    .filter(({ start, end }) => touching(children, start - 22, end + 22).length > 0)
    .map(({ start, end }) => foundAt('child-age', start, end))
}
