import { addDays, inWords, type Day } from '#kernel/day.ts'
import type { Period } from '../figures/period.ts'

/** What a pack is about: a month, a quarter or a year of the council. */
export type SpanKind = 'month' | 'quarter' | 'year'

export type Span = Period & {
  readonly kind: SpanKind
  /** `2026-05`, `2026-Q2`, `2025-2026`: stands in addresses and file names */
  readonly key: string
  /** `May 2026`, `April to June 2026`, `April 2025 to March 2026` */
  readonly label: string
}

const months: Record<SpanKind, number> = { month: 1, quarter: 3, year: 12 }

/** The span that begins on the first of a month. */
function spanFrom(kind: SpanKind, begins: Temporal.PlainDate): Span {
  const after = begins.add({ months: months[kind] })
  const from = begins.toString() as Day
  const to = addDays(after.toString() as Day, -1)
  return { kind, from, to, key: keyOf(kind, begins, after), label: labelOf(kind, from, to) }
}

function keyOf(kind: SpanKind, begins: Temporal.PlainDate, after: Temporal.PlainDate): string {
  if (kind === 'month') return begins.toString().slice(0, 7)
  if (kind === 'quarter') return `${begins.year}-Q${Math.ceil(begins.month / 3)}`
  return `${begins.year}-${after.subtract({ days: 1 }).year}`
}

function labelOf(kind: SpanKind, from: Day, to: Day): string {
  if (kind === 'month') return monthInWords(from)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${sameYear ? monthInWords(from).replace(/ \d+$/, '') : monthInWords(from)} to ${monthInWords(to)}`
}

/** `May 2026`. */
export const monthInWords = (on: Day): string => inWords(on).replace(/^\d+ /, '')

/** The last span of its kind that was over before a day. `yearBegins` is the month in which the council's year begins. */
export function lastSpan(kind: SpanKind, today: Day, yearBegins: number): Span {
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  const begun = kind === 'month' ? 0 : kind === 'quarter' ? (first.month - 1) % 3 : (first.month - yearBegins + 12) % 12
  return spanFrom(kind, first.subtract({ months: begun + months[kind] }))
}

/** The span of that name; undefined when there is none such. */
export function spanNamed(key: string, yearBegins: number): Span | undefined {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key)
  if (month) return spanFrom('month', firstOf(month[1]!, Number(month[2])))
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key)
  if (quarter) return spanFrom('quarter', firstOf(quarter[1]!, Number(quarter[2]) * 3 - 2))
  const year = /^(\d{4})-(\d{4})$/.exec(key)
  const span = year && spanFrom('year', firstOf(year[1]!, yearBegins))
  return span?.key === key ? span : undefined
}

const firstOf = (year: string, month: number): Temporal.PlainDate => new Temporal.PlainDate(Number(year), month, 1)

/** The one just before. */
export const spanBefore = ({ kind, from }: Span): Span =>
  spanFrom(kind, Temporal.PlainDate.from(from).subtract({ months: months[kind] }))

/** The same season a year before. */
export const yearEarlier = ({ kind, from }: Span): Span =>
  spanFrom(kind, Temporal.PlainDate.from(from).subtract({ years: 1 }))

/** So many months up to and with the last of a span, the oldest first. */
export const monthsUpTo = ({ to }: Span, count: number): Span[] =>
  Array.from({ length: count }, (_, at) =>
    spanFrom(
      'month',
      Temporal.PlainDate.from(to)
        .with({ day: 1 })
        .subtract({ months: count - 1 - at }),
    ),
  )
