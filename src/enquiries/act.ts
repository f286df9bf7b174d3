import type { z } from 'zod'
import type { Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NewAttachment } from './attachment.sql.ts'
import { isOpen, joinedTo, statusWords, type Enquiry, type Status } from './enquiry.ts'
import type { EnquiryEvent } from './events.ts'
import type { Raise } from './raise/raise-shape.ts'

/**
 * In which part somebody acts on one enquiry; one person may have several (domain.md, section 2). `officer`: whoever of
 * the council sees it, whatever else they are to it.
 */
export const parts = [
  'member',
  'assistant',
  'member-services',
  'holder',
  'responder',
  'owner',
  'head',
  'contributor',
  'partner',
  'officer',
  'system',
] as const
export type Part = (typeof parts)[number]

export type Actor = { readonly person: string | null; readonly name: string; readonly parts: readonly Part[] }

/** What a rule may know beside the enquiry: given, never read. */
export type Circumstances = {
  readonly by: Actor
  /** the day the act counts from: today, or the day a message reached us */
  readonly on: Day
  readonly today: Day
  readonly calendar: Calendar
  readonly limits: Limits
  /** the id under which this act's words are kept */
  readonly messageId: string
}

/** The council's own numbers, all in working days. */
export type Limits = {
  readonly roundTwo: number
  readonly silence: number
  readonly waiting: number
  readonly reopen: number
  /** after a question: the first and the second reminder */
  readonly remindFirst: number
  readonly remindSecond: number
  readonly informationRequest: number
  readonly mpEnquiry: number
  readonly complaintAcknowledge: number
  readonly complaintStageOne: number
  readonly complaintStageTwo: number
}

/** What a rule decides: what happened, and the words that go with it. */
export type Decision = {
  readonly events: readonly EnquiryEvent[]
  readonly words?: Words
  /** files that were kept before and go with the words */
  readonly files?: readonly NewAttachment[]
  readonly answers?: readonly AnsweredQuestion[]
  readonly promises?: readonly PromisedWords[]
  /** other enquiries that the same act changes, locked before */
  readonly others?: readonly Changing[]
  /** a new enquiry that begins with this act, and what happens to it at once */
  readonly raises?: { readonly id: string; readonly given: Raise; readonly atOnce: readonly EnquiryEvent[] }
  /** what is asked anew: the numbered questions of the round that begins */
  readonly questions?: readonly string[]
}

/** What happens to another enquiry in the same act. */
export type Changing = { readonly enquiry: Enquiry; readonly events: readonly EnquiryEvent[] }

export type Words = {
  readonly kind: MessageKind
  readonly words: string
  readonly internal?: boolean
  /** who wrote them, when somebody else sends them */
  readonly by?: string
  /** whom to ask about it */
  readonly contact?: string
  /** whether it may be passed on to the resident; not given: nobody said */
  readonly mayShare?: boolean | undefined
}

export const messageKinds = [
  'enquiry',
  'addition',
  'question',
  'reply',
  'answer',
  'note',
  'update',
  'extension',
  'broken-promise',
  'contribution-asked',
  'contribution',
  'submission',
  'hand-over',
  'partner-answer',
  'partner-decline',
  'return',
  'chase',
  'agreement',
  'disagreement',
  'withdrawal',
  'closing',
  'reopening',
  'mail',
] as const
export type MessageKind = (typeof messageKinds)[number]

export type AnsweredQuestion = { readonly number: number; readonly answer?: string; readonly excuse?: string }
export type PromisedWords = { readonly id: string; readonly words: string; readonly who: string; readonly dueOn: Day }

/**
 * One act: who may do it, from where to where, what it needs, and the rule that decides. Pages, API, email and jobs
 * all come through here.
 */
export type Act<Given = unknown, Facts = unknown> = {
  readonly name: string
  /** for buttons: `Take this enquiry` */
  readonly label: string
  /** for the timeline of permissions: `enquiries.take` */
  readonly may: string
  readonly from: readonly Status[]
  readonly to: readonly Status[]
  readonly by: readonly Part[]
  /** what is given, checked before the rule is asked; also the API's schema */
  readonly shape: z.ZodType<Given>
  /** the others it may change, by reference, found by the house: locked with the first, so that acts on both wait in line */
  readonly others?: (tx: Tx, reference: string, given: Given) => Promise<readonly string[]> | readonly string[]
  /** also possible on an enquiry that is joined to another */
  readonly whileJoined?: boolean
  /** what the rule must know besides: read in the same transaction */
  readonly gather?: (tx: Tx, enquiry: Enquiry, given: Given, at: Circumstances) => Promise<Facts>
  readonly decide: (enquiry: Enquiry, it: Given & Facts & Circumstances) => Result<Decision>
  /** writes what has a table of its own, as the house and in the same transaction */
  readonly keep?: (tx: Tx, what: Kept<Given & Facts & Circumstances>) => Promise<void>
}

export type Kept<It> = { readonly enquiry: Enquiry; readonly it: It; readonly at: Date }

/** Keeps the types of one act together where it is written. */
export const act = <Given, Facts = unknown>(it: Act<Given, Facts>): Act<Given, Facts> => it

/** Whether this person may do this act on this enquiry as it stands; the reason when not. */
export function mayAct(
  enquiry: Enquiry,
  by: Actor,
  it: Pick<Act, 'from' | 'by' | 'name' | 'whileJoined'>,
): Result<Part> {
  const part = it.by.find(part => by.parts.includes(part))
  if (!part) return refuse('not-allowed', 'Your part in this enquiry does not allow this')
  if (joinedTo(enquiry) && !it.whileJoined)
    return refuse('joined', 'This enquiry is joined to another one: the work goes on there')
  if (!it.from.includes(enquiry.status)) return refuse('wrong-status', wrongStatus(enquiry))
  return allow(part)
}

function wrongStatus(enquiry: Enquiry): string {
  if (isOpen(enquiry)) return `This cannot be done while the enquiry is “${statusWords[enquiry.status].toLowerCase()}”`
  return enquiry.status === 'answered' ? 'This enquiry has been answered already' : 'This enquiry is closed'
}
