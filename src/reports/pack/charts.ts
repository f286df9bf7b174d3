import { inWords } from '#kernel/day.ts'
import type { Chart, Point, Tone } from '#platform/views/chart/chart.ts'
import { likelyShare } from './compare.ts'
import type { Gathered, Limits } from './gather.ts'
import { shareOf, valueOf, type Told } from './reading.ts'
import { measureNamed } from '../figures/measures.ts'
import { shortValue } from './words.ts'

/** Received, month by month. */
export const volumeChart = ({ trend }: Gathered): Chart => ({
  kind: 'line',
  id: 'volume',
  title: 'Received each month',
  description: `Enquiries by the month in which they arrived, up to ${trend.at(-1)!.span.label}.`,
  what: 'Month',
  measure: 'Received',
  points: trend.map(told => pointOf(told, told.row.n, told.row.n.toLocaleString('en-GB'))),
})

/** In target, month by month, as far as everything is due. */
export function targetChart({ trend, settled, limits }: Gathered): Chart {
  const measure = measureNamed('inTarget')!
  const due = trend.filter(it => it.span.to <= settled.to)
  return {
    kind: 'line',
    id: 'in-target',
    title: 'Answered in target',
    description: `By the month in which they were received, up to ${settled.label}. The band shows where the true share lies 95 times in 100: the fewer answers, the wider.`,
    what: 'Month',
    measure: 'In target',
    full: 100,
    suffix: '%',
    mark: { at: limits.green, label: `Green from ${limits.green}%` },
    points: due.map(told => {
      const figure = told.row.values.inTarget
      const value = valueOf(figure)
      return {
        ...pointOf(told, value ?? null, shortValue(figure, measure)),
        ...(value !== undefined && likelyShare(shareOf(figure))),
      }
    }),
  }
}

/** How long people wait, month by month. */
export function waitChart({ trend, settled }: Gathered): Chart {
  const measure = measureNamed('median')!
  return {
    kind: 'line',
    id: 'wait',
    title: 'Usual wait for an answer',
    description: `Working days in the middle, by the month in which they were received, up to ${settled.label}.`,
    what: 'Month',
    measure: 'Usual wait',
    points: trend
      .filter(it => it.span.to <= settled.to)
      .map(told => pointOf(told, valueOf(told.row.values.median) ?? null, shortValue(told.row.values.median, measure))),
  }
}

const pointOf = ({ span }: Told, value: number | null, words: string): Point => ({
  label: span.label,
  short: span.label.slice(0, 3),
  value,
  words,
})

/** A chart has to fit on a page. */
const most = 20

/** In target by mailbox, the lowest first. */
export function mailboxTargetChart({ mailboxes, settled, limits }: Gathered): Chart {
  const measure = measureNamed('inTarget')!
  return {
    kind: 'bars',
    id: 'mailbox-target',
    title: 'In target by mailbox',
    description: `Of what was received in ${settled.label}, the lowest first, twenty at most; mailboxes with too few answers are left out. Striped is below ${limits.amber}%, dotted below ${limits.green}%.`,
    what: 'Mailbox',
    measure: 'In target',
    full: 100,
    mark: { at: limits.green, label: `Green from ${limits.green}%` },
    bars: mailboxes
      .flatMap(it => {
        const value = it.settled && valueOf(it.settled.values.inTarget)
        return value === undefined ? [] : [{ it, value }]
      })
      .toSorted((a, b) => a.value - b.value)
      .slice(0, most)
      .map(({ it, value }) => ({
        label: it.name,
        value,
        words: shortValue(it.settled!.values.inTarget, measure),
        tone: toneOf(value, limits),
      })),
  }
}

export const toneOf = (percent: number, { green, amber }: Limits): Exclude<Tone, 'plain'> =>
  percent >= green ? 'good' : percent >= amber ? 'soon' : 'late'

/** Overdue by mailbox, the most first; those with none are left out. */
export const overdueChart = ({ mailboxes, on }: Gathered): Chart => ({
  kind: 'bars',
  id: 'overdue',
  title: 'Overdue by mailbox',
  description: `Open and past their date on ${inWords(on)}. The twenty with the most; mailboxes with none are left out.`,
  what: 'Mailbox',
  measure: 'Overdue',
  bars: mailboxes
    .filter(it => (it.standing?.overdue ?? 0) > 0)
    .toSorted((a, b) => b.standing!.overdue - a.standing!.overdue)
    .slice(0, most)
    .map(it => ({
      label: it.name,
      value: it.standing!.overdue,
      words: `${it.standing!.overdue} of ${it.standing!.open} open`,
      tone: 'late' as const,
    })),
})
