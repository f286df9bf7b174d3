import { html } from '#platform/views/html.ts'
import { attachmentList } from './attachment-list.ts'
import { badge } from './badge.ts'
import { card } from './card.ts'
import { dayMeter } from './day-meter.ts'
import { emptyState } from './empty-state.ts'
import { figures } from './figures.ts'
import { filter } from './filter.ts'
import { foldedQuote } from './folded-quote.ts'
import { identityBar } from './identity-bar.ts'
import { messages } from './messages.ts'
import { pageHeaderActions } from './page-header-actions.ts'
import { progressTrack } from './progress-track.ts'
import { select } from './select.ts'
import { sortableTable } from './sortable-table.ts'
import { statusTag, type Tone } from './status-tag.ts'
import type { Example } from './style-page.ts'
import { timeline } from './timeline.ts'
import { workList } from './work-list.ts'

/** What the work on enquiries is made of. */
export const workExamples = (): readonly Example[] => [
  ['Page header with actions', headerExample()],
  ['Figures', figuresExample()],
  ['Work list', listExample()],
  ['Status tags', html`<p class="govuk-body">${tones.map(([tone, text]) => html`${statusTag({ tone, text })} `)}</p>`],
  [
    'Badges',
    html`<p class="govuk-body">
      ${badge({ text: 'Urgent', classes: 'moj-badge--red' })} ${badge({ text: 'Round 2' })}
    </p>`,
  ],
  ['Day meter', meterExample()],
  ['Progress track', trackExample()],
  ['Conversation', conversationExample()],
  ['Timeline', timelineExample()],
  ['Filter', filterExample()],
  ['Identity bar', identityBar({ title: { html: html`<b>ME-2026-000123</b> Bins on Weaver Lane` } })],
  ['Sortable table', sortableExample()],
  ['Empty state', emptyExample()],
]

const tones: readonly (readonly [Tone, string])[] = [
  ['quiet', 'Draft'],
  ['new', 'New'],
  ['active', 'In progress'],
  ['waiting', 'Waiting for member'],
  ['away', 'With partner'],
  ['review', 'In review'],
  ['done', 'Answered'],
  ['soon', 'At risk'],
  ['late', 'Overdue'],
  ['very-late', 'Very overdue'],
  ['guarded', 'Restricted'],
]

const headerExample = () =>
  pageHeaderActions({
    heading: { text: 'Streets and lighting', level: 4, classes: 'govuk-heading-l' },
    items: [
      { text: 'Record a contact', href: '#' },
      { text: 'Print this list', href: '#', classes: 'govuk-button--secondary' },
    ],
  })

const figuresExample = () =>
  figures({
    items: [
      { label: 'Open', value: { text: 42 }, href: '#open' },
      { label: 'Due this week', value: { text: 11 }, tone: 'soon' },
      { label: 'Overdue', value: { text: 2 }, tone: 'late', note: { text: 'oldest 3 working days' } },
      {
        label: 'Answered in target',
        value: { text: '96%' },
        tone: 'good',
        note: { text: '118 of 123 since 1 March 2026' },
      },
    ],
  })

const listExample = () =>
  workList({
    caption: 'Enquiries in Streets and lighting, most at risk first',
    columns: [
      { text: 'Enquiry' },
      { text: 'Member' },
      { text: 'Status' },
      { text: 'Due', classes: 'os-nowrap' },
      { text: 'Days left', format: 'numeric' },
    ],
    rows: [
      work(
        'ME-2026-000118',
        'Street light out on Weaver Lane since Easter',
        "Maeve O'Brien",
        'late',
        'Overdue',
        '29 May 2026',
        '−1',
        'late',
      ),
      work(
        'ME-2026-000123',
        'Bins not collected behind the old school',
        'Sunil Rao',
        'soon',
        'At risk',
        '2 June 2026',
        '1',
        'soon',
      ),
      work(
        'ME-2026-000131',
        'Can the crossing at Mill Bridge be moved nearer to the surgery?',
        'Caoimhe Ní Mhurchú',
        'active',
        'In progress',
        '15 June 2026',
        '10',
      ),
    ],
  })

function work(
  reference: string,
  subject: string,
  member: string,
  tone: Tone,
  status: string,
  due: string,
  left: string,
  mark?: string,
) {
  const name = html`<a class="govuk-link" href="#${reference}">${subject}</a>
    <span class="os-quiet os-reference">${reference}</span>`
  return {
    cells: [
      { html: name },
      { text: member },
      { html: statusTag({ tone, text: status }) },
      { text: due },
      { text: left },
    ],
    classes: mark && `os-list__row--${mark}`,
  }
}

const meterExample = () => html` ${card({
  html: dayMeter({
    heading: { text: 'Due 15 June 2026' },
    words: { text: 'Working day 4 of 10.' },
    used: 4,
    limit: 10,
    tone: 'good',
    link: { text: 'How this date was worked out', href: '#clock' },
  }),
})}
${card({
  html: dayMeter({
    heading: { text: 'Due tomorrow, 2 June 2026' },
    words: { text: 'Working day 9 of 10.' },
    used: 9,
    limit: 10,
    tone: 'soon',
  }),
})}
${card({
  html: dayMeter({
    heading: { text: '3 working days overdue' },
    words: { text: 'It was due on 27 May 2026.' },
    used: 13,
    limit: 10,
    tone: 'late',
  }),
})}
${card({
  html: dayMeter({
    heading: { text: 'Paused since 5 June 2026' },
    words: { text: 'The clock stands still until the member replies.' },
    used: 5,
    limit: 10,
    tone: 'paused',
  }),
})}
${card({
  html: dayMeter({
    heading: { text: 'Answered on day 7' },
    words: { text: 'Three working days before it was due.' },
    used: 7,
    limit: 10,
    tone: 'done',
  }),
})}`

const trackExample = () =>
  progressTrack({
    label: 'Where this enquiry is',
    steps: [
      { title: { text: 'Received' }, note: { text: '1 June 2026, by email' }, state: 'done' },
      { title: { text: 'With Priya Nair' }, note: { text: 'Streets and lighting' }, state: 'done' },
      { title: { text: 'Being looked into' }, note: { text: 'Next news by 4 June 2026' }, state: 'current' },
      { title: { text: 'Answer' }, note: { text: 'By 15 June 2026' }, state: 'ahead' },
    ],
  })

const conversationExample = () => html`${messages({
    label: 'Conversation',
    items: [
      { type: 'received', sender: "Maeve O'Brien", timestamp: '2026-06-01T08:12:00Z', html: question() },
      { type: 'sent', sender: 'Priya Nair', timestamp: '2026-06-01T13:05:00Z', html: answer() },
    ],
  })}
  <div class="os-note">
    <p class="govuk-body"><strong>Internal note.</strong> The contractor promised a van for Thursday.</p>
  </div>`

const question = () => html`<p class="govuk-body">
    The lane behind the old school has had no collection for two weeks. Could somebody look?
  </p>
  ${attachmentList([{ name: 'lane.jpg', href: '#file', note: 'JPEG, 1.2 MB' }])}`

const answer = () => html`<p class="govuk-body">Thank you. Which end of the lane is it, the mill or the bridge?</p>
  ${foldedQuote({ html: html`<p>On 1 June 2026 Maeve O'Brien wrote: the lane behind the old school …</p>` })}`

const timelineExample = () =>
  timeline({
    headingLevel: 4,
    items: [
      {
        label: { text: 'Asked the member a question' },
        byline: { text: 'Priya Nair' },
        datetime: { timestamp: '2026-06-01T13:05:00Z' },
        text: 'The clock is paused until the reply.',
      },
      {
        label: { text: 'Target missed' },
        datetime: { timestamp: '2026-06-01T09:00:00Z' },
        classes: 'os-timeline__item--late',
      },
      {
        label: { text: 'Receipt sent' },
        datetime: { timestamp: '2026-06-01T08:13:00Z' },
        classes: 'os-timeline__item--quiet',
      },
    ],
  })

const filterExample = () =>
  filter({
    heading: { text: 'Filter' },
    selectedFilters: {
      heading: { text: 'Chosen' },
      clearLink: { text: 'Clear filters', href: '#clear' },
      categories: [{ heading: { text: 'Ward' }, items: [{ text: 'Mill Bridge', href: '#ward' }] }],
    },
    optionsHtml: select({
      name: 'ward',
      label: { text: 'Ward' },
      items: [{ text: 'All wards', value: '' }, { text: 'Mill Bridge' }],
    }),
  })

const sortableExample = () =>
  sortableTable({
    caption: 'Core mailboxes',
    captionClasses: 'govuk-table__caption--s',
    head: [
      { text: 'Mailbox', sort: 'ascending' },
      { text: 'Open', sort: 'none', format: 'numeric' },
    ],
    firstCellIsHeader: true,
    rows: [
      [{ text: 'Parks' }, { text: '14', format: 'numeric' }],
      [{ text: 'Streets' }, { text: '42', format: 'numeric' }],
    ],
  })

const emptyExample = () =>
  emptyState({
    heading: { text: 'Nothing waits for you', level: 4 },
    text: 'New work appears here as soon as it is given to you or to your mailbox.',
    action: html`<a class="govuk-link" href="#all">See all open work</a>`,
  })
