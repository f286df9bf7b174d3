import type { Day } from '#kernel/day.ts'
import { isNhsNumber, niNumber, tenDigits } from './sensitive-words.ts'

/** What is ours to give away: the council's own numbers and addresses are no stray personal data. */
export type OurOwn = { readonly phones: readonly string[]; readonly domain: string }

export type StrayKind = 'nhs-number' | 'ni-number' | 'phone' | 'email' | 'date-of-birth'
export type Stray = { readonly kind: StrayKind; readonly words: string }

/**
 * Personal data that a text to a member may hold by mistake (domain, section 8): numbers of the NHS and of National
 * Insurance, telephones, addresses, dates of birth. A hint and never a bar: the member may need it. Each kind once.
 */
export function strayDataIn(text: string, today: Day, { phones, domain }: OurOwn): Stray[] {
  const found: (Stray | false)[] = [
    (text.match(tenDigits) ?? []).some(isNhsNumber) && { kind: 'nhs-number', words: 'an NHS number' },
    niNumber.test(text) && { kind: 'ni-number', words: 'a National Insurance number' },
    (text.match(telephone) ?? []).some(it => !phones.map(digitsOf).includes(digitsOf(it))) && {
      kind: 'phone',
      words: 'a telephone number',
    },
    (text.match(email) ?? []).some(it => !it.toLowerCase().endsWith(domain.toLowerCase())) && {
      kind: 'email',
      words: 'an email address',
    },
    holdsBirthday(text, today) && { kind: 'date-of-birth', words: 'what looks like a date of birth' },
  ]
  return found.filter(it => it !== false)
}

const telephone = /(?<![\d-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d(?:[ ()-]{0,2}\d){7,9}(?![\d-])/g
const email = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g

/** +44 and the 0 it stands for are the same number. */
const digitsOf = (number: string): string => number.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^44/, '0')

const numericDate = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/.-])/g
const saidToBe = /\b(?:date of birth|d\.?o\.?b\b|born(?: on)?)\W{0,4}(?:the )?\d{1,2}\b/i

/** A date is given as one, or lies so far back that it can hardly be about the enquiry. */
const holdsBirthday = (text: string, today: Day): boolean =>
  saidToBe.test(text) || [...text.matchAll(numericDate)].some(([, , , year]) => isLongAgo(Number(year), today))

const isLongAgo = (year: number, today: Day): boolean => year >= 1900 && year < Number(today.slice(0, 4)) - 15

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi
const birthday =
  /\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?)\W{0,4}(?:the )?\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.-]\d{2,4}/gi

/**
 * A text without what the same signs find, and without postcodes: each stands as what it was, in square brackets, to be
 * read by somebody before anybody else does. The council's own numbers and addresses stay.
 */
export const withoutStrayData = (text: string, today: Day, { phones, domain }: OurOwn): string =>
  text
    .replace(email, it => (it.toLowerCase().endsWith(domain.toLowerCase()) ? it : '[an email address]'))
    .replace(tenDigits, it => (isNhsNumber(it) ? '[an NHS number]' : it))
    .replace(telephone, it => (phones.map(digitsOf).includes(digitsOf(it)) ? it : '[a telephone number]'))
    .replace(new RegExp(niNumber.source, 'gi'), '[a National Insurance number]')
    .replace(birthday, '[a date of birth]')
    .replace(numericDate, (it, _day, _month, year) => (isLongAgo(Number(year), today) ? '[a date]' : it))
    .replace(postcode, '[a postcode]')
