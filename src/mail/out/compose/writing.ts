import { storable } from '#kernel/text.ts'

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const startIsolate = '\u2068'
const endIsolate = '\u2069'

/**
 * Text that may run right to left, fenced in so that it cannot reorder the sentence around it. Stray direction marks
 * inside are taken out first: they could make a name look like something else. Left-to-right text stays as it is.
 */
export function isolated(text: string): string {
  const plain = storable(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  return rightToLeft.test(plain) ? `${startIsolate}${plain}${endIsolate}` : plain
}

/** A sentence of our own, in which names may stand fenced in: nothing else in it may change the direction of reading. */
export const straight = (text: string): string => storable(text).replace(/[\u202a-\u202e\u2066\u2067]/g, '')

/** Paragraphs of lines: a blank line parts paragraphs, every other line end stays a line end. */
export function paragraphsOf(text: string): string[][] {
  return storable(text)
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map(paragraph =>
      paragraph
        .split('\n')
        .map(line => line.trimEnd())
        .filter(line => line.trim() !== ''),
    )
    .filter(lines => lines.length > 0)
}

/** Only the addresses a mail may lead to; anything else is a mistake in the house, not in the input. */
export function safeHref(href: string): string {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(href)) throw new Error(`a mail may not link to ${href}`)
  return href
}
