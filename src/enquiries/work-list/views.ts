import type { Day } from '#kernel/day.ts'
import type { Filter, Order } from '../list.sql.ts'

/** For whom a view is drawn. */
export type Me = {
  readonly person: string
  readonly today: Day
  /** the last day that counts as soon: two working days on, where the ladder begins to warn */
  readonly soon: Day
}

type ViewFacts = {
  readonly text: string
  readonly filter: (me: Me) => Filter
  readonly order: Order
  /** it stands in the row only while something stands in it */
  readonly seldom?: true
  /** what an empty list says, and one helpful sentence */
  readonly empty: { readonly heading: string; readonly words: string }
}

/** The views of the work list; their names stand in its address. */
export const views = {
  mine: {
    text: 'Mine',
    filter: ({ person }) => ({ open: true, holder: person }),
    order: 'due',
    empty: {
      heading: 'You hold nothing',
      words: 'Take something from your mailboxes, and it stands here until it is answered.',
    },
  },
  mailboxes: {
    text: 'My mailboxes',
    filter: () => ({ open: true, inTheirMailboxes: true }),
    order: 'due',
    empty: {
      heading: 'Your mailboxes are empty',
      words: 'Everything is answered. New work appears here as soon as it reaches a mailbox that names you.',
    },
  },
  unassigned: {
    text: 'Unassigned',
    filter: () => ({ open: true, unassigned: true }),
    order: 'due',
    empty: { heading: 'Everything has a handler', words: 'Nothing waits to be taken or allocated.' },
  },
  soon: {
    text: 'Due soon',
    filter: ({ today, soon }) => ({ dueFrom: today, dueUntil: soon }),
    order: 'due',
    empty: {
      heading: 'Nothing is due soon',
      words: 'What is due today or in the next two working days stands here, before it is late.',
    },
  },
  overdue: {
    text: 'Overdue',
    filter: ({ today }) => ({ dueBefore: today }),
    order: 'due',
    empty: { heading: 'Nothing is late', words: 'Every open enquiry that you may see is still within its time.' },
  },
  waiting: {
    text: 'Waiting',
    filter: () => ({ status: ['waiting-for-member'] }),
    order: 'due',
    empty: {
      heading: 'No question is open',
      words: 'Enquiries stand here while a member still has to reply to a question. Their clock stands still.',
    },
  },
  review: {
    text: 'In review',
    filter: () => ({ status: ['in-review'] }),
    order: 'due',
    seldom: true,
    empty: {
      heading: 'Nothing is in review',
      words: 'An answer that needs a second pair of eyes stands here until somebody has looked at it.',
    },
  },
  partner: {
    text: 'With a partner',
    filter: () => ({ status: ['with-partner'] }),
    order: 'due',
    seldom: true,
    empty: {
      heading: 'Nothing is with a partner',
      words: 'What a partner organisation was handed stands here until it comes back. The council’s clock runs on.',
    },
  },
  lane: {
    text: 'After an answer',
    filter: () => ({ inLane: true }),
    order: 'lane',
    empty: {
      heading: 'Nobody wrote after an answer',
      words: 'When a member writes after the answer, it stands here until somebody has looked at it.',
    },
  },
  all: {
    text: 'All I may see',
    filter: () => ({ open: true }),
    order: 'due',
    empty: {
      heading: 'No open enquiries',
      words: 'None of those that you may see is open. Choose a status to look at answered and closed ones.',
    },
  },
} as const satisfies Record<string, ViewFacts>

export type ViewName = keyof typeof views

export const viewNames = Object.keys(views) as ViewName[]

export const viewNamed = (name: ViewName): ViewFacts => views[name]

export const isView = (name: string | null | undefined): name is ViewName =>
  typeof name === 'string' && Object.hasOwn(views, name)

/**
 * The view of an address that names none: the mailboxes of whoever is named in any; what nobody has yet for who gives
 * work out, unless the address narrows the list by itself; else everything.
 */
export function usualView(who: { named: boolean; allocates: boolean }, isNarrowed: boolean): ViewName {
  if (who.named) return 'mailboxes'
  return who.allocates && !isNarrowed ? 'unassigned' : 'all'
}
