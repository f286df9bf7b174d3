import type { Channel } from './enquiry-texts.ts'

/** How a mailbox does: how much comes, when, and how well it is answered. All are shares from 0 to 1, but the first. */
export type MailboxProfile = {
  /** share of all enquiries, against the other mailboxes */
  readonly volume: number
  /** against an ordinary month (1), January first */
  readonly months: readonly number[]
  /** answered within the target */
  readonly inTarget: number
  /** of the late ones, those very late: more than five working days over */
  readonly veryLate: number
  /** answers that the member says do not answer */
  readonly disagrees: number
  /** enquiries in which the officer asks something back */
  readonly asks: number
  /** answers that promise something by a date */
  readonly promises: number
  /** answers that are poor */
  readonly poor: number
}

const seasons = {
  even: [1, 1, 1, 1, 1, 1, 0.95, 0.8, 1.05, 1.05, 1, 0.75],
  potholes: [1.7, 1.9, 1.6, 1.1, 0.8, 0.6, 0.6, 0.5, 0.7, 0.9, 1.1, 1.3],
  dark: [1.5, 1.2, 0.9, 0.7, 0.5, 0.5, 0.5, 0.6, 0.9, 1.4, 1.8, 1.6],
  wet: [1.4, 1.5, 1.1, 0.8, 0.6, 0.6, 0.7, 0.8, 0.8, 1.3, 1.5, 1.3],
  green: [0.4, 0.5, 0.9, 1.3, 1.7, 1.8, 1.7, 1.4, 1, 0.7, 0.4, 0.3],
  cold: [1.8, 1.6, 1.2, 0.8, 0.6, 0.5, 0.4, 0.4, 0.7, 1.1, 1.5, 1.5],
  nights: [0.7, 0.7, 0.8, 1, 1.2, 1.3, 1.5, 1.5, 1.1, 1.2, 1, 0.7],
  bills: [0.9, 1.1, 2, 1.7, 1, 0.9, 0.8, 0.8, 0.9, 0.8, 0.7, 0.5],
  schools: [0.8, 0.9, 1.5, 1.6, 1.2, 0.9, 0.7, 1, 1.8, 1.1, 0.7, 0.5],
  polls: [0.6, 0.8, 1.6, 2.2, 2, 0.8, 0.5, 0.6, 1, 1, 0.7, 0.4],
  bins: [1.6, 1, 0.9, 1.1, 1, 1, 1, 1, 0.9, 0.9, 0.9, 1],
} as const

type Season = keyof typeof seasons

/** Mailbox · volume · season · in target · very late · disagrees · asks · promises · poor. */
const table = `
streets · 16 · potholes · 0.81 · 0.4 · 0.14 · 0.22 · 0.6 · 0.12
street-lighting · 5 · dark · 0.97 · 0.1 · 0.04 · 0.1 · 0.7 · 0.03
drainage · 4 · wet · 0.86 · 0.3 · 0.1 · 0.18 · 0.5 · 0.08
road-safety · 6 · even · 0.78 · 0.4 · 0.18 · 0.15 · 0.4 · 0.15
waste · 13 · bins · 0.93 · 0.2 · 0.08 · 0.15 · 0.5 · 0.06
street-cleaning · 7 · green · 0.95 · 0.15 · 0.06 · 0.14 · 0.5 · 0.04
parks · 6 · green · 0.92 · 0.2 · 0.06 · 0.12 · 0.5 · 0.05
trees · 4 · wet · 0.83 · 0.4 · 0.15 · 0.15 · 0.4 · 0.1
planning · 7 · even · 0.87 · 0.3 · 0.12 · 0.12 · 0.3 · 0.1
planning-enforcement · 3 · even · 0.7 · 0.6 · 0.22 · 0.16 · 0.4 · 0.18
parking · 7 · even · 0.94 · 0.2 · 0.08 · 0.2 · 0.4 · 0.05
housing-advice · 8 · cold · 0.76 · 0.5 · 0.14 · 0.3 · 0.5 · 0.12
housing-repairs · 8 · cold · 0.72 · 0.5 · 0.2 · 0.22 · 0.7 · 0.16
tess-valley-homes · 2 · cold · 0.85 · 0.3 · 0.12 · 0.18 · 0.7 · 0.08
anti-social-behaviour · 5 · nights · 0.88 · 0.3 · 0.12 · 0.2 · 0.5 · 0.08
environmental-health · 4 · nights · 0.91 · 0.2 · 0.1 · 0.22 · 0.5 · 0.06
licensing · 2 · nights · 0.96 · 0.1 · 0.05 · 0.1 · 0.4 · 0.03
leisure-and-libraries · 2 · even · 0.97 · 0.1 · 0.04 · 0.08 · 0.5 · 0.02
council-tax · 6 · bills · 0.95 · 0.2 · 0.07 · 0.28 · 0.5 · 0.05
benefits · 3 · bills · 0.9 · 0.3 · 0.08 · 0.28 · 0.5 · 0.05
adult-social-care · 4 · cold · 0.82 · 0.4 · 0.1 · 0.25 · 0.5 · 0.08
school-admissions · 3 · schools · 0.94 · 0.2 · 0.12 · 0.18 · 0.4 · 0.04
special-educational-needs · 3 · schools · 0.74 · 0.5 · 0.16 · 0.2 · 0.6 · 0.12
elections · 1.5 · polls · 0.97 · 0.1 · 0.03 · 0.1 · 0.4 · 0.02
information-requests · 4 · even · 0.71 · 0.5 · 0.15 · 0.2 · 0.3 · 0.12
safeguarding-adults · 0.6 · even · 0.98 · 0 · 0.02 · 0.3 · 0.2 · 0
safeguarding-children · 0.4 · even · 0.99 · 0 · 0.02 · 0.3 · 0.2 · 0
human-resources · 0.4 · even · 0.93 · 0.1 · 0.06 · 0.2 · 0.2 · 0.02
`

/** By the key of the mailbox. */
export const mailboxProfiles: ReadonlyMap<string, MailboxProfile> = new Map(table.trim().split('\n').map(profileIn))

function profileIn(line: string): [string, MailboxProfile] {
  const [mailbox = '', volume, season, ...shares] = line.split(' · ')
  const [inTarget = 0, veryLate = 0, disagrees = 0, asks = 0, promises = 0, poor = 0] = shares.map(Number)
  const months = seasons[season as Season]
  return [mailbox, { volume: Number(volume), months, inTarget, veryLate, disagrees, asks, promises, poor }]
}

/** How enquiries come; shares of all, and how many of each came direct, past One Stop, or were registered late. */
export const channelMix: readonly { channel: Channel; share: number; direct: number; late: number }[] = [
  { channel: 'email', share: 0.45, direct: 0.08, late: 0.02 },
  { channel: 'web', share: 0.3, direct: 0, late: 0 },
  { channel: 'phone', share: 0.15, direct: 0.35, late: 0.1 },
  { channel: 'in-person', share: 0.05, direct: 0.7, late: 0.25 },
  { channel: 'senior-manager', share: 0.03, direct: 1, late: 0.3 },
  { channel: 'letter', share: 0.02, direct: 0.3, late: 0.15 },
]

/** Enquiries by day of the week, Monday first: members write at weekends too. */
export const weekdayShares: readonly number[] = [1.35, 1.15, 1.05, 1, 0.95, 0.3, 0.4]

/** What else befalls enquiries, whichever mailbox they are in: shares of those it can befall. */
export const otherRates = {
  // how they begin
  complaint: 0.02,
  mpEnquiry: 0.012,
  misrouted: 0.05,
  askedAgain: 0.012,
  askedByColleagues: 0.012,
  askedLater: 0.02,
  relatedLater: 0.015,
  // how they are given out
  allocated: 0.3,
  acceptedLate: 0.15,
  declined: 0.08,
  handedOn: 0.02,
  givenBack: 0.008,
  kindChanged: 0.015,
  // while they are worked on
  adds: 0.04,
  reviewed: 0.09,
  returned: 0.2,
  undelivered: 0.006,
  awayNote: 0.01,
  contributions: 0.07,
  updated: 0.75,
  updatedSoon: 0.8,
  extended: 0.4,
  extendedAgain: 0.5,
  chasedWhenLate: 0.55,
  toldWhenOwed: 0.8,
  mentions: 0.35,
  // how they end
  withdrawn: 0.02,
  closedOtherwise: 0.03,
  agrees: 0.45,
  writesAgain: 0.1,
  reopened: 0.012,
  // of the share that a mailbox answers late
  promiseTrouble: 0.9,
  promiseMoved: 0.45,
  promiseKeptLate: 0.6,
  separated: 0.2,
  otherLeads: 0.25,
  leavesSet: 0.4,
  unlinked: 0.1,
} as const
