import { html } from '#platform/views/html.ts'
import { accordion } from './accordion.ts'
import { alert } from './alert.ts'
import { backLink } from './back-link.ts'
import { banner } from './banner.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { cookieBanner } from './cookie-banner.ts'
import { details } from './details.ts'
import { insetText } from './inset-text.ts'
import { logo } from './logo.ts'
import { notificationBadge } from './notification-badge.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { phaseBanner } from './phase-banner.ts'
import { sideNavigation } from './side-navigation.ts'
import type { Example } from './style-page.ts'
import { subNavigation } from './sub-navigation.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tabs } from './tabs.ts'
import { tag } from './tag.ts'
import { taskList } from './task-list.ts'
import { warningText } from './warning-text.ts'

/** What frames and fills pages. */
export const pageExamples = (): readonly Example[] => [
  ['Word mark', logo()],
  [
    'Notification banner',
    notificationBanner({
      type: 'success',
      role: 'region',
      titleId: 'sent',
      text: 'Your answer was sent to Maeve O’Brien',
    }),
  ],
  ['Alerts', alertsExample()],
  ['Banner', banner({ type: 'information', text: 'This enquiry has moved to Parks.' })],
  [
    'Panel',
    panel({
      titleText: 'Enquiry sent',
      headingLevel: 4,
      html: html`Your reference<br /><strong>ME-2026-000123</strong>`,
    }),
  ],
  ['Phase banner', phaseBanner({ tag: { text: 'Demonstration' }, text: 'Tessbridge is an invented council.' })],
  [
    'Cookie banner',
    cookieBanner({
      messages: [
        {
          headingText: 'Cookies',
          text: 'Only the ones that keep you signed in.',
          actions: [{ text: 'Hide', type: 'button' }],
        },
      ],
    }),
  ],
  ['Back link', backLink({ href: '#back', text: 'Back to the list' })],
  ['Breadcrumbs', breadcrumbs({ items: [{ text: 'Work', href: '#work' }, { text: 'ME-2026-000123' }] })],
  ['Sub navigation', viewsExample()],
  [
    'Side navigation',
    sideNavigation({
      label: 'Set-up',
      items: [
        { text: 'Members', href: '#m', active: true },
        { text: 'Wards', href: '#w' },
      ],
    }),
  ],
  ['Summary list', factsExample()],
  ['Table', tableExample()],
  [
    'Tabs',
    tabs({
      idPrefix: 'tab',
      items: [
        { label: 'Facts', panel: { text: 'The facts.' } },
        { label: 'Files', panel: { text: 'The files.' } },
      ],
    }),
  ],
  ['Accordion', accordionExample()],
  ['Task list', tasksExample()],
  ['Details', details({ summaryText: 'How this date was worked out', text: 'Ten working days after 1 June 2026.' })],
  ['Inset text', insetText({ text: 'The member asked to be called rather than written to.' })],
  ['Warning text', warningText({ text: 'Withdrawing closes the enquiry for everybody.' })],
  ['Tag', tag({ text: 'Planned' })],
  [
    'Pagination',
    pagination({
      previous: { href: '#p1' },
      next: { href: '#p3' },
      items: [
        { number: 1, href: '#p1' },
        { number: 2, href: '#p2', current: true },
        { ellipsis: true },
        { number: 9, href: '#p9' },
      ],
    }),
  ],
]

const alertsExample = () => html` ${alert({ title: 'Saved', variant: 'success', text: 'Your note was saved.' })}
${alert({ title: 'New message', variant: 'information', text: 'Something new arrived while you were writing.' })}
${alert({ title: 'Not answered', variant: 'warning', text: 'Question 2 has no answer yet.' })}
${alert({ title: 'Not sent', variant: 'error', text: 'The last mail came back. Check the address.' })}`

const viewsExample = () =>
  subNavigation({
    label: 'Views',
    items: [
      {
        html: html`Mine ${notificationBadge({ text: 7, visuallyHiddenText: 'enquiries' })}`,
        href: '#mine',
        active: true,
      },
      { text: 'My mailboxes', href: '#mailboxes' },
      { text: 'Waiting', href: '#waiting' },
    ],
  })

const factsExample = () =>
  summaryList({
    card: { title: { text: 'The enquiry', headingLevel: 4 } },
    rows: [
      { key: { text: 'Member' }, value: { text: 'Maeve O’Brien, Mill Bridge' } },
      {
        key: { text: 'Topic' },
        value: { text: 'Missed collections' },
        actions: { items: [{ href: '#topic', text: 'Change', visuallyHiddenText: 'topic' }] },
      },
      { key: { text: 'Received' }, value: { text: '1 June 2026 by email' } },
    ],
  })

const tableExample = () =>
  table({
    caption: 'Answered in target',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'Month' }, { text: 'Answered', format: 'numeric' }, { text: 'In target', format: 'numeric' }],
    firstCellIsHeader: true,
    rows: [
      [{ text: 'April 2026' }, { text: '312', format: 'numeric' }, { text: '95%', format: 'numeric' }],
      [{ text: 'May 2026' }, { text: '287', format: 'numeric' }, { text: '97%', format: 'numeric' }],
    ],
  })

const accordionExample = () =>
  accordion({
    id: 'standard',
    headingLevel: 4,
    items: [
      {
        heading: { text: 'What a good answer says' },
        content: { text: 'The decision, the reason, and what happens next.' },
      },
      { heading: { text: 'What it never says' }, content: { text: 'Anything about somebody else.' } },
    ],
  })

const tasksExample = () =>
  taskList({
    items: [
      { title: { text: 'Choose your mailboxes' }, href: '#one', status: { text: 'Completed' } },
      {
        title: { text: 'Sign off the standard' },
        href: '#two',
        status: { tag: { text: 'To do', classes: 'govuk-tag--yellow' } },
      },
    ],
  })
