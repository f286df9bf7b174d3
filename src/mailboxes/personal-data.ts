import type { Day } from '#kernel/day.ts'
import type { Finding, FindingKind } from './sensitivity/finding.ts'
import { identifiersIn } from './sensitivity/findings-in.ts'

/** What is ours to give away: the council's own numbers and addresses are no stray personal data. */
export type OurOwn = { readonly phones: readonly string[]; readonly domain: string }

const strayKinds = [
  'nhs-number',
  'ni-number',
  'card-number',
  'bank-account',
  'phone',
  'email',
  'date-of-birth',
] as const
export type StrayKind = (typeof strayKinds)[number]
export type Stray = { readonly kind: StrayKind; readonly words: string }

const wordsOf: Readonly<Record<StrayKind, string>> = {
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
  'card-number': 'a card number',
  'bank-account': 'bank details',
  phone: 'a telephone number',
  email: 'an email address',
  'date-of-birth': 'what looks like a date of birth',
}

/**
 * Personal data that a text to a member may hold by mistake (domain, section 8): numbers that lead to a person,
 * addresses of email, dates of birth. A hint and never a bar: the member may need it. Each kind once.
 */
export function strayDataIn(text: string, today: Day, ours: OurOwn): Stray[] {
  const found = new Set<FindingKind>(strayIn(text, ours).map(it => it.kind))
  if (holdsBirthday(text, today)) found.add('date-of-birth')
  return strayKinds.filter(kind => found.has(kind)).map(kind => ({ kind, words: wordsOf[kind] }))
}

const strayIn = (text: string, { phones, domain }: OurOwn): Finding[] => {
  const own = phones.map(digitsOf)
  return identifiersIn(text).filter(({ kind, start, end }) => {
    const written = text.slice(start, end)
    if (kind === 'phone') return !own.includes(digitsOf(written))
    if (kind === 'email') return !written.toLowerCase().endsWith(domain.toLowerCase())
    return (strayKinds as readonly string[]).includes(kind)
  })
}

/** +44 and the 0 it stands for are the same number. */
const digitsOf = (number: string): string => number.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^44/, '0')

const numericDate = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/.-])/g
const saidToBe = /\b(?:date of birth|d\.?o\.?b\b|born(?: on)?)\W{0,4}(?:the )?\d{1,2}\b/i

/** A date is given as one, or lies so far back that it can hardly be about the enquiry. */
const holdsBirthday = (text: string, today: Day): boolean =>
  saidToBe.test(text) || [...text.matchAll(numericDate)].some(([, , , year]) => isLongAgo(Number(year), today))

const isLongAgo = (year: number, today: Day): boolean => year >= 1900 && year < Number(today.slice(0, 4)) - 15

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi

/**
 * A text without what the same signs find, and without postcodes: each stands as what it was, in square brackets, to be
 * read by somebody before anybody else does. The council's own numbers and addresses stay.
 */
export function withoutStrayData(text: string, today: Day, ours: OurOwn): string {
  let left = text
  for (const { kind, start, end } of strayIn(text, ours).toSorted((a, b) => b.start - a.start))
    left = `${left.slice(0, start)}[${kind === 'date-of-birth' ? 'a date of birth' : wordsOf[kind as StrayKind]}]${left.slice(end)}`
  return left
    .replace(numericDate, (it, _day, _month, year) => (isLongAgo(Number(year), today) ? '[a date]' : it))
    .replace(postcode, '[a postcode]')
}
