import { failingPath } from '#mail/door.ts'
import { mayDo, type Viewer } from '#platform/http/viewer.ts'

export type Section = {
  readonly text: string
  readonly href: string
  readonly may: string
  readonly means: string
  /** it is there only where letters are read instead of sent */
  readonly demonstration?: true
  /** so many things wait there, as far as the menu knows */
  readonly counts?: keyof Counts
}

/** What the menu counts, a little behind. */
export type Counts = { readonly failing: number }

/** The sections of the house in the order of a working day; everybody sees those that are open to them. */
const sections: readonly Section[] = [
  {
    text: 'My enquiries',
    href: '/enquiries/mine',
    may: 'enquiries.track',
    means: 'What you asked, who has it and when you will hear',
  },
  {
    text: 'New enquiry',
    href: '/enquiries/new',
    may: 'enquiries.raise',
    means: 'Ask the council something for somebody you represent',
  },
  { text: 'Work list', href: '/enquiries', may: 'enquiries.worklist', means: 'Open work, the most urgent first' },
  {
    text: 'Board',
    href: '/enquiries/board',
    may: 'enquiries.board',
    means: 'How your mailboxes stand: what is late, who has how much, and whether it can be done in time',
  },
  {
    text: 'For you',
    href: '/enquiries/for-you',
    may: 'enquiries.worklist',
    means: 'Work given to you, replies, mentions, and news of what you watch',
  },
  {
    text: 'Search',
    href: '/enquiries/search',
    may: 'enquiries.read',
    means: 'Find an enquiry by its words, its number, a name or a place',
  },
  {
    text: 'Record a contact',
    href: '/enquiries/record',
    may: 'enquiries.record',
    means: 'A call or a conversation, in under 30 seconds',
  },
  {
    text: 'Handed over to you',
    href: '/hand-overs',
    may: 'enquiries.partner',
    means: 'What the council needs your organisation to deal with',
  },
  {
    text: 'Asked of you',
    href: '/contributions',
    may: 'enquiries.contribute',
    means: 'Parts of answers that colleagues need from you',
  },
  {
    text: 'Leadership list',
    href: '/escalation/leadership',
    may: 'escalation.read',
    means: 'What is so late that the leadership team sees it until it is answered',
  },
  {
    text: 'Quarantine',
    href: '/mail/quarantine',
    may: 'mail.quarantine',
    means: 'Mail that could not be filed by itself',
  },
  {
    text: 'Failing addresses',
    href: failingPath,
    may: 'mail.failing',
    means: 'Where email comes back from, and what to do about it',
    counts: 'failing',
  },
  {
    text: 'Quality',
    href: '/quality',
    may: 'quality.view',
    means: 'How good answers are: scores, ratings, samples and examples',
  },
  {
    text: 'Figures',
    href: '/reports',
    may: 'reports.view',
    means: 'How well and how quickly the council answers, and the enquiries behind every figure',
  },
  {
    text: 'Monthly review',
    href: '/review',
    may: 'review.follow',
    means: 'The month in figures, what was decided and what became of it',
  },
  {
    text: 'Weekly sign-off',
    href: '/review/sign-off',
    may: 'review.sign-off',
    means: 'Sign the week of the mailboxes you run, and say why answers were late',
  },
  { text: 'Mailboxes', href: '/mailboxes', may: 'mailboxes.view', means: 'Who answers for what' },
  { text: 'Calendar', href: '/clock/calendar', may: 'clock.view', means: 'Bank holidays and closure days' },
  { text: 'People', href: '/people', may: 'people.directory', means: 'Members, officers and partners' },
  { text: 'Topics', href: '/topics', may: 'mailboxes.administer', means: 'What enquiries are about and where they go' },
  { text: 'Escalation', href: '/escalation', may: 'escalation.edit', means: 'How late work climbs, for each service' },
  { text: 'Settings', href: '/settings', may: 'people.administer', means: 'What the council may change' },
  {
    text: 'Webhooks',
    href: '/connections/webhooks',
    may: 'connections.administer',
    means: 'Telling other systems what happens',
  },
  {
    text: 'Data protection',
    href: '/privacy/desk',
    may: 'privacy.see',
    means: 'Sensitive matters that slipped, what people ask about their own data, how long things are kept',
  },
  {
    text: 'Data requests',
    href: '/privacy/requests',
    may: 'privacy.redact',
    means: 'What somebody asked to have of their own data, where some of it is in your mailboxes',
  },
  {
    text: 'Incidents',
    href: '/privacy/incidents',
    may: 'privacy.incidents',
    means: 'Private matters that reached somebody they were not for, and what is done about it',
  },
  { text: 'Audit', href: '/audit', may: 'audit.read', means: 'Who did and who saw what' },
  {
    text: 'Outbox',
    href: '/outbox',
    may: 'mail.outbox',
    means: 'Mail the demonstration would have sent',
    demonstration: true,
  },
]

/** `demonstration`: letters are kept to be read, because there is no mail server to send them. */
export const sectionsFor = (
  viewer: Viewer,
  demonstration: boolean,
  counts: Counts = { failing: 0 },
): readonly Section[] =>
  viewer.via === 'public'
    ? []
    : sections
        .filter(section => mayDo(viewer, section.may) && (demonstration || !section.demonstration))
        .map(section => ({ ...section, text: `${textFor(section, viewer)}${counted(section, counts)}` }))

export const morePath = '/more'

/** So many stand in the menu beside each other before it becomes a search of its own. */
const mostInMenu = 8

type Menu = {
  readonly first: readonly Section[]
  /** what did not fit, and the words that lead there */
  readonly more?: { readonly text: string; readonly sections: readonly Section[] }
}

/** The menu: everything where that is little, else the first of it and the way to the rest, with what waits there. */
export function menuFor(viewer: Viewer, demonstration: boolean, counts: Counts): Menu {
  const all = sectionsFor(viewer, demonstration, counts)
  if (all.length <= mostInMenu) return { first: all }
  const sections = all.slice(mostInMenu - 1)
  const waiting = sections.reduce((sum, it) => sum + (it.counts ? counts[it.counts] : 0), 0)
  return { first: all.slice(0, mostInMenu - 1), more: { text: waiting > 0 ? `More (${waiting})` : 'More', sections } }
}

const counted = ({ counts: what }: Section, counts: Counts): string =>
  what && counts[what] > 0 ? ` (${counts[what]})` : ''

/** What is a member's own is other people's to an officer who follows it; a list of work is one to read to who may not act. */
function textFor({ href, text }: Section, viewer: Viewer): string {
  const own = viewer.roles.includes('member') || viewer.roles.includes('assistant')
  if (href === '/enquiries/mine' && !own) return 'Members’ enquiries'
  return href === '/enquiries' && !mayDo(viewer, 'enquiries.take') ? 'Enquiries' : text
}
