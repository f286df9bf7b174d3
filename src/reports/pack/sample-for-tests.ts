import type { PackDocument } from './document.ts'

/** A small pack with every kind of block; invented. */
export const sampleDocument: PackDocument = {
  title: 'Monthly pack, May 2026',
  subtitle: 'What members asked of the council in May 2026, and how it was answered.',
  sections: [
    {
      id: 'summary',
      heading: 'In short',
      blocks: [
        { kind: 'words', text: 'More was received than chance explains.' },
        { kind: 'points', points: ['Received: 412, against 330 in April.', 'Łódź Ω Ж stays as it is written.'] },
        {
          kind: 'figures',
          items: [{ label: 'In target', value: '83%', note: 'of 412 that were due', tone: 'soon' }],
        },
      ],
    },
    {
      id: 'charts',
      heading: 'Month by month',
      blocks: [
        {
          kind: 'chart',
          chart: {
            kind: 'line',
            id: 'in-target',
            title: 'Answered in target',
            description: 'By the month in which they were received.',
            measure: 'In target',
            what: 'Month',
            suffix: '%',
            full: 100,
            mark: { at: 95, label: 'Green from 95%' },
            points: [
              { label: 'March 2026', short: 'Mar', value: 88, words: '88% of 398', low: 84, high: 91 },
              { label: 'April 2026', short: 'Apr', value: null, words: 'Too few to say' },
              { label: 'May 2026', short: 'May', value: 83, words: '83% of 412', low: 79, high: 86 },
            ],
          },
        },
        {
          kind: 'chart',
          chart: {
            kind: 'bars',
            id: 'mailboxes',
            title: 'Overdue by mailbox',
            description: 'Open and past their date.',
            measure: 'Overdue',
            what: 'Mailbox',
            bars: [
              { label: 'Streets', value: 12, words: '12', tone: 'late', before: 8, beforeWords: '8' },
              { label: 'Waste', value: 3, words: '3', tone: 'soon' },
              { label: 'Parks', value: null, words: 'Too few' },
            ],
          },
        },
      ],
    },
    {
      id: 'cases',
      heading: 'Oldest cases',
      blocks: [
        {
          kind: 'cases',
          caption: 'Open longest',
          columns: [{ text: 'Mailbox' }, { text: 'Working days', numeric: true }],
          rows: [
            { reference: 'ME-2026-000123', cells: ['Streets', 31] },
            { reference: 'ME-2026-000200', cells: ['Parks', 24] },
          ],
          empty: 'Nothing is open.',
        },
        {
          kind: 'table',
          caption: 'Actions',
          columns: [{ text: 'What' }, { text: 'Who' }],
          rows: [['=HYPERLINK("http://x")', 'Cllr Aoife Ní Mhurchú']],
          empty: 'None.',
        },
        { kind: 'table', caption: 'Repeat places', columns: [{ text: 'Place' }], rows: [], empty: 'None this month.' },
      ],
    },
  ],
}
