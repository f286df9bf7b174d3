import { foundAt, type Finding } from './finding.ts'
import { touching, type Stretch } from './stretch.ts'

/** Digits that stand together, and the run of groups they belong to: `943 476 5919` is one run of three. */
type Group = { readonly digits: string; readonly start: number; readonly end: number; readonly gap: string }

/** At most this many groups are put together: enough for a telephone number spelled digit by digit. */
const mostGroups = 16

/** NHS, card, bank account and telephone numbers, however they are spaced; each place is taken for one thing only. */
export function numbersIn(text: string): Finding[] {
  const runs = runsOf(text)
  const found: Finding[] = []
  for (const run of runs) found.push(...inRun(text, run))
  return [...found, ...accountsIn(text, runs.flat(), found)]
}

const groupPattern = /[+(]{0,2}(?:\d+|\b[oO]\d+)\)?/g

/** Groups with at most three spaces, dots, hyphens or brackets between them belong together. */
function runsOf(text: string): Group[][] {
  const runs: Group[][] = []
  let before = -10
  for (const { 0: written, index } of text.matchAll(groupPattern)) {
    const gap = text.slice(before, index)
    const group = {
      digits: digitsOf(written),
      start: index,
      end: index + written.length,
      gap: written.startsWith('+') ? '+' : gap,
    }
    if (index - before <= 3 && /^[\s.()\u2010-\u2015-]*$/.test(gap)) runs.at(-1)!.push(group)
    else runs.push([{ ...group, gap: written.startsWith('+') ? '+' : '' }])
    before = group.end
  }
  return runs
}

const digitsOf = (written: string): string => written.replace(/[oO]/, '0').replace(/\D/g, '')

function inRun(text: string, run: readonly Group[]): Finding[] {
  const found: Finding[] = []
  for (let first = 0; first < run.length; first++) {
    const hit = beginningAt(text, run, first)
    if (!hit) continue
    found.push(foundAt(hit.kind, run[first]!.start, run[hit.last]!.end))
    first = hit.last
  }
  return found
}

type Hit = { readonly kind: 'nhs-number' | 'card-number' | 'phone'; readonly last: number }

/** The longest number that begins with this group. */
function beginningAt(text: string, run: readonly Group[], first: number): Hit | undefined {
  let digits = ''
  let hit: Hit | undefined
  for (let last = first; last < Math.min(run.length, first + mostGroups) && digits.length < 20; last++) {
    digits += run[last]!.digits
    const kind = kindOf(digits, run[first]!, text)
    if (kind) hit = { kind, last }
  }
  return hit
}

function kindOf(digits: string, group: Group, text: string): Hit['kind'] | undefined {
  if (isCardNumber(digits)) return 'card-number'
  if (isTelephone(digits, group.gap === '+')) return 'phone'
  if (isNhsNumber(digits) && !isPartOfCode(text, group.start) && !isCounted(text, group.start)) return 'nhs-number'
  return undefined
}

/** `ME-2026-9434765919`, `AB9434765919`: a hyphen or capital letters before it make it a part of something else. */
const isPartOfCode = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 4), start)
  return /[A-Z0-9][-/]$|[A-Z]{2}$/.test(before) && !before.endsWith('NHS')
}

const isCounted = (text: string, start: number): boolean =>
  /\b(?:order|invoice|parcel|serial|meter|barcode|tracking|application|case|permit|ticket|job)(?: (?:number|no|id|ref|reference))?[ .:#]*$/i.test(
    text.slice(Math.max(0, start - 40), start),
  )

/** The tenth digit checks the nine before it, modulo 11 (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number)
  if (digits.length !== 10 || new Set(digits).size === 1) return false
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}

/** Visa, Mastercard, American Express, Discover and Maestro, with the check digit of Luhn (ISO/IEC 7812). */
const isCardNumber = (digits: string): boolean =>
  (/^3[47]\d{13}$/.test(digits) || /^(?:4|5[0-8]|2[2-7]|6)\d{14,17}$/.test(digits)) &&
  digits.length !== 17 &&
  isLuhn(digits)

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** British numbers: after 0, 44 or 0044 come nine or ten digits that begin with 1, 2, 3, 7, 8 or 9. */
const isTelephone = (digits: string, international: boolean): boolean =>
  /^0(?:1\d{8,9}|[23789]\d{9})$/.test(digits) ||
  /^(?:00)?440?(?:1\d{8,9}|[23789]\d{9})$/.test(digits) ||
  (international && /^\d{10,14}$/.test(digits))

const bankWords = /sort|s\/c|\ba\/?c\b|\bacc|\bbank|refund|pay|society|konto/i

/** A sort code and an account number of eight digits near one another, and a word of banks. */
function accountsIn(text: string, groups: readonly Group[], taken: readonly Finding[]): Finding[] {
  const free = groups.filter(it => touching(taken, it.start, it.end).length === 0)
  const codes = sortCodes(free)
  return free.flatMap(account => {
    if (account.digits.length !== 8 || account.end - account.start !== 8) return []
    const code = touching(codes, account.start - reach, account.end + reach).at(-1)
    if (!code) return []
    const [start, end] = [Math.min(code.start, account.start), Math.max(code.end, account.end)]
    return bankWords.test(text.slice(Math.max(0, start - 50), end + 50)) ? [foundAt('bank-account', start, end)] : []
  })
}

const reach = 70

/** Six digits, or three groups of two: each group belongs to one code only. */
function sortCodes(groups: readonly Group[]): Stretch[] {
  const codes: Stretch[] = []
  for (let at = 0; at < groups.length; at++) {
    const [one, two, three] = groups.slice(at, at + 3)
    if (one!.digits.length === 6) codes.push(one!)
    else if (three && [one, two, three].every(it => it!.digits.length === 2) && three.end - one!.start <= 12) {
      codes.push({ start: one!.start, end: three.end })
      at += 2
    }
  }
  return codes
}
