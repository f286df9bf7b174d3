import { permissions, type Permission } from './permissions.ts'

type RoleFacts = {
  /** what people call it */
  readonly label: string
  /** one sentence for whoever gives the role */
  readonly means: string
  readonly may: readonly Permission[]
}

/** Everybody who is signed in, whatever their role. */
export const everybodyMay: readonly Permission[] = [
  'people.profile',
  'clock.view',
  'mailboxes.view',
  'escalation.view',
  'api.use',
  'quality.read-standard',
]

const memberActs = [
  'people.directory',
  'enquiries.raise',
  'enquiries.read',
  'enquiries.track',
  'enquiries.reply',
  'enquiries.agree',
  'enquiries.disagree',
  'enquiries.withdraw',
  'enquiries.reopen',
  'enquiries.chase',
  'enquiries.restrict',
  'quality.rate',
] as const satisfies readonly Permission[]

const responderActs = [
  'people.directory',
  'enquiries.read',
  'enquiries.worklist',
  'enquiries.record',
  'enquiries.take',
  'enquiries.decline',
  'enquiries.contributions',
  'enquiries.contribute',
  'enquiries.extend',
  'enquiries.reassign',
  'enquiries.move',
  'enquiries.ask',
  'enquiries.update',
  'enquiries.answer',
  'enquiries.review',
  'enquiries.hand-over',
  'enquiries.answer-at-once',
  'enquiries.disagree',
  'enquiries.look-at',
  'enquiries.keep-promise',
  'enquiries.close',
  'enquiries.reopen',
  'enquiries.note',
  'enquiries.join',
  'enquiries.link',
  'enquiries.change-kind',
  'enquiries.restrict',
  'enquiries.bulk',
  'quality.view',
  'quality.score',
] as const satisfies readonly Permission[]

const readerActs = [
  'enquiries.board',
  'people.directory',
  'enquiries.read',
  'enquiries.worklist',
  'reports.view',
  'review.see',
  'review.follow',
  'quality.view',
] as const satisfies readonly Permission[]

const keeperActs = ['privacy.keep', 'privacy.confirm', 'privacy.redact'] as const satisfies readonly Permission[]

/** Who answers for others puts out of sight what should not be seen. */
const overseerActs = [...readerActs, 'enquiries.restrict'] as const satisfies readonly Permission[]

/** Whoever may have agreed to do something writes what became of it. */
const reviewedActs = ['review.see', 'review.act'] as const satisfies readonly Permission[]

/**
 * Who may do what (mission, "Who uses it"). A permission opens a page or an act; which enquiries somebody sees behind
 * it is decided by the database. An administrator sets up and reads no enquiry; an auditor reads and changes nothing.
 */
export const roles = {
  member: {
    label: 'Member',
    means: 'A councillor: raises enquiries and follows them',
    may: [...memberActs, 'people.delegate'],
  },
  assistant: {
    label: 'Member’s assistant',
    means: 'Works for the members who have asked them to, and sees what those members see',
    may: memberActs,
  },
  'one-stop': {
    label: 'One Stop officer',
    means: 'Member services: sees the whole picture, records contacts, finds the right mailbox',
    may: [
      ...responderActs,
      'enquiries.raise',
      'enquiries.track',
      'enquiries.allocate',
      'enquiries.close-as-error',
      'enquiries.exclude',
      'enquiries.reply',
      'enquiries.chase',
      'mail.quarantine',
      'mail.failing',
      'privacy.redact',
      'reports.view',
      'reports.members',
      ...reviewedActs,
      'review.follow',
      'enquiries.board',
      'quality.set-standard',
    ],
  },
  responder: {
    label: 'Responder',
    means: 'Answers enquiries of the mailboxes that name them',
    may: responderActs,
  },
  owner: {
    label: 'Mailbox owner',
    means: 'Runs a core mailbox: its people, its load and its answers',
    may: [
      ...responderActs,
      'enquiries.allocate',
      'enquiries.exclude',
      'enquiries.board',
      'mail.quarantine',
      'privacy.redact',
      'reports.view',
      ...reviewedActs,
      'review.sign-off',
    ],
  },
  'proper-officer': {
    label: 'Proper officer',
    means: 'Receives restricted matters in one named service',
    may: [
      ...responderActs,
      'enquiries.allocate',
      'enquiries.exclude',
      'privacy.incidents',
      'enquiries.board',
      'mail.quarantine',
      'privacy.redact',
      ...reviewedActs,
    ],
  },
  partner: {
    label: 'Partner responder',
    means: 'Answers for a partner organisation what was handed over to it',
    may: [
      'enquiries.read',
      'enquiries.worklist',
      'enquiries.take',
      'enquiries.decline',
      'enquiries.contributions',
      'enquiries.contribute',
      'enquiries.extend',
      'enquiries.reassign',
      'enquiries.ask',
      'enquiries.update',
      'enquiries.answer',
      'enquiries.review',
      'enquiries.partner',
      'enquiries.answer-at-once',
      'enquiries.look-at',
      'enquiries.keep-promise',
    ],
  },
  head: {
    label: 'Head of service',
    means: 'Sees the work of their service and what is late in it, and grants a second extension',
    may: [...overseerActs, 'enquiries.extend', ...reviewedActs],
  },
  director: {
    label: 'Director',
    means: 'Sees the work of their directorate and what is late in it',
    may: [...overseerActs, ...reviewedActs, 'review.record', 'privacy.confirm'],
  },
  lmt: {
    label: 'Leadership team (LMT)',
    means: 'Sees escalations and holds the monthly review',
    may: [...overseerActs, ...reviewedActs, 'review.record', 'escalation.read'],
  },
  performance: {
    label: 'Performance and policy officer',
    means: 'Reports how the council answers, and keeps the definitions',
    may: [...overseerActs, ...reviewedActs, 'review.record', 'quality.set-standard', 'escalation.read'],
  },
  dpo: {
    label: 'Data protection officer',
    means: 'Incidents, the log of access, retention and subject access',
    may: [
      ...overseerActs,
      'audit.read',
      ...reviewedActs,
      'privacy.see',
      ...keeperActs,
      'privacy.incidents',
      'enquiries.exclude',
      'mailboxes.sensitive-words',
    ],
  },
  auditor: {
    label: 'Auditor',
    means: 'Reads everything that is not private and changes nothing',
    may: [...readerActs, 'escalation.read', 'audit.read', 'privacy.see'],
  },
  admin: {
    label: 'Administrator',
    means: 'Sets up people, mailboxes and the calendar; reads no enquiry',
    may: [
      'people.directory',
      'people.administer',
      'mailboxes.administer',
      'mailboxes.sensitive-words',
      'clock.edit',
      'escalation.edit',
      'mail.outbox',
      'connections.administer',
    ],
  },
} as const satisfies Record<string, RoleFacts>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]

export const isRole = (word: string): word is Role => Object.hasOwn(roles, word)

export const labelOf = (role: string): string => (isRole(role) ? roles[role].label : role)

/** What somebody with these roles may do. Words that are no role give nothing. */
export function permissionsOf(held: readonly string[]): ReadonlySet<Permission> {
  return new Set([...everybodyMay, ...held.filter(isRole).flatMap(role => [...roles[role].may])])
}

/** The routes' permissions that nobody declared: a house test expects none. */
export function unknownPermissions(routes: readonly { readonly may: string }[]): string[] {
  const known = new Set<string>([...permissions, 'public'])
  return [...new Set(routes.map(route => route.may).filter(word => !known.has(word)))]
}
