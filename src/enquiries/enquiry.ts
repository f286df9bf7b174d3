import type { Pause } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { kinds, type Kind } from '#mailboxes/door.ts'
import type { Climbed } from './climb/rung.ts'

/** The words of domain.md, section 1: topics have a kind too, and there is one list of them. */
export { kinds, type Kind }

export const channels = [
  'web',
  'email',
  'phone',
  'in-person',
  'letter',
  'senior-manager',
  'partner',
  'api',
  'open311',
  'import',
  'caseworker',
] as const
export type Channel = (typeof channels)[number]

/** The stored statuses (domain.md, section 2); at risk and overdue are worked out, never stored. */
export const statuses = [
  'new',
  'assigned',
  'in-progress',
  'waiting-for-member',
  'with-partner',
  'in-review',
  'answered',
  'closed',
] as const
export type Status = (typeof statuses)[number]

/** Those in which somebody still works on it. */
export const openStatuses = statuses.filter(it => it !== 'answered' && it !== 'closed')

/** Those in which the council has the next word. */
export const withCouncil = openStatuses.filter(it => it !== 'waiting-for-member')

export const outcomes = [
  'resolved-by-member',
  'member-silent',
  'not-stated',
  'unsatisfied',
  'withdrawn',
  'joined',
  'transferred',
  'rerouted',
  'no-response',
  'recorded-in-error',
] as const
export type Outcome = (typeof outcomes)[number]

/** Where a matter goes that an enquiry is not the way for (domain, section 2). */
export const procedures = [
  'freedom-of-information',
  'environmental-information',
  'complaint',
  'subject-access',
  'safeguarding',
  'e-form',
] as const
export type Procedure = (typeof procedures)[number]

export const procedureWords: Record<Procedure, string> = {
  'freedom-of-information': 'A freedom of information request',
  'environmental-information': 'An environmental information request',
  complaint: 'The complaints procedure',
  'subject-access': 'A subject access request',
  safeguarding: 'The safeguarding team',
  'e-form': 'An online form',
}

/** What an answer said would happen; its words live beside the message. */
export type Promised = {
  readonly id: string
  /** the date in force */
  readonly dueOn: Day
  readonly keptOn?: Day
  /** the first date, where it was broken openly: it stays what the promise is judged by */
  readonly firstDueOn?: Day
  /** the last reminder of the date in force */
  readonly reminded?: 'due-soon' | 'due-today'
  /** the day on which it was broken by itself: the date in force had passed without a word */
  readonly brokenOn?: Day
  /** an answer that a second chase is owed: the next word to the member keeps it */
  readonly owed?: true
}

/** An extension of the round's clock: agreed on a day, by so many working days, up to a date as it stood then. */
export type Extension = { readonly on: Day; readonly workingDays: number; readonly dueOn: Day }

/** A part answer asked of somebody, as it stands; its words lie beside. */
export type Asked = {
  readonly id: string
  /** null for somebody outside the council */
  readonly of: string | null
  readonly askedOn: Day
  readonly dueOn: Day
  /** the last thing they were reminded of */
  readonly reminded?: 'due-soon' | 'late'
  /** the day on which it was given, or no longer needed */
  readonly endedOn?: Day
  readonly ended?: 'given' | 'withdrawn'
}

/** With which partner an enquiry is, by their own clock. */
export type WithPartner = {
  /** of the hand-over, whose words lie beside */
  readonly id: string
  readonly mailboxId: string
  readonly messageId: string
  readonly askedOn: Day
  readonly dueOn: Day
  /** the day on which everybody heard that it is late */
  readonly reminded?: Day
}

/** Why somebody gives work back that was given to them: codes, so that they can be counted. */
export const declineReasons = ['wrong-mailbox', 'not-mine', 'no-time', 'conflict'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** How another enquiry belongs to this one, told from this one's side. */
export const relations = ['follows', 'followed-by', 'related', 'joined-to', 'took-in'] as const
export type Relation = (typeof relations)[number]
export type Link = { readonly to: string; readonly as: Relation }

/** The facts of one enquiry as its events made them. Only `apply` makes these. */
export type Enquiry = {
  readonly id: string
  readonly reference: Reference
  /** counts the events; an update that expects another number has lost a race */
  readonly version: number
  readonly memberId: string
  readonly raisedBy: string | null
  readonly kind: Kind
  readonly channel: Channel
  /** arrived past One Stop */
  readonly direct: boolean
  /** registered after the end of the working day that followed receipt */
  readonly late: boolean
  readonly restricted: boolean
  readonly topicId: string | null
  readonly wardId: string | null
  readonly mailboxId: string | null
  readonly holderId: string | null
  /** the holder took or accepted it, rather than only being given it */
  readonly accepted: boolean
  /** the day it was given to its holder, while they have not accepted it */
  readonly assignedOn: Day | null
  /** where it belongs in the view of whoever declined it last */
  readonly rightMailboxId: string | null
  readonly status: Status
  /** who wrote the answer that is in review: somebody else sends it */
  readonly submittedBy: string | null
  readonly round: number
  readonly receivedOn: Day
  readonly registeredOn: Day
  /** day 0 of the current round's clock */
  readonly clockFrom: Day
  readonly limitWorkingDays: number
  readonly pauses: readonly Pause[]
  /** undefined while a question holds the clock back */
  readonly dueOn: Day | null
  /** the extensions of this round, at most two */
  readonly extensions: readonly Extension[]
  /** the later date agreed by them; figures are judged by `dueOn` all the same */
  readonly agreedDueOn: Day | null
  /** the due date of round 1, by which timeliness is judged */
  readonly headlineDueOn: Day | null
  readonly acknowledgedOn: Day | null
  readonly nextUpdateOn: Day | null
  readonly answeredOn: Day | null
  readonly firstAnsweredOn: Day | null
  readonly closedOn: Day | null
  readonly outcome: Outcome | null
  /** a human message came after the answer; somebody has to look (the review lane) */
  readonly laneOn: Day | null
  readonly promises: readonly Promised[]
  readonly chases: number
  /** the steps of the escalation ladder that this round has climbed */
  readonly climbed: readonly Climbed[]
  /** the last day of this round on which somebody of the council wrote to the member in words of their own */
  readonly saidOn: Day | null
  readonly links: readonly Link[]
  /** the enquiry that leads the set of several members' enquiries this one is in; the lead names itself */
  readonly setLeadId: string | null
  /** part answers asked of others; the answer waits while one is open */
  readonly contributions: readonly Asked[]
  /** while a partner has it */
  readonly handedOver: WithPartner | null
}

export const isOpen = (enquiry: Pick<Enquiry, 'status'>): boolean =>
  enquiry.status !== 'answered' && enquiry.status !== 'closed'

/** The enquiry that this one is joined to: there the work goes on. */
export const joinedTo = ({ links = [] }: Partial<Pick<Enquiry, 'links'>>): string | undefined =>
  links.find(it => it.as === 'joined-to')?.to

/** The last pause when its question has no reply yet. */
export const openPause = (enquiry: Enquiry): Pause | undefined =>
  enquiry.pauses.find(pause => pause.repliedOn === undefined)

/** The date the member was told last: the agreed one where there is one. */
export const toldDueOn = ({ agreedDueOn, dueOn }: Pick<Enquiry, 'agreedDueOn' | 'dueOn'>): Day | null =>
  agreedDueOn ?? dueOn

/** The clock stands still. A question asked on the last day or later holds nothing back: the clock has run out by then. */
export const isPaused = ({ status, dueOn }: Pick<Enquiry, 'status' | 'dueOn'>): boolean =>
  status === 'waiting-for-member' && dueOn === null

/** The answer that the last chase which asked for one is still owed; those before it were broken. */
export const owedAnswer = ({ promises }: Pick<Enquiry, 'promises'>): Promised | undefined =>
  promises.findLast(it => it.owed && !it.keptOn)

export const statusWords: Record<Status, string> = {
  new: 'New',
  assigned: 'Assigned',
  'in-progress': 'In progress',
  'waiting-for-member': 'Waiting for member',
  'with-partner': 'With partner',
  'in-review': 'In review',

  answered: 'Answered',
  closed: 'Closed',
}

export const declineWords: Record<DeclineReason, string> = {
  'wrong-mailbox': 'It belongs to another mailbox',
  'not-mine': 'Somebody else here should answer it',
  'no-time': 'It cannot be answered in time here',
  conflict: 'A conflict of interest',
}

export const kindWords: Record<Kind, string> = {
  enquiry: 'Enquiry',
  'service-request': 'Service request',
  'information-request': 'Information request',
  complaint: 'Complaint',
  restricted: 'Restricted matter',
  'mp-enquiry': 'MP enquiry',
}

export const relationWords: Record<Relation, string> = {
  follows: 'Follows on from',
  'followed-by': 'Followed by',
  related: 'Related to',
  'joined-to': 'Joined to',
  'took-in': 'Joined to this one',
}

export const channelWords: Record<Channel, string> = {
  web: 'One Stop web form',
  email: 'Email',
  phone: 'Telephone',
  'in-person': 'In person',
  letter: 'Letter',
  'senior-manager': 'Senior manager',
  partner: 'Partner',
  api: 'Another system',
  open311: 'Open311',
  import: 'Imported',
  caseworker: 'Caseworker',
}

export const outcomeWords: Record<Outcome, string> = {
  'resolved-by-member': 'The member agreed that it was answered',
  'member-silent': 'The member did not reply to our question',
  'not-stated': 'Answered; the member did not say whether it helped',
  unsatisfied: 'The member was not satisfied and was told where to go next',
  withdrawn: 'Withdrawn by the member',
  joined: 'Joined to another enquiry about the same matter',
  transferred: 'Transferred and accepted elsewhere',
  rerouted: 'Sent to the procedure that fits',
  'no-response': 'The member could not be reached',
  'recorded-in-error': 'Recorded in error',
}
