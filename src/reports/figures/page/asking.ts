import type { Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { dimensions, type Dimension, type Within } from '../dimension.ts'
import type { Wanted } from '../figure.ts'
import { measureNamed, type MeasureKey } from '../measures.ts'
import type { Period } from '../period.ts'
import { asTyped, periodNamed, periodNames, periodOf, type PeriodName } from './chosen-period.ts'
import { groups, isGroup, type GroupName } from './groups.ts'

/** What the address of the page says; anything it does not know is left out, so that an old link still opens. */
export type Asking = {
  readonly name: PeriodName
  readonly period: Period
  /** what is wrong with own dates; then the period is the usual one */
  readonly refusal?: Refusal
  /** as they were typed */
  readonly typed: { readonly from: string; readonly to: string }
  readonly by: Dimension
  readonly within: Within
  readonly show: GroupName
  readonly sort?: MeasureKey
  readonly falling: boolean
}

/** `mayMembers`: figures may be told apart by member, and narrowed to one. */
export function askingIn(query: Readonly<Record<string, string>>, today: Day, mayMembers: boolean): Asking {
  const open = dimensions.filter(it => it !== 'member' || mayMembers)
  const by = open.find(it => it === query.by) ?? 'mailbox'
  const show = query.show && isGroup(query.show) ? query.show : 'overview'
  const sort = groups[show].measures.find(it => it === query.sort)
  return {
    ...periodIn(query, today),
    by,
    within: withinIn(query, open),
    show,
    // members are never ranked (domain, section 10)
    ...(sort && by !== 'member' && { sort }),
    falling: query.order !== 'up',
  }
}

function periodIn(
  query: Readonly<Record<string, string>>,
  today: Day,
): Pick<Asking, 'name' | 'period' | 'refusal' | 'typed'> {
  const named = periodNames.find(it => it === query.period)
  const isOwn = named === 'own' || (!named && Boolean(query.from || query.to))
  const name = isOwn ? 'own' : (named ?? 'year')
  const usual = periodNamed(name === 'own' ? 'year' : name, today)
  if (!isOwn) return { name, period: usual, typed: { from: asTyped(usual.from), to: asTyped(usual.to) } }
  const typed = { from: (query.from ?? '').slice(0, 40), to: (query.to ?? '').slice(0, 40) }
  const given = periodOf(typed.from, typed.to)
  return given.ok ? { name, period: given.value, typed } : { name, period: usual, refusal: given.refusal, typed }
}

function withinIn(query: Readonly<Record<string, string>>, open: readonly Dimension[]): Within {
  const given = open.map(it => [it, keysIn(query[it])] as const)
  return Object.fromEntries(given.filter(([, keys]) => keys.length > 0))
}

const keysIn = (text = ''): string[] => [
  ...new Set(
    text
      .split(',')
      .filter(it => /^[a-z0-9-]{1,100}$/.test(it))
      .slice(0, 50),
  ),
]

export const wantedOf = ({ period, by, within }: Asking): Wanted => ({ ...period, by, within })

/** The words of an address that asks this, changed as given; an empty value leaves a word out. */
export function addressOf(it: Asking, changed: Readonly<Record<string, string>> = {}): string {
  const words = {
    period: it.name === 'year' ? '' : it.name,
    ...(it.name === 'own' && { from: it.period.from, to: it.period.to }),
    by: it.by === 'mailbox' ? '' : it.by,
    ...Object.fromEntries(Object.entries(it.within).map(([by, keys]) => [by, keys.join(',')])),
    show: it.show === 'overview' ? '' : it.show,
    sort: it.sort ?? '',
    order: it.sort && !it.falling ? 'up' : '',
    ...changed,
  }
  return new URLSearchParams(Object.entries(words).filter(([, value]) => value !== '')).toString()
}

export const figuresPath = '/reports'

export const pathOf = (path: string, words: string): string => (words ? `${path}?${words}` : path)

/** The enquiries behind one figure of one row. The dates are said, so that the link means the same tomorrow. */
export function drillAddress(it: Asking, measure: MeasureKey, part: string, row?: string): string {
  const within = row === undefined ? it.within : { ...it.within, [it.by]: [row] }
  const words = new URLSearchParams({
    from: it.period.from,
    to: it.period.to,
    ...Object.fromEntries(Object.entries(within).map(([by, keys]) => [by, keys.join(',')])),
    measure,
    part,
  })
  return `/reports/enquiries?${words}`
}

export const measureIn = (query: Readonly<Record<string, string>>) => measureNamed(query.measure ?? '')
