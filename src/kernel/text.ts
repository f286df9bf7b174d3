/** `1 enquiry`, `2 enquiries`: a count with its noun. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${thousands.format(n)} ${n === 1 ? one : many}`

// made once: making one costs more than a whole line of a list
const thousands = new Intl.NumberFormat('en-GB')

/** `1,204`. */
export const numberInWords = (n: number): string => thousands.format(n)

/** `a, b and c`. */
export function listInWords(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** A text cut to at most `limit` characters without splitting a character people see as one; ends in … when cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, limit + 64))) {
    if (kept.length + segment.length > limit - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** What PostgreSQL text cannot hold is taken out: NUL and unpaired surrogates. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** One line of tidy text: control characters and runs of space become one space. */
export const oneLine = (text: string): string =>
  storable(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
