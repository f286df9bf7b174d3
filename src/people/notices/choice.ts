import type { Role } from '../roles.ts'

/** How often somebody hears of something. */
export type Rhythm = 'at-once' | 'daily' | 'weekly' | 'none'

export type Topic = 'receipts' | 'progress' | 'work' | 'chases'

type TopicFacts = {
  readonly label: string
  readonly means: string
  readonly rhythms: readonly Rhythm[]
  /** for whom the choice is shown: members, or whoever works on enquiries */
  readonly for: 'members' | 'officers'
}

/**
 * What can be chosen. Answers and questions to the member, and whatever concerns signing in, are not here: they always
 * come at once. A chase may wait for a digest but is never dropped, because the ladder counts on it.
 */
export const topics: Readonly<Record<Topic, TopicFacts>> = {
  receipts: {
    label: 'We have your enquiry',
    means: 'The receipt with number and date, for each enquiry',
    rhythms: ['at-once', 'daily', 'weekly', 'none'],
    for: 'members',
  },
  progress: {
    label: 'How an enquiry stands',
    means: 'Who has it, what was done, a new date, closed or opened again',
    rhythms: ['at-once', 'daily', 'weekly', 'none'],
    for: 'members',
  },
  work: {
    label: 'Work for you',
    means: 'An enquiry given to you, or something the member wrote about one you hold',
    rhythms: ['at-once', 'daily', 'none'],
    for: 'officers',
  },
  chases: {
    label: 'A member asks where it is',
    means: 'About what you hold or a mailbox you run',
    rhythms: ['at-once', 'daily'],
    for: 'officers',
  },
}

export const topicNames = Object.keys(topics) as Topic[]

export const rhythmWords: Record<Rhythm, string> = {
  'at-once': 'At once',
  daily: 'In one email a day',
  weekly: 'In one email a week',
  none: 'Not by email',
}

/** The topics that concern somebody with these roles. */
export function topicsFor(roles: readonly Role[]): Topic[] {
  const isOfficer = roles.some(role => role !== 'member' && role !== 'assistant')
  return topicNames.filter(topic => (topics[topic].for === 'officers' ? isOfficer : roles.includes('member')))
}

/** What is in force where somebody chose: a choice that is no longer offered counts as none made. */
export const inForce = (topic: Topic, chosen: string | undefined): Rhythm =>
  topics[topic].rhythms.find(it => it === chosen) ?? 'at-once'
