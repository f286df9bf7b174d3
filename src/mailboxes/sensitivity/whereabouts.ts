import { foundAt, type Finding } from './finding.ts'

/** Email addresses and places where somebody can be found. */
export const whereaboutsIn = (text: string): Finding[] => [
  ...emailsIn(text),
  ...spelledEmailsIn(text),
  ...addressesIn(text),
]

const localEnd = /[\p{L}\p{N}_.+'’-]{1,64}$/u
const domainStart = /^\s{0,2}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u

/** Looked at from each @, so that a long text without one costs nothing. */
function emailsIn(text: string): Finding[] {
  const found: Finding[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = localEnd.exec(text.slice(Math.max(0, at - 64), at))?.[0]
    const domain = domainStart.exec(text.slice(at + 1, at + 260))?.[0]
    if (local && domain) found.push(foundAt('email', at - local.length, at + 1 + domain.length))
  }
  return found
}

const ats = / at |\(at\)|\[at\]/gi
const mentioned = /\b(?:e-?mail|mail|address|write to|reach|contact)\b/i
const domainSpelled = /^ ?[\w-]{1,40}(?:(?: dot |\.)[a-z]{2,20}){1,3}\b/i

/** `siobhan dot ni at mail dot example`, when the text says that it is an email address. */
const spelledEmailsIn = (text: string): Finding[] =>
  Array.from(text.matchAll(ats)).flatMap(({ 0: at, index }) => {
    const before = text.slice(Math.max(0, index - 80), index)
    const domain = domainSpelled.exec(text.slice(index + at.length, index + at.length + 120))?.[0]
    const local = domain && (/\(at\)|\[at\]/i.test(at) || mentioned.test(before)) && lastWords(before)
    return local ? [foundAt('email', index - local.length, index + at.length + domain.length)] : []
  })

/** The name before the sign: with `dot` in it, or one word. */
const lastWords = (before: string): string | undefined =>
  /[\w.+-]{1,40}(?: dot [\w-]{1,20}(?: [a-z]{1,12})?){1,3} ?$/i.exec(before)?.[0] ??
  /[\w.+-]{1,40} ?$/.exec(before)?.[0]

const postcodes = /\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b/gi
const houses =
  /(?:\b(?:flat|apartment|apt|unit|room|number|no\.?)\s{1,2}\d{1,4}[a-z]?\b|\b\d{1,4}[a-z]?\b(?:\s?-\s?\d{1,4}\b)?(?=,?\s+\p{L})|\b\p{L}[\p{L}’']{1,20}\s(?:cottage|house|lodge|farm|barn|villa|hall)\b)/iu
const reach = 90

/** A house before a postcode: `14 Mill Lane, Tessbridge TB1 2QQ`. A street or a postcode alone is only a place. */
function addressesIn(text: string): Finding[] {
  let before = 0
  return Array.from(text.matchAll(postcodes), ({ 0: it, index }) => [index, index + it.length] as const).flatMap(
    ([start, end]) => {
      const from = Math.max(before, start - reach)
      const house = houses.exec(sentenceOf(text, from, start))
      before = end
      return house ? [foundAt('address', start - sentenceOf(text, from, start).length + house.index, end)] : []
    },
  )
}

/** The part of a stretch behind its last full stop that ends a sentence; `Rd. TB1` goes on. */
const sentenceOf = (text: string, from: number, to: number): string =>
  text
    .slice(from, to)
    .split(/(?<=\p{L}{3}[.!?])\s+(?=\p{Lu})/u)
    .at(-1)!
