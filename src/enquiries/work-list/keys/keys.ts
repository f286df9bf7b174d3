import { viewNamed, type ViewName } from '../views.ts'

/** What a single key does on the work list. The browser module acts by the same names. */
export const keys = [
  ['j', 'The next enquiry'],
  ['k', 'The one before'],
  ['o', 'Open it'],
  ['x', 'Tick it, or take the tick off'],
  ['t', 'Take or accept it'],
  ['b', 'To what can be done to the ticked ones'],
  ['/', 'Search'],
  ['f', 'Filters'],
  ['?', 'This page'],
] as const

/** After `g`, the view to go to. */
const goTo = {
  m: 'mine',
  b: 'mailboxes',
  u: 'unassigned',
  s: 'soon',
  o: 'overdue',
  w: 'waiting',
  l: 'lane',
  a: 'all',
} as const satisfies Record<string, ViewName>

/** Where each letter leads after `g`: its address and what stands there. */
export const ways: readonly { readonly letter: string; readonly text: string; readonly href: string }[] = [
  ...Object.entries(goTo).map(([letter, view]) => ({
    letter,
    text: viewNamed(view).text,
    href: `/enquiries?view=${view}`,
  })),
  { letter: 'v', text: 'Saved views', href: '/enquiries/views' },
  { letter: 'r', text: 'Recently seen', href: '/enquiries/seen' },
]
