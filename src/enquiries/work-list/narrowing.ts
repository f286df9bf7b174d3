import { parseDay, type Day } from '#kernel/day.ts'
import { storable } from '#kernel/text.ts'
import { channels, kinds, statuses, type Channel, type Kind, type Status } from '../enquiry.ts'
import { isOnlyOpen, type After, type Filter, type Listed, type Order } from '../list.sql.ts'
import { isView, viewNamed, type Me, type ViewName } from './views.ts'

/** What the address of the work list says: the view, and what narrows it. Registers are named by their keys. */
export type Narrowing = {
  readonly view: ViewName
  readonly status: readonly Status[]
  readonly kind: readonly Kind[]
  readonly channel: readonly Channel[]
  readonly mailbox: readonly string[]
  readonly topic: readonly string[]
  readonly ward: readonly string[]
  /** a person's id */
  readonly member?: string
  /** a person's id, `me`, or `nobody` */
  readonly holder?: string
  readonly dueFrom?: Day
  readonly dueUntil?: Day
  readonly receivedFrom?: Day
  readonly receivedUntil?: Day
  readonly overdue: boolean
  /** due today or in the next two working days */
  readonly atRisk: boolean
  /** not late yet, and at least so likely to be, in percent */
  readonly riskFrom?: number
  readonly q: string
  readonly sort?: Order
  readonly after?: After
}

/** How the list may be sorted, in words; the first is the order of work. */
export const sorts = {
  due: 'Due first',
  'due-last': 'Due last',
  newest: 'Newest first',
  oldest: 'Oldest first',
  changed: 'Changed last',
  risk: 'Most likely late first',
} as const satisfies Partial<Record<Order, string>>

export const isSort = (word: string | null): word is keyof typeof sorts => word !== null && Object.hasOwn(sorts, word)

/** Reads the address. Words it does not know are left out rather than refused: an old bookmark still opens. */
export function narrowingIn(address: URLSearchParams, usual: (isNarrowed: boolean) => ViewName): Narrowing {
  const several = (name: string) =>
    address
      .getAll(name)
      .flatMap(it => it.split(','))
      .filter(Boolean)
  const known = <T extends string>(name: string, words: readonly T[]) => words.filter(it => several(name).includes(it))
  const keys = (name: string) => [...new Set(several(name).filter(it => /^[a-z0-9-]{1,100}$/.test(it)))].slice(0, 20)
  const on = (name: string) => parseDay(address.get(name) ?? '')
  const person = (name: string) => several(name).find(it => isId(it) || (name === 'holder' && /^(me|nobody)$/.test(it)))
  const narrowed = {
    status: known('status', statuses),
    kind: known('kind', kinds),
    channel: known('channel', channels),
    mailbox: keys('mailbox'),
    topic: keys('topic'),
    ward: keys('ward'),
    member: person('member'),
    holder: person('holder'),
    dueFrom: on('due-from'),
    dueUntil: on('due-until'),
    receivedFrom: on('received-from'),
    receivedUntil: on('received-until'),
    overdue: address.get('overdue') === 'yes',
    atRisk: address.get('at-risk') === 'yes',
    riskFrom: percentIn(address.get('risk-from')),
    q: storable(address.get('q') ?? '')
      .trim()
      .slice(0, 200),
  }
  const [view, sort] = [address.get('view'), address.get('sort')]
  return {
    ...narrowed,
    view: isView(view) ? view : usual(isNarrowed(narrowed)),
    sort: isSort(sort) ? sort : undefined,
    after: afterIn(address.get('after'), sort),
  }
}

/** Whether anything but the view narrows the list. */
export const isNarrowed = (it: Omit<Narrowing, 'view'>): boolean =>
  Boolean(it.q || it.overdue || it.atRisk || it.riskFrom || it.member || it.holder) ||
  [it.status, it.kind, it.channel, it.mailbox, it.topic, it.ward].some(many => many.length > 0) ||
  [it.dueFrom, it.dueUntil, it.receivedFrom, it.receivedUntil].some(Boolean)

/** Something is looked for: then the view is left, and everything is searched, closed ones too. */
export const isSearch = ({ q }: Pick<Narrowing, 'q'>): boolean => q !== ''

/** What to ask of the database. A chosen status goes before the view's; only open work is sorted by dates of work. */
export function filterOf(it: Narrowing, me: Me): { filter: Filter; order: Order } {
  const view = viewNamed(it.view)
  const { open, status, ...others } = isSearch(it) ? search : view.filter(me)
  const filter: Filter = {
    ...others,
    ...(it.status.length > 0 ? { status: it.status } : { open, status }),
    ...(it.kind.length > 0 && { kind: it.kind }),
    ...(it.channel.length > 0 && { channel: it.channel }),
    ...(it.mailbox.length > 0 && { mailboxKey: it.mailbox }),
    ...(it.topic.length > 0 && { topicKey: it.topic }),
    ...(it.ward.length > 0 && { wardKey: it.ward }),
    ...(it.member && { member: [it.member] }),
    ...heldBy(it.holder, others.holder, me),
    ...datesOf(it, others, me),
    ...(it.riskFrom && { riskFrom: it.riskFrom }),
    ...(it.q && { q: it.q }),
  }
  const usual = isSearch(it) ? 'newest' : view.order
  return { filter, order: orderOf(it.sort ?? usual, filter) }
}

const search: Filter = {}

function heldBy(asked: string | undefined, ofView: string | undefined, { person }: Me): Filter {
  if (asked === undefined) return {}
  if (asked === 'nobody') return { unassigned: true }
  const holder = asked === 'me' ? person : asked
  // a view of what is mine holds nothing of anybody else
  return ofView !== undefined && ofView !== holder ? { holder: ofView, unassigned: true } : { holder }
}

function datesOf(it: Narrowing, ofView: Filter, { today, soon }: Me): Filter {
  const from = latest(ofView.dueFrom, it.dueFrom, it.atRisk || it.riskFrom ? today : undefined)
  const until = earliest(ofView.dueUntil, it.dueUntil, it.atRisk ? soon : undefined)
  return {
    dueFrom: from,
    dueUntil: until,
    dueBefore: it.overdue ? today : ofView.dueBefore,
    receivedFrom: it.receivedFrom,
    receivedUntil: it.receivedUntil,
  }
}

const latest = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .filter(it => it !== undefined)
    .toSorted()
    .at(-1)
const earliest = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days.filter(it => it !== undefined).toSorted()[0]

function orderOf(asked: Order, filter: Filter): Order {
  if (asked === 'lane' || asked === 'newest' || asked === 'oldest' || isOnlyOpen(filter)) return asked
  return 'newest'
}

/** `2026-06-15_0197…`: where the last page ended; nothing before the `_` for what has no due date, or no risk. */
export function afterIn(text: string | null, sort?: string | null): After | undefined {
  const [, value = '', id = ''] = /^([\d:.TZ-]{0,24})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  const known = value === '' || parseDay(value) !== undefined || (value.length > 10 && !Number.isNaN(Date.parse(value)))
  return isId(id) && (sort === 'risk' ? /^\d{0,3}$/.test(value) : known) ? { value, id } : undefined
}

/** `50`: a percentage from 1 to 100. */
const percentIn = (text: string | null): number | undefined =>
  /^([1-9]\d?|100)$/.test(text ?? '') ? Number(text) : undefined

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The last line of a page, as the address of the next one names it. */
export function afterOf(line: Listed, order: Order): string {
  return `${afterValue(line, order)}_${line.id}`
}

function afterValue({ createdAt, changedAt, laneOn, dueOn, latePercent }: Listed, order: Order): string {
  if (order === 'risk') return latePercent === null ? '' : `${latePercent}`
  if (order === 'newest' || order === 'oldest') return createdAt.toISOString()
  if (order === 'changed') return changedAt.toISOString()
  return (order === 'lane' ? laneOn : dueOn) ?? ''
}
