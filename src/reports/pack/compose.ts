import { workingDaysBetween } from '#clock/door.ts'
import { addDays, inWords } from '#kernel/day.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import type { FigureRow } from '../figures/figure.ts'
import { measures } from '../figures/measures.ts'
import { mailboxTargetChart, overdueChart, targetChart, toneOf, volumeChart, waitChart } from './charts.ts'
import { compareCounts } from './compare.ts'
import type { Block, Cell, Column, Headline, PackDocument, Section } from './document.ts'
import { paceDays, type Gathered, type Repeat } from './gather.ts'
import { valueOf, workingDaysIn, type Reading } from './reading.ts'
import type { SpanKind } from './span.ts'
import type { OldCase } from './standing.sql.ts'
import { howCompared, summaryOf, valueInWords } from './words.ts'

const names: Record<SpanKind, string> = {
  month: 'Monthly pack',
  quarter: 'Quarterly effectiveness review',
  year: 'Yearly scrutiny report',
}

/** The whole pack in the order in which it is read. `further` are the sections of the review itself. */
export function composed(it: Gathered, further: readonly Section[]): PackDocument {
  return {
    title: `${names[it.span.kind]}, ${it.span.label}`,
    subtitle: `What members asked of ${it.council} in ${it.span.label}, how it was answered, and what is to be done. Frozen on ${inWords(it.on)}.`,
    sections: [
      inShort(it),
      ...further,
      monthByMonth(it),
      directorates(it),
      mailboxes(it),
      oldest(it),
      escalations(it),
      capacity(it),
      quality(it),
      repeated(it),
      ways(it),
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
      value: valueInWords(median.now.row.values.median, median.measure),
      note: `${numberInWords(median.now.row.values.median.n)} answers`,
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

const few = 'Too few'
const number = (text: string, suffix = ''): Column => ({ text, numeric: true, ...(suffix && { suffix }) })

/** A value for a table: a number to go on working with, or why there is none. */
function cell(row: FigureRow | undefined, key: keyof FigureRow['values']): Cell {
  if (!row || row.n === 0) return null
  return valueOf(row.values[key]) ?? few
}

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
          number('In target', ' %'),
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

/** What stands beside a reference; of a restricted one nothing. */
const aboutCase = (
  it: Gathered,
  { restricted, mailboxId, topicId }: Pick<OldCase, 'restricted' | 'mailboxId' | 'topicId'>,
): Cell[] => (restricted ? ['Restricted', null] : [it.nameOf(mailboxId), it.nameOf(topicId)])

const oldest = (it: Gathered): Section => ({
  id: 'oldest',
  heading: 'Oldest cases',
  blocks: [
    {
      kind: 'cases',
      caption: `Open longest on ${inWords(it.on)}`,
      columns: [
        { text: 'Mailbox' },
        { text: 'Topic' },
        { text: 'Received' },
        number('Working days open'),
        number('Working days late'),
      ],
      rows: it.oldest.map(one => ({
        reference: one.reference,
        cells: [
          ...aboutCase(it, one),
          one.restricted ? null : inWords(one.receivedOn),
          one.restricted ? null : workingDaysBetween(it.calendar, one.receivedOn, it.on),
          one.restricted || !one.dueOn ? null : Math.max(0, workingDaysBetween(it.calendar, one.dueOn, it.on)),
        ],
      })),
      empty: 'Nothing is open.',
    },
  ],
})

const escalations = (it: Gathered): Section => ({
  id: 'escalations',
  heading: 'Escalations',
  blocks: [
    {
      kind: 'table',
      caption: 'Steps of the ladder climbed',
      columns: [{ text: 'Step' }, number(it.span.label), number('Before')],
      rows: it.climbed.map(row => [row.label, row.now, row.before]),
      empty: 'Nothing climbed.',
    },
    {
      kind: 'cases',
      caption: 'Reached the leadership team',
      columns: [{ text: 'Mailbox' }, { text: 'Topic' }, { text: 'On' }, { text: 'Answered since' }],
      rows: it.withLeadership.map(one => ({
        reference: one.reference,
        cells: [
          ...aboutCase(it, one),
          one.restricted ? null : inWords(one.onDay),
          one.restricted ? null : one.answeredOn ? inWords(one.answeredOn) : 'Not yet',
        ],
      })),
      empty: `Nothing reached the leadership team in ${it.span.label}.`,
    },
  ],
})

function capacity(it: Gathered): Section {
  const days = workingDaysIn(it.calendar, { from: addDays(it.on, -paceDays), to: addDays(it.on, -1) })
  const rows = it.mailboxes
    .filter(row => row.standing || row.settledBefore > 0)
    .map(row => {
      const perDay = days === 0 ? 0 : row.settledBefore / days
      const share = (due: number, of: number): Cell =>
        row.settledBefore < 10 ? few : Math.round((100 * due) / (perDay * of))
      const { dueInFive = 0, dueInTen = 0 } = row.standing ?? {}
      return [row.name, dueInFive, share(dueInFive, 5), dueInTen, share(dueInTen, 10), Math.round(perDay * 50) / 10]
    })
  return {
    id: 'capacity',
    heading: 'Capacity',
    blocks: [
      {
        kind: 'table',
        caption: `Work due after ${inWords(it.on)} against what is usually closed`,
        columns: [
          { text: 'Mailbox' },
          number('Due in 5 days'),
          number('of capacity', ' %'),
          number('Due in 10 days'),
          number('of capacity, 10', ' %'),
          number('Closed in 5 days'),
        ],
        rows,
        empty: 'Nothing is due.',
      },
      {
        kind: 'words',
        text: 'What is overdue is due, too. Capacity is what a mailbox closed in the eight weeks before, for as many working days; over 100 % it falls behind. Below ten closed nothing is said.',
      },
    ],
  }
}

const quality = (it: Gathered): Section => ({
  id: 'quality',
  heading: 'Quality',
  blocks: [
    {
      kind: 'table',
      caption: `Quality by mailbox, of what was received in ${it.settled.label}`,
      columns: [
        { text: 'Mailbox' },
        number('Score, 1 to 4'),
        number('Scored'),
        number('Answers everything', ' %'),
        number('Rated'),
        number('Asked again', ' %'),
        number('Broken promises', ' %'),
      ],
      rows: it.mailboxes
        .filter(row => row.settled && row.settled.n > 0)
        .map(row => [
          row.name,
          cell(row.settled, 'quality'),
          row.settled!.values.quality.n,
          cell(row.settled, 'rating'),
          row.settled!.values.rating.n,
          cell(row.settled, 'rounds'),
          cell(row.settled, 'brokenPromises'),
        ]),
      empty: 'Nothing was received.',
    },
  ],
})

/** Topics that grew by more than chance are said in words before the table. */
function repeated(it: Gathered): Section {
  const grown = it.topics.filter(topic => hasGrown(it, topic))
  return {
    id: 'repeated',
    heading: 'Repeat places and topics',
    blocks: [
      {
        kind: 'words',
        text:
          grown.length === 0
            ? 'No topic grew by more than chance explains.'
            : `Grew by more than chance explains: ${grown.map(({ label, now, before }) => `${label} (${now.n}, before ${before?.n ?? 0})`).join(', ')}.`,
      },
      {
        kind: 'table',
        caption: 'Topics asked about most',
        columns: [{ text: 'Topic' }, number('Received'), number('Before')],
        rows: it.topics.slice(0, 10).map(({ label, now, before }) => [label, now.n, before?.n ?? 0]),
        empty: 'Nothing was received.',
      },
      {
        kind: 'table',
        caption: 'Places named again and again in three months',
        columns: [{ text: 'Place' }, { text: 'Ward' }, number('Enquiries'), number('Members')],
        rows: it.places.map(({ place, ward, n, members }) => [place, ward ?? '–', n, members]),
        empty: 'No place was named five times by two members.',
      },
    ],
  }
}

function hasGrown({ fresh }: Gathered, { now, before }: Repeat): boolean {
  const [volume] = fresh as [Reading]
  return (
    compareCounts(
      { count: now.n, workingDays: volume.now.workingDays },
      { count: before?.n ?? 0, workingDays: volume.before.workingDays },
    ).verdict === 'more'
  )
}

const ways = (it: Gathered): Section => ({
  id: 'ways',
  heading: 'How it came',
  blocks: [
    {
      kind: 'table',
      caption: 'By channel',
      columns: [{ text: 'Channel' }, number('Received'), number('Before'), number('Recorded late', ' %')],
      rows: it.channels.map(({ label, now, before }) => [label, now.n, before?.n ?? 0, cell(now, 'registeredLate')]),
      empty: 'Nothing was received.',
    },
  ],
})

const meanings = (): Section => ({
  id: 'meanings',
  heading: 'What the figures mean',
  blocks: [
    { kind: 'points', points: [...howCompared] },
    {
      kind: 'table',
      caption: 'Measures',
      columns: [{ text: 'Measure' }, { text: 'What it counts' }],
      rows: measures.map(it => [it.label, it.definition]),
      empty: '',
    },
    { kind: 'words', text: `${counted(measures.length, 'measure')}, by the date on which an enquiry was received.` },
  ],
})
