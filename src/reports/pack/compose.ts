import { inWords } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import { cell, number } from './cells.ts'
import { mailboxTargetChart, overdueChart, targetChart, toneOf, volumeChart, waitChart } from './charts.ts'
import { capacity, escalations, meanings, oldest, quality, repeated, ways } from './compose-tables.ts'
import type { Block, Headline, PackDocument, Section } from './document.ts'
import type { Gathered } from './gather.ts'
import { valueOf, type Reading } from './reading.ts'
import type { SpanKind } from './span.ts'
import { summaryOf, valueInWords } from './words.ts'

/** What the review itself has to say: right behind the summary, and further down. */
export type OfReview = { readonly first: readonly Section[]; readonly later: readonly Section[] }

const names: Record<SpanKind, string> = {
  month: 'Monthly pack',
  quarter: 'Quarterly effectiveness review',
  year: 'Yearly scrutiny report',
}

/** The whole pack in the order in which it is read. `review` is what the review itself has to say. */
export function composed(it: Gathered, review: OfReview): PackDocument {
  return {
    title: `${names[it.span.kind]}, ${it.span.label}`,
    subtitle: `What members asked of ${it.council} in ${it.span.label}, how it was answered, and what is to be done. Frozen on ${inWords(it.on)}.`,
    sections: [
      inShort(it),
      ...review.first,
      monthByMonth(it),
      directorates(it),
      mailboxes(it),
      oldest(it),
      escalations(it),
      capacity(it),
      quality(it),
      repeated(it),
      ways(it),
      ...review.later,
      meanings(),
    ],
  }
}

export const summaryIn = (it: Gathered): string[] => summaryOf([...it.fresh, ...it.settledReadings])

function inShort(it: Gathered): Section {
  const { settled, span } = it
  const shifted =
    settled.key === span.key
      ? `Everything here is of what was received in ${span.label}; all of it is due by now.`
      : `Numbers received are those of ${span.label}. Timeliness and quality are told of what was received in ${settled.label}, because of what came later much is not due yet.`
  return {
    id: 'in-short',
    heading: 'In short',
    blocks: [
      { kind: 'figures', items: headlines(it) },
      { kind: 'words', text: shifted },
      { kind: 'points', points: summaryIn(it) },
    ],
  }
}

function headlines(it: Gathered): Headline[] {
  const [volume] = it.fresh as [Reading]
  const [inTarget, , median] = it.settledReadings as [Reading, Reading, Reading]
  const target = inTarget.now.row.values.inTarget
  const value = valueOf(target)
  const { open, overdue } = it.standing
  return [
    {
      label: `Received in ${it.span.label}`,
      value: numberInWords(volume.now.row.n),
      note: `${numberInWords(volume.before.row.n)} in ${volume.before.span.label}`,
    },
    {
      label: 'In target',
      value: valueInWords(target, inTarget.measure),
      note: `of ${numberInWords(target.n)} received in ${it.settled.label}`,
      ...(value !== undefined && { tone: toneOf(value, it.limits) }),
    },
    {
      label: 'Usual wait',
      value: valueInWords(median.now.row.values.median, median.measure).replace(/ working days?$/, ''),
      note: `working days, ${numberInWords(median.now.row.values.median.n)} answers`,
    },
    {
      label: `Overdue on ${inWords(it.on)}`,
      value: numberInWords(overdue),
      note: `of ${numberInWords(open)} open`,
      ...(overdue > 0 && { tone: 'late' as const }),
    },
  ]
}

const monthByMonth = (it: Gathered): Section => ({
  id: 'month-by-month',
  heading: 'Month by month',
  blocks: [volumeChart(it), targetChart(it), waitChart(it)].map((chart): Block => ({ kind: 'chart', chart })),
})

function directorates(it: Gathered): Section {
  const rows = it.services
    .filter(row => (row.now?.n ?? 0) + (row.before?.n ?? 0) + row.open > 0)
    .toSorted((a, b) => a.directorate.localeCompare(b.directorate, 'en') || a.name.localeCompare(b.name, 'en'))
  return {
    id: 'directorates',
    heading: 'Directorates and services',
    blocks: [
      {
        kind: 'table',
        caption: 'By directorate and service',
        columns: [
          { text: 'Service' },
          { text: 'Directorate' },
          number('Received'),
          number('Before'),
          number('In target', '%'),
          number('of'),
          number('Open'),
          number('Overdue'),
        ],
        rows: rows.map(row => [
          row.name,
          row.directorate,
          row.now?.n ?? 0,
          row.before?.n ?? 0,
          cell(row.settled, 'inTarget'),
          row.settled?.values.inTarget.n ?? 0,
          row.open,
          row.overdue,
        ]),
        empty: 'No service has received anything.',
      },
      {
        kind: 'words',
        text: `Restricted matters are in the totals and in none of these rows. “In target” is of what was received in ${it.settled.label}; “too few” is below ${it.limits.fewest}.`,
      },
    ],
  }
}

const mailboxes = (it: Gathered): Section => ({
  id: 'mailboxes',
  heading: 'Mailboxes',
  blocks: [
    { kind: 'chart', chart: mailboxTargetChart(it) },
    ...(it.standing.overdue > 0 ? [{ kind: 'chart', chart: overdueChart(it) } as const] : []),
  ],
})
