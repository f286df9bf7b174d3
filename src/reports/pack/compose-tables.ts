import { workingDaysBetween } from '#clock/door.ts'
import { inWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { measures } from '../figures/measures.ts'
import { cell, few, number } from './cells.ts'
import { compareCounts } from './compare.ts'
import type { Cell, Section } from './document.ts'
import type { Gathered, Repeat } from './gather.ts'
import type { Reading } from './reading.ts'
import type { OldCase } from './standing.sql.ts'
import { howCompared } from './words.ts'

/** What stands beside a reference; of a restricted one nothing. */
const aboutCase = (
  it: Gathered,
  { restricted, mailboxId, topicId }: Pick<OldCase, 'restricted' | 'mailboxId' | 'topicId'>,
): Cell[] => (restricted ? ['Restricted', null] : [it.nameOf(mailboxId), it.nameOf(topicId)])

export const oldest = (it: Gathered): Section => ({
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
          one.restricted ? null : { on: one.receivedOn },
          one.restricted ? null : workingDaysBetween(it.calendar, one.receivedOn, it.on),
          one.restricted || !one.dueOn ? null : Math.max(0, workingDaysBetween(it.calendar, one.dueOn, it.on)),
        ],
      })),
      empty: 'Nothing is open.',
    },
  ],
})

export const escalations = (it: Gathered): Section => ({
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
      columns: [{ text: 'Mailbox' }, { text: 'Topic' }, { text: 'On' }, { text: 'Answered or closed' }],
      rows: it.withLeadership.map(one => ({
        reference: one.reference,
        cells: [
          ...aboutCase(it, one),
          one.restricted ? null : { on: one.onDay },
          one.restricted ? null : one.answeredOn ? { on: one.answeredOn } : 'Not yet',
        ],
      })),
      empty: `Nothing reached the leadership team in ${it.span.label}.`,
    },
  ],
})

/** As the boards count it, by the one definition of the room of enquiries. */
export function capacity(it: Gathered): Section {
  const rows = it.mailboxes
    .flatMap(({ name, capacity: found }) => (found ? [{ name, ...found }] : []))
    .filter(({ standing, pace }) => standing.open > 0 || pace.settled > 0)
    .map(({ name, standing, five, ten }) => [
      name,
      standing.dueInFive,
      five?.percent ?? few,
      standing.dueInTen,
      ten?.percent ?? few,
      five ? Math.round(five.settles * 10) / 10 : few,
    ])
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
          number('Load, 5 days', '%'),
          number('Due in 10 days'),
          number('Load, 10 days', '%'),
          number('Closed in 5 days'),
        ],
        rows,
        empty: 'Nothing is due.',
      },
      {
        kind: 'words',
        text: 'What is overdue counts as due. Load is what is due against what the mailbox closed in as many working days over the eight weeks before: over 100% it falls behind. Where too few were closed to know, nothing is said.',
      },
    ],
  }
}

export const quality = (it: Gathered): Section => ({
  id: 'quality',
  heading: 'Quality',
  blocks: [
    {
      kind: 'table',
      caption: `Quality by mailbox, of what was received in ${it.settled.label}`,
      columns: [
        { text: 'Mailbox' },
        number('Mean score'),
        number('Scored'),
        number('Answers everything', '%'),
        number('Rated'),
        number('Asked again', '%'),
        number('Broken promises', '%'),
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
export function repeated(it: Gathered): Section {
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

export const ways = (it: Gathered): Section => ({
  id: 'ways',
  heading: 'How it came',
  blocks: [
    {
      kind: 'table',
      caption: 'By channel',
      columns: [{ text: 'Channel' }, number('Received'), number('Before'), number('Recorded late', '%')],
      rows: it.channels.map(({ label, now, before }) => [label, now.n, before?.n ?? 0, cell(now, 'registeredLate')]),
      empty: 'Nothing was received.',
    },
  ],
})

export const meanings = (): Section => ({
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
