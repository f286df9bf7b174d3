import type { Permission } from '#people/door.ts'
import type { RetentionKind } from '../retention/kinds.ts'

/** One kind of data that One Stop holds, as article 30 of the UK GDPR asks for it. */
export type Category = {
  readonly label: string
  /** whose data it is */
  readonly about: string
  readonly why: string
  readonly basis: string
  /** matters of article 9 or 10 may stand in it */
  readonly special: boolean
  /** who may open pages of it; which rows, the database decides. None: nobody, it serves the program alone */
  readonly seenWith: readonly Permission[]
  /** the schedules by which it is kept; `traces`: the days of the setting; none: as long as its account or council */
  readonly keptBy: readonly (RetentionKind | 'traces')[]
  readonly leaves: string
}

const task = 'Public task: article 6(1)(e), the council’s part in local democracy and its services'
const law = 'Legal obligation: article 6(1)(c)'
const nowhere = 'It does not leave One Stop'

/** Every kind of data, declared once. A new table says which it belongs to, or a test fails. */
export const categories = {
  matters: {
    label: 'What members ask and the council answers',
    about: 'Members, residents they act for, officers, and whoever is named in what they write',
    why: 'To answer members’ enquiries and keep every contact on record',
    basis: `${task}; for special matters article 9(2)(g), elected representatives responding to requests (Data Protection Act 2018, schedule 1, paragraph 23)`,
    special: true,
    seenWith: ['enquiries.read'],
    keptBy: ['enquiry', 'service-request', 'mp-enquiry', 'complaint', 'information-request', 'restricted'],
    leaves: 'By email to the member, and to a partner organisation when an enquiry is handed over',
  },
  mail: {
    label: 'Mail in and out',
    about: 'Members, residents, officers, and whoever writes to a mailbox',
    why: 'To take in what is sent, and to prove what was sent when',
    basis: `${task}; for special matters as with enquiries`,
    special: true,
    seenWith: ['mail.quarantine', 'mail.failing'],
    keptBy: ['mail-raw', 'mail-sent', 'quarantine'],
    leaves: 'Through the council’s mail relay to the person it is for',
  },
  people: {
    label: 'Who people are and what they may do',
    about: 'Members, assistants, officers and people of partner organisations',
    why: 'To know who acts, to reach them, and to give each what their role needs',
    basis: task,
    special: true,
    seenWith: ['people.directory', 'people.administer'],
    keptBy: [],
    leaves: nowhere,
  },
  'signing-in': {
    label: 'Ways of signing in',
    about: 'Everybody who signs in',
    why: 'To let in only who they say they are',
    basis: `${law}: security of processing, article 32`,
    special: false,
    seenWith: ['people.profile'],
    keptBy: ['sessions'],
    leaves: nowhere,
  },
  trail: {
    label: 'Who did and who saw what',
    about: 'Everybody who acts in One Stop',
    why: 'To answer for what was done, and to find misuse',
    basis: `${law}: accountability and security, articles 5(2) and 32`,
    special: false,
    seenWith: ['audit.read'],
    keptBy: ['audit', 'erasure-record'],
    leaves: 'Checkpoints, which hold no personal data, to the address the council sets',
  },
  traces: {
    label: 'How people use their pages',
    about: 'Officers and members',
    why: 'To keep drafts, lists and views, and to do nothing twice',
    basis: task,
    special: false,
    seenWith: ['people.profile'],
    keptBy: ['drafts', 'traces'],
    leaves: nowhere,
  },
  oversight: {
    label: 'How well the council answers',
    about: 'Members and officers, as numbers and as who is responsible for what',
    why: 'To answer on time and well, and to review it',
    basis: task,
    special: false,
    seenWith: ['reports.view', 'review.see', 'quality.view'],
    keptBy: [],
    leaves: 'Packs, as files, to whom the council gives them',
  },
  requests: {
    label: 'Requests for personal data and redacted copies',
    about: 'People who ask for their own data',
    why: 'To find it, to leave out what is others’, to hand it over in time',
    basis: `${law}: article 15`,
    special: true,
    seenWith: ['privacy.keep', 'privacy.redact'],
    keptBy: [],
    leaves: 'To the person who asked',
  },
  connections: {
    label: 'Telling other systems',
    about: 'Members and officers, by reference and id',
    why: 'So that nobody types the same twice',
    basis: task,
    special: false,
    seenWith: ['connections.administer'],
    keptBy: ['traces'],
    leaves: 'To the systems of the webhooks that an administrator sets up',
  },
  setup: {
    label: 'How the council is set up',
    about: 'Nobody, but for who set it up',
    why: 'To send each enquiry to the right place and count its time',
    basis: task,
    special: false,
    seenWith: ['mailboxes.view'],
    keptBy: [],
    leaves: nowhere,
  },
} as const satisfies Record<string, Category>

export type CategoryKey = keyof typeof categories
