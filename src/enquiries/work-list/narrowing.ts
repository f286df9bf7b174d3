import { parseDay } from '#kernel/day.ts'
import { storable } from '#kernel/text.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import { statuses, type Status } from '../enquiry.ts'
import type { After, Filter, Listed, Order } from '../list.sql.ts'
import { viewIn, viewNamed, type Me, type ViewName } from './views.ts'

/** What the address of the work list says: the view and what narrows it. */
export type Narrowing = {
  readonly view: ViewName
  readonly mailbox?: Mailbox
  readonly status?: Status
  readonly overdue: boolean
  readonly q: string
  readonly after?: After
}

type Query = Readonly<Record<string, string>>

/** Reads the address. Words it does not know are left out rather than refused: an old bookmark still opens. */
export function narrowingIn(query: Query, me: Me, mailboxes: readonly Mailbox[]): Narrowing {
  const mailbox = mailboxes.find(it => it.key === query.mailbox)
  const status = statuses.find(it => it === query.status)
  const after = afterIn(query.after)
  return {
    view: viewIn(query.view, me, Boolean(mailbox || status || query.overdue)),
    ...(mailbox && { mailbox }),
    ...(status && { status }),
    ...(after && { after }),
    overdue: query.overdue === 'yes',
    q: storable(query.q ?? '')
      .trim()
      .slice(0, 200),
  }
}

/** Something is looked for: then the view is left, and everything is searched, closed ones too. */
export const isSearch = ({ q }: Pick<Narrowing, 'q'>): boolean => q !== ''

/** What to ask of the database. A chosen status goes before the view's. */
export function filterOf({ view, mailbox, status, overdue, q }: Narrowing, me: Me): { filter: Filter; order: Order } {
  const { filter, order } = isSearch({ q }) ? search : viewNamed(view)
  const { open, ...others } = filter(me)
  const ended = status === 'answered' || status === 'closed'
  return {
    filter: {
      ...others,
      ...(status ? { status: [status] } : open !== undefined && { open }),
      ...(mailbox && { mailbox: mailboxesWithin(others.mailbox, mailbox.id) }),
      ...(overdue && { dueBefore: me.today }),
      ...(q && { q }),
    },
    order: ended && order === 'due' ? 'newest' : order,
  }
}

const search = { filter: (_me: Me): Filter => ({}), order: 'newest' } as const satisfies {
  order: Order
  filter: unknown
}

/** One mailbox out of those the view has; none when it is not among them. */
const mailboxesWithin = (among: readonly string[] | undefined, id: string): string[] =>
  !among || among.includes(id) ? [id] : []

/** `2026-06-15_0197…`: where the last page ended; nothing before the `_` for what has no due date. */
function afterIn(text: string | undefined): After | undefined {
  const [, value = '', id = ''] = /^([\d:.TZ-]{0,24})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  const known = value === '' || parseDay(value) !== undefined || !Number.isNaN(Date.parse(value))
  return isId(id) && known ? { value, id } : undefined
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The last line of a page, as the address of the next one names it. */
export function afterOf(line: Listed, order: Order): string {
  const value =
    order === 'newest' ? line.createdAt.toISOString() : ((order === 'lane' ? line.laneOn : line.dueOn) ?? '')
  return `${value}_${line.id}`
}

/** The address of this list with something changed; `after` is dropped unless it is what changes. */
export function addressWith(it: Narrowing, change: Partial<Record<'view' | 'after', string>> = {}): string {
  const params = new URLSearchParams({
    view: change.view ?? it.view,
    ...(it.mailbox && { mailbox: it.mailbox.key }),
    ...(it.status && { status: it.status }),
    ...(it.overdue && { overdue: 'yes' }),
    ...(it.q && { q: it.q }),
    ...(change.after && { after: change.after }),
  })
  return `/enquiries?${params}`
}
