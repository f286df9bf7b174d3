import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { suite, test } from 'node:test'
import { alert } from '#platform/views/components/alert.ts'
import { badge } from '#platform/views/components/badge.ts'
import { banner } from '#platform/views/components/banner.ts'
import { buttonMenu } from '#platform/views/components/button-menu.ts'
import { datePicker } from '#platform/views/components/date-picker.ts'
import { filter } from '#platform/views/components/filter.ts'
import { identityBar } from '#platform/views/components/identity-bar.ts'
import { messages } from '#platform/views/components/messages.ts'
import { multiFileUpload } from '#platform/views/components/multi-file-upload.ts'
import { notificationBadge } from '#platform/views/components/notification-badge.ts'
import { pageHeaderActions } from '#platform/views/components/page-header-actions.ts'
import { search } from '#platform/views/components/search.ts'
import { sideNavigation } from '#platform/views/components/side-navigation.ts'
import { sortableTable } from '#platform/views/components/sortable-table.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { Html, trusted } from '#platform/views/html.ts'
import { sameDocument } from './components-dom.ts'

// The oracle formats dates in the zone of the process; ours are always London's.
process.env['TZ'] = 'Europe/London'

// Neither package brings types for these.
const require = createRequire(import.meta.url)
const nunjucks = require('nunjucks') as {
  Environment: new (loader: object) => {
    render(path: string, context: object): string
    addFilter(name: string, words: unknown): void
  }
  FileSystemLoader: new (folders: string[]) => object
}
const filters = (require('@ministryofjustice/frontend/moj/filters/all') as () => Record<string, unknown>)()
const oracle = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(['node_modules/@ministryofjustice/frontend', 'node_modules/govuk-frontend/dist']),
)
for (const [name, words] of Object.entries(filters)) oracle.addFilter(name, words)

type Sample = [component: string, draw: (params: never) => Html, params: object, why: string]

const emphasis = trusted('<em>Bins</em> & more'.replace('&', '&amp;'))
const attributes = { 'data-of': 'a "quote" & more' }
const moment = '2026-06-01T13:05:00Z'
const file = { fileName: 'a1', originalFileName: 'Bins & lanes.jpg', deleteButton: { text: 'Delete' } }
const bothFilters = {
  heading: { text: 'Selected filters' },
  clearLink: { text: 'Clear filters', href: '/work' },
  categories: [{ heading: { html: emphasis }, items: [{ text: 'At risk', href: '/work?a=1&b=2' }] }],
}

const samples: Sample[] = [
  [
    'timeline',
    timeline,
    { items: [event({ text: 'Taken' }), event({ html: emphasis, byline: { text: "Orla O'Brien" } })] },
    'two events',
  ],
  [
    'timeline',
    timeline,
    {
      headingLevel: 3,
      classes: 'x',
      attributes,
      items: [event({ text: 'Sent', type: 'shortdate', at: '2026-01-31T00:30:00Z' })],
    },
    'level, class, short date',
  ],
  [
    'timeline',
    timeline,
    {
      items: [
        event({ text: 'Noon', at: '2026-12-01T12:00:00Z' }),
        event({ text: 'Midnight', at: '2026-06-01T23:00:00Z' }),
      ],
    },
    'full hours, summer time',
  ],
  ['badge', badge, { text: 'Urgent & new', classes: 'moj-badge--red', attributes }, 'text, class'],
  ['badge', badge, { html: emphasis }, 'markup'],
  ['notification-badge', notificationBadge, { text: '7', visuallyHiddenText: 'waiting', attributes }, 'a few'],
  ['notification-badge', notificationBadge, { text: 120, classes: 'x' }, 'many'],
  ['notification-badge', notificationBadge, { text: 0 }, 'none'],
  ['alert', alert, { title: 'Saved' }, 'only a title'],
  [
    'alert',
    alert,
    {
      title: 'Saved',
      variant: 'success',
      text: 'Your answer was sent',
      dismissible: true,
      dismissText: 'Close',
      role: 'status',
    },
    'success',
  ],
  [
    'alert',
    alert,
    {
      title: 'Careful',
      variant: 'warning',
      html: emphasis,
      showTitleAsHeading: true,
      headingTag: 'h3',
      classes: 'x',
      attributes,
    },
    'warning with heading',
  ],
  [
    'alert',
    alert,
    {
      title: 'Failed',
      variant: 'error',
      text: 'Not sent',
      showTitleAsHeading: true,
      disableAutoFocus: true,
      focusOnDismissSelector: '#a',
    },
    'error',
  ],
  ['banner', banner, { text: 'Plain' }, 'plain'],
  ['banner', banner, { type: 'success', text: 'Done', classes: 'x' }, 'success'],
  ['banner', banner, { type: 'warning', html: emphasis, iconFallbackText: 'Warning' }, 'warning'],
  ['banner', banner, { type: 'information', text: 'Know this', attributes: { id: 'b' } }, 'information'],
  [
    'sub-navigation',
    subNavigation,
    {
      items: [
        { text: 'Mine', href: '/a', active: true },
        { html: emphasis, href: '/b', classes: 'x', attributes },
      ],
    },
    'two views',
  ],
  ['sub-navigation', subNavigation, { label: 'Views', classes: 'y', attributes, items: [] }, 'label'],
  [
    'side-navigation',
    sideNavigation,
    {
      label: 'Admin',
      items: [
        { text: 'Wards', href: '/w', active: true },
        { html: emphasis, href: '/m', attributes },
      ],
    },
    'plain',
  ],
  [
    'side-navigation',
    sideNavigation,
    {
      classes: 'x',
      attributes,
      sections: [
        {
          heading: { text: 'People', headingLevel: 2, classes: 'y', attributes },
          items: [{ text: 'Members', href: '/m' }],
        },
        { heading: { html: emphasis }, items: [] },
      ],
    },
    'sections',
  ],
  [
    'page-header-actions',
    pageHeaderActions,
    {
      heading: { text: 'Work' },
      items: [
        { text: 'New', href: '/new' },
        { text: 'Print', classes: 'govuk-button--secondary' },
      ],
    },
    'with buttons',
  ],
  [
    'page-header-actions',
    pageHeaderActions,
    { heading: { html: emphasis, level: 2, classes: 'govuk-heading-l' }, classes: 'x', attributes },
    'without',
  ],
  [
    'button-menu',
    buttonMenu,
    {
      button: { text: 'Acts', classes: 'govuk-button--secondary' },
      alignMenu: 'right',
      classes: 'x',
      attributes,
      items: [
        { text: 'Move', href: '/m' },
        { text: 'Join', name: 'act', value: 'join', classes: 'y' },
      ],
    },
    'both kinds',
  ],
  [
    'identity-bar',
    identityBar,
    { title: { text: 'ME-2026-000123' }, menus: [{ items: [{ text: 'Take' }] }] },
    'with menu',
  ],
  ['identity-bar', identityBar, { classes: 'x', attributes }, 'bare'],
  ['filter', filter, { heading: { text: 'Filter' }, optionsHtml: emphasis }, 'nothing chosen'],
  [
    'filter',
    filter,
    {
      heading: { html: emphasis },
      selectedFilters: bothFilters,
      submit: { text: 'Show', attributes },
      optionsHtml: trusted('<p>x</p>'),
      attributes,
    },
    'chosen',
  ],
  ['search', search, { action: '/search', label: { text: 'Search' }, button: { text: 'Search' } }, 'plain'],
  [
    'search',
    search,
    {
      action: '/search',
      method: 'post',
      csrf: { value: 'c' },
      label: { text: 'Find', classes: 'x' },
      hint: { text: 'Reference or words' },
      input: { id: 'q', name: 'q', value: 'a & b' },
      button: { text: 'Find' },
      layout: 'stacked',
      classes: 'y',
      attributes,
    },
    'stacked',
  ],
  [
    'search',
    search,
    { action: '/search', label: { text: 'Search' }, iconButton: true, button: { text: 'Go', id: 'go', classes: 'z' } },
    'looking glass',
  ],
  ['date-picker', datePicker, { id: 'on', name: 'on', label: { text: 'Date' } }, 'plain'],
  [
    'date-picker',
    datePicker,
    {
      id: 'on',
      name: 'on',
      value: '1/6/2026',
      label: { text: 'Date' },
      hint: { text: 'For example 17/5/2026' },
      errorMessage: { text: 'Enter a date' },
      minDate: '1/6/2026',
      maxDate: '30/6/2026',
      excludedDates: '2/6/2026',
      excludedDays: 'saturday sunday',
      leadingZeros: true,
      weekStartDay: 'monday',
      classes: 'x',
      attributes,
    },
    'everything',
  ],
  [
    'multi-file-upload',
    multiFileUpload,
    { uploadedFiles: { heading: { text: 'Files' }, items: [] }, uploadHtml: emphasis },
    'none yet',
  ],
  [
    'multi-file-upload',
    multiFileUpload,
    {
      uploadedFiles: {
        heading: { html: emphasis },
        items: [
          { ...file, message: { text: 'a & b' } },
          { ...file, message: { html: emphasis } },
        ],
      },
      uploadHtml: emphasis,
      classes: 'x',
      attributes,
    },
    'two files',
  ],
  [
    'messages',
    messages,
    { items: [said('sent', moment), said('received', '2026-06-01T14:00:00Z'), said('sent', '2026-06-02T08:30:00Z')] },
    'two days',
  ],
  [
    'messages',
    messages,
    {
      id: 'talk',
      label: 'Conversation',
      classes: 'x',
      attributes,
      items: [{ ...said('received', moment), id: 4, html: emphasis }],
    },
    'label, id',
  ],
]

suite('components draw what MoJ Frontend draws', () => {
  for (const [component, draw, params, why] of samples) {
    test(`${component}: ${why}`, () => {
      const expected = oracle.render(`moj/components/${component}/template.njk`, { params: plain(params) })
      sameDocument(withoutMachineDates(draw(params as never).text), withoutMachineDates(expected))
    })
  }
})

test('machine-readable dates are real ones, which the templates leave to chance', () => {
  const drawn = messages({ items: [said('sent', moment)] }).text + timeline({ items: [event({ text: 'x' })] }).text
  assert.deepEqual(drawn.match(/datetime="[^"]*"/g), Array(3).fill('datetime="2026-06-01T13:05:00.000Z"'))
})

test('a sortable table carries what the sorting module looks for', () => {
  const head = [{ text: 'Due', sort: 'ascending' as const }, { text: 'Subject' }]
  const drawn = sortableTable({ head, rows: [[{ text: '1 June', sortValue: 20260601 }, { text: 'Bins' }]] }).text
  assert.match(drawn, /<table class="govuk-table" data-module="moj-sortable-table">/)
  assert.match(drawn, /aria-sort="ascending">Due/)
  assert.match(drawn, /data-sort-value="20260601">1 June/)
  assert.equal(drawn.match(/aria-sort/g)?.length, 1)
})

function event(it: { text?: string; html?: Html; byline?: object; type?: string; at?: string }) {
  const { text, html: markup, byline, type = 'datetime', at = moment } = it
  return {
    label: { text: 'It & that' },
    text,
    html: markup,
    byline,
    datetime: { timestamp: at, type: type as 'datetime' },
  }
}

function said(type: 'sent' | 'received', timestamp: string) {
  return { type, timestamp, sender: "Ní Mhurchú & O'Brien", text: 'Hello <b>there</b>' }
}

const withoutMachineDates = (markup: string): string => markup.replace(/ datetime="[^"]*"/g, '')

/** The templates take markup as strings. */
function plain(params: unknown): unknown {
  if (params instanceof Html) return params.text
  if (Array.isArray(params)) return params.map(plain)
  if (params === null || typeof params !== 'object') return params
  const entries = Object.entries(params).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, plain(value)]))
}
