import { permissionsOf, type Role } from '../roles.ts'

/** How somebody hears of something. `none`: by no mail; it stands where they work anyway. */
export type Rhythm = 'at-once' | 'daily' | 'weekly' | 'none'

/** News of what happened to an enquiry. */
export type EventTopic = 'progress' | 'new-work' | 'work' | 'replies' | 'chases' | 'mentions' | 'watching'

/** What is gathered for its reader by their role, whether or not anything happened. */
export type RoundUp = 'morning' | 'week' | 'pack'

export type Topic = EventTopic | RoundUp

/** `members` have enquiries of their own, `handlers` work on some, `officers` see the work list, `owners` sign weeks, `leaders` hold the review. */
type Audience = 'members' | 'handlers' | 'officers' | 'owners' | 'leaders'

type TopicFacts = {
  readonly label: string
  readonly means: string
  readonly rhythms: readonly Rhythm[]
  /** what holds until somebody chooses */
  readonly unless: Rhythm
  /** for whom the choice is shown */
  readonly for: Audience
  /** its choices in words, where they are not about a digest of news */
  readonly says?: Partial<Record<Rhythm, string>>
}

/**
 * Every kind of notice that can be chosen. What is not here always comes at once: see `alwaysSent`. A chase may wait for
 * a digest but is never dropped, because the ladder counts on it (domain, section 4).
 */
export const topics: Readonly<Record<Topic, TopicFacts>> = {
  progress: {
    label: 'What happens on my enquiries',
    means: 'Who has it, what was done, a date that moved, closed or opened again',
    rhythms: ['at-once', 'daily', 'weekly', 'none'],
    unless: 'at-once',
    for: 'members',
  },
  work: {
    label: 'Work given to me',
    means: 'An enquiry passed to you, or joined to one you hold',
    rhythms: ['at-once', 'daily', 'none'],
    unless: 'at-once',
    for: 'handlers',
  },
  replies: {
    label: 'Replies to my work',
    means: 'The member wrote about an enquiry you hold, or a part of an answer that you asked for has come',
    rhythms: ['at-once', 'daily', 'none'],
    unless: 'at-once',
    for: 'handlers',
  },
  'new-work': {
    label: 'New work in a mailbox I run',
    means: 'An enquiry that nobody has yet',
    rhythms: ['at-once', 'daily', 'none'],
    unless: 'at-once',
    for: 'handlers',
  },
  chases: {
    label: 'A member asks where it is',
    means: 'About what you hold or a mailbox you run. This cannot be left out: the member is owed a word',
    rhythms: ['at-once', 'daily'],
    unless: 'at-once',
    for: 'handlers',
  },
  mentions: {
    label: 'A colleague mentions me',
    means: 'Your name after an @ in a note, or ticked beside it',
    rhythms: ['at-once', 'daily', 'none'],
    unless: 'at-once',
    for: 'officers',
  },
  watching: {
    label: 'What I watch',
    means: 'Whatever happens to an enquiry on which you pressed Watch',
    rhythms: ['at-once', 'daily', 'none'],
    unless: 'none',
    for: 'officers',
  },
  morning: {
    label: 'My list of the morning',
    means: 'What you hold that is late or due within two working days',
    rhythms: ['daily', 'none'],
    unless: 'daily',
    for: 'handlers',
    says: { daily: 'Every working day, when there is something', none: 'By no email' },
  },
  week: {
    label: 'The week of my mailboxes',
    means: 'The figures of last week, for you to sign',
    rhythms: ['weekly', 'none'],
    unless: 'weekly',
    for: 'owners',
    says: { weekly: 'On Monday, when a week is to be signed', none: 'By no email' },
  },
  pack: {
    label: 'The pack of the leadership team',
    means: 'Its summary in words, with a link, when it is frozen',
    rhythms: ['at-once', 'none'],
    unless: 'at-once',
    for: 'leaders',
    says: { 'at-once': 'On the day it is frozen', none: 'By no email' },
  },
}

const roundUps: readonly Topic[] = ['morning', 'week', 'pack'] satisfies readonly RoundUp[]

/** Whether it is gathered by role and tells of no single event. */
export const isRoundUp = (topic: Topic): topic is RoundUp => roundUps.includes(topic)

export const topicNames = Object.keys(topics) as Topic[]

const rhythmWords: Record<Exclude<Rhythm, 'none'>, string> = {
  'at-once': 'At once',
  daily: 'In the daily digest',
  weekly: 'In the weekly digest',
}

/** A choice in words. What comes by no mail is still somewhere, and the words say where. */
export function inWordsFor(topic: Topic, rhythm: Rhythm): string {
  const own = topics[topic].says?.[rhythm]
  if (own) return own
  if (rhythm !== 'none') return rhythmWords[rhythm]
  return topics[topic].for === 'members' ? 'Only under My enquiries' : 'Only in For you'
}

/** What is sent at once whatever anybody chose, for members and for officers. */
export const alwaysSent: Readonly<Record<'members' | 'officers', readonly string[]>> = {
  members: [
    'the receipt, which proves that we have your enquiry',
    'answers, and questions we need you to reply to, with reminders of them',
    'a later date for an answer or a promise, with its reason, and a promise we did not keep',
    'what concerns the safety of your account: sign-in links, and changes to how you sign in',
  ],
  officers: [
    'an answer or a question of yours that could not be delivered',
    'work that somebody declined, nobody accepted or a partner let pass',
    'a part of an answer that is asked of you',
    'a promise of yours that is due, or was broken',
    'a sample of answers that waits for your scores',
    'an answer that waits for you to read it, or came back to you with a note',
    'what you agreed to do in a review when its date comes near or has passed, and a week of yours that is not signed by Thursday',
    'what concerns the safety of your account: sign-in links, and changes to how you sign in',
  ],
}

/** The topics that concern somebody with these roles. */
export function topicsFor(roles: readonly Role[]): Topic[] {
  const may = permissionsOf(roles)
  const concerned: Record<Audience, boolean> = {
    members: roles.includes('member'),
    handlers: may.has('enquiries.take'),
    officers: may.has('enquiries.worklist'),
    owners: may.has('review.sign-off'),
    leaders: roles.includes('lmt') || roles.includes('director'),
  }
  return topicNames.filter(topic => concerned[topics[topic].for])
}

/** What is in force where somebody chose: a choice that is no longer offered counts as none made. */
export const inForce = (topic: Topic, chosen: string | undefined): Rhythm =>
  topics[topic].rhythms.find(it => it === chosen) ?? topics[topic].unless

/** The least mail that this topic allows. */
export const leastOf = (topic: Topic): Rhythm => topics[topic].rhythms.at(-1)!
