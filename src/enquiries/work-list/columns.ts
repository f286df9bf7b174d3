import { instantInWords } from '#kernel/day.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { WorkListColumn } from '#platform/views/components/work-list.ts'
import { channelWords, isOpen, kindWords, statusWords } from '../enquiry.ts'
import type { Listed, Order } from '../list.sql.ts'
import { isLikelyLate, riskInShort } from '../risk/risk-words.ts'
import { shortly, type DueWords } from '../page/due-words.ts'
import { placeInWords } from '../place/place.ts'
import { tagOfStatus } from '../page/status.ts'
import type { Calendar } from '#clock/door.ts'
import type { Me } from './views.ts'

/** What the cells of a list are drawn with. */
export type Drawing = {
  readonly me: Me
  readonly calendar: Calendar
  readonly wardName: (id: string | null) => string | null
}

type Column = {
  readonly text: string
  /** its head in a file, where that is another */
  readonly head?: string
  readonly classes?: string
  /** as a cell of the page; `due` is worked out once for the row */
  readonly cell: (it: Listed, drawing: Drawing, due: DueWords) => Html | string
  /** as a cell of a file: days as `2026-06-15`, no words for what is worked out from today */
  readonly plain: (it: Listed, drawing: Drawing) => string
}

/** A postcode stands with the words where they do not hold it. */
function whereIs({ place, postcode }: Listed): string {
  return placeInWords({ words: place ?? '', postcode, latitude: null, longitude: null })
}

/** What can stand in a column beside the enquiry itself, which always comes first. */
export const columns = {
  member: {
    text: 'Member',
    cell: it => html`<bdi>${it.memberName}</bdi>`,
    plain: it => it.memberName,
  },
  with: {
    text: 'With',
    head: 'Holder',
    cell: ({ holderId, holderName, mailboxName }, { me }) =>
      html`${holderId === me.person ? 'You' : (holderName ?? 'Nobody yet')}
        <span class="os-quiet">${mailboxName ?? 'Not placed yet'}</span>`,
    plain: it => it.holderName ?? '',
  },
  due: {
    text: 'Due',
    classes: 'os-list__brief',
    cell: (it, { me }, { words, tone }) =>
      html`<span class="os-due os-due--${tone}">${words}</span> ${it.dueOn &&
        isOpen(it) &&
        html`<span class="os-quiet"
          >${shortly(it.dueOn, me.today)}${it.agreedDueOn && `, agreed ${shortly(it.agreedDueOn, me.today)}`}</span
        >`}
        ${isLikelyLate(it, me.today) && html`<span class="os-quiet">Likely late: ${it.latePercent}%</span>`}`,
    plain: it => it.dueOn ?? '',
  },
  status: {
    text: 'Status',
    classes: 'os-list__brief',
    cell: it => tagOfStatus(it.status),
    plain: it => statusWords[it.status],
  },
  mailbox: { text: 'Mailbox', cell: it => it.mailboxName ?? 'Not placed yet', plain: it => it.mailboxName ?? '' },
  topic: { text: 'Topic', cell: it => it.topicName ?? 'None yet', plain: it => it.topicName ?? '' },
  ward: {
    text: 'Ward',
    cell: (it, { wardName }) => wardName(it.wardId) ?? '–',
    plain: (it, { wardName }) => wardName(it.wardId) ?? '',
  },
  place: {
    text: 'Where',
    cell: it => html`<bdi>${whereIs(it) || '–'}</bdi>`,
    plain: whereIs,
  },
  kind: { text: 'Kind', cell: it => kindWords[it.kind], plain: it => kindWords[it.kind] },
  channel: { text: 'How it came', cell: it => channelWords[it.channel], plain: it => channelWords[it.channel] },
  received: {
    text: 'Received',
    cell: (it, { me }) => shortly(it.receivedOn, me.today),
    plain: it => it.receivedOn,
  },
  update: {
    text: 'Next update',
    cell: (it, { me }) => (it.nextUpdateOn ? shortly(it.nextUpdateOn, me.today) : '–'),
    plain: it => it.nextUpdateOn ?? '',
  },
  changed: {
    text: 'Last change',
    cell: it => instantInWords(it.changedAt),
    plain: it => it.changedAt.toISOString(),
  },
  risk: {
    text: 'Risk',
    head: 'Risk of being late (percent)',
    classes: 'os-list__brief',
    cell: (it, { me }) => riskInShort(it, me.today) ?? '–',
    plain: ({ latePercent }) => (latePercent === null ? '' : `${latePercent}`),
  },
} as const satisfies Record<string, Column>

export type ColumnName = keyof typeof columns

export const columnNames = Object.keys(columns) as ColumnName[]

export const columnNamed = (name: ColumnName): Column => columns[name]

/** What stands there until somebody chooses. */
export const usualColumns: readonly ColumnName[] = ['member', 'with', 'due', 'status']

/** The columns that are known among these words, each once. */
export const knownColumns = (words: readonly string[]): ColumnName[] => [
  ...new Set(words.filter((it): it is ColumnName => Object.hasOwn(columns, it))),
]

/** How the list is to be sorted when somebody presses the head of a column: first one way, then the other. */
const sortsOf: Partial<Record<ColumnName, readonly [Order, Order]>> = {
  due: ['due', 'due-last'],
  received: ['newest', 'oldest'],
  risk: ['risk', 'risk'],
  changed: ['changed', 'changed'],
}

/** The head of a column; one by which the list may be sorted leads there, and says when it is. */
export function headOf(name: ColumnName, order: Order, sortedBy: (order: Order) => string): WorkListColumn {
  const { text, classes } = columnNamed(name)
  const [first, second] = sortsOf[name] ?? []
  const head = { text, ...(classes && { classes }) }
  if (!first || !second) return head
  const link = html`<a class="govuk-link os-list__sort" href="${sortedBy(order === first ? second : first)}"
    >${text}</a
  >`
  if (order !== first && order !== second) return { ...head, html: link }
  const rising = order === 'due' || order === 'oldest'
  return { ...head, html: link, sorted: rising ? 'ascending' : 'descending' }
}
