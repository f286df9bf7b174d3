import type { Day } from '#kernel/day.ts'
import type { Rung } from './climb/rung.ts'
import type { Weighed } from './allocate/weighed.ts'
import type { Channel, DeclineReason, Enquiry, Kind, Outcome, Procedure, Relation } from './enquiry.ts'

/**
 * Everything that can happen to an enquiry, in the past tense, with ids and codes only: people's words live in
 * messages, so that erasing them never breaks history. Dates that depend on the calendar are decided by the rule and
 * written into the event, so that `apply` needs nothing else.
 */
export type EnquiryEvent =
  | Received
  | {
      readonly type: 'allocated'
      readonly to: string
      readonly messageId?: string
      readonly weighed?: readonly Weighed[]
    }
  | { readonly type: 'taken'; readonly by: string; readonly nextUpdateOn: Day }
  | { readonly type: 'accepted'; readonly by: string; readonly nextUpdateOn: Day }
  | {
      readonly type: 'declined'
      readonly from: string
      readonly because: DeclineReason
      readonly rightMailboxId: string | null
      readonly messageId: string
    }
  | ClimbedEvent
  | {
      readonly type: 'extended'
      readonly workingDays: number
      readonly before: Day
      readonly agreedDueOn: Day
      readonly messageId: string
    }
  | {
      readonly type: 'reassigned'
      readonly from: string | null
      readonly to: string
      readonly messageId?: string
      readonly weighed?: readonly Weighed[]
    }
  | { readonly type: 'released'; readonly from: string | null }
  | {
      readonly type: 'moved'
      readonly from: string | null
      readonly to: string
      readonly restricted: boolean
      readonly messageId: string
    }
  | (RestrictedEvent & { readonly messageId?: string })
  | KindChanged
  | ({ readonly type: 'stage-begun' } & ClockSet)
  | { readonly type: 'topic-set'; readonly topicId: string }
  /** where it is stands beside; here only what follows from it */
  | { readonly type: 'place-set'; readonly wardId: string | null; readonly before: string | null }
  | { readonly type: 'asked'; readonly messageId: string; readonly dueOn: Day | null; readonly agreedDueOn?: Day }
  | {
      readonly type: 'question-undelivered'
      readonly messageId: string
      readonly dueOn: Day
      readonly agreedDueOn?: Day
    }
  | { readonly type: 'reminded'; readonly messageId: string; readonly time: number }
  | { readonly type: 'member-wrote'; readonly messageId: string }
  | { readonly type: 'resumed'; readonly messageId: string; readonly dueOn: Day; readonly agreedDueOn?: Day }
  | { readonly type: 'wrote-after-answer'; readonly messageId: string }
  | { readonly type: 'looked-at'; readonly messageId?: string }
  | HandedOverEvent
  | { readonly type: 'partner-answered'; readonly messageId: string }
  | { readonly type: 'partner-declined'; readonly messageId: string }
  | { readonly type: 'partner-silent'; readonly to: string }
  | { readonly type: 'taken-back'; readonly to: string; readonly messageId: string }
  /** the enquiry went elsewhere or closed while a partner had it */
  | { readonly type: 'hand-over-ended'; readonly to: string }
  | { readonly type: 'submitted'; readonly by: string; readonly messageId: string }
  | { readonly type: 'returned'; readonly messageId: string }
  /** the enquiry went elsewhere or closed while an answer waited to be read */
  | { readonly type: 'review-ended' }
  | Answered
  | AnswerUndelivered
  | { readonly type: 'agreed'; readonly messageId?: string }
  | { readonly type: 'disagreed'; readonly messageId: string; readonly limitWorkingDays: number; readonly dueOn: Day }
  | { readonly type: 'withdrawn'; readonly messageId?: string }
  | { readonly type: 'closed'; readonly outcome: Outcome; readonly procedure?: Procedure; readonly messageId?: string }
  | {
      readonly type: 'reopened'
      readonly messageId?: string
      readonly holderId: string | null
      readonly limitWorkingDays: number
      readonly dueOn: Day
    }
  | { readonly type: 'linked'; readonly to: string; readonly as: Relation; readonly messageId?: string }
  | { readonly type: 'unlinked'; readonly to: string; readonly as: Relation }
  | {
      readonly type: 'joined'
      readonly to: string
      readonly restricted: boolean
      readonly mailboxId: string | null
      readonly messageId?: string
    }
  | TookIn
  | { readonly type: 'unjoined'; readonly from: string; readonly messageId?: string; readonly restored: BeforeJoining }
  | { readonly type: 'gave-back'; readonly enquiry: string; readonly restored: ClockBeforeJoining }
  /** `lead` leads a set of several members’ enquiries that this one is in; it may be this one itself */
  | { readonly type: 'added-to-set'; readonly lead: string }
  | { readonly type: 'set-widened'; readonly by: string }
  | { readonly type: 'set-lead-changed'; readonly lead: string; readonly before: string }
  | { readonly type: 'left-set'; readonly lead: string; readonly messageId?: string }
  /** `told`: colleagues who were mentioned */
  | { readonly type: 'noted'; readonly messageId: string; readonly told?: readonly string[] }
  | { readonly type: 'mail-filed'; readonly messageId: string }
  | { readonly type: 'updated-member'; readonly messageId: string; readonly nextUpdateOn: Day }
  | ContributionEvent
  /** `owed`: it is the second one or a later one, and has to be answered by then */
  | {
      readonly type: 'chased'
      readonly messageId?: string
      readonly owed?: { readonly id: string; readonly dueOn: Day }
    }
  | { readonly type: 'promise-kept'; readonly promiseId: string }
  | {
      readonly type: 'promise-reminded'
      readonly promiseId: string
      readonly dueOn: Day
      readonly because: 'due-soon' | 'due-today'
    }
  /** its day passed without a word: broken by itself */
  | { readonly type: 'promise-lapsed'; readonly promiseId: string; readonly dueOn: Day }
  | {
      readonly type: 'promise-broken'
      readonly promiseId: string
      readonly before: Day
      readonly dueOn: Day
      readonly messageId: string
    }
  | {
      readonly type: 'due-date-changed'
      readonly dueOn: Day | null
      readonly agreedDueOn?: Day
      readonly calendarVersion: number
    }

/**
 * It was restricted after more people had seen it. `holderId`: whoever had it and may go on; `before`: the kind it had,
 * for when the restriction is lowered.
 */
export type RestrictedEvent = {
  readonly type: 'restricted'
  readonly from: string | null
  readonly to: string
  readonly before: Kind
  readonly holderId: string | null
}

/** It climbed a step of the ladder. `told`: who heard; nobody named: member services did. */
export type ClimbedEvent = {
  readonly type: 'climbed'
  readonly round: number
  readonly rung: Rung
  /** the day on which the step was truly reached, however late anybody looked */
  readonly trueOn: Day
  readonly told: readonly string[]
  /** the date it was measured by, as the member knew it */
  readonly dueOn: Day | null
  /** a second chase climbs, whatever the clock says */
  readonly because?: 'chased'
  /** the new date the member is told */
  readonly nextUpdateOn?: Day
}

export type Received = {
  readonly type: 'received'
  readonly memberId: string
  readonly raisedBy: string | null
  readonly kind: Kind
  readonly channel: Channel
  readonly direct: boolean
  readonly late: boolean
  readonly restricted: boolean
  readonly topicId: string | null
  readonly wardId: string | null
  readonly mailboxId: string | null
  readonly receivedOn: Day
  readonly limitWorkingDays: number
  readonly dueOn: Day
  readonly messageId: string
}

export type ContributionEvent =
  | {
      readonly type: 'contribution-asked'
      readonly contributionId: string
      readonly of: string | null
      readonly dueOn: Day
      readonly messageId: string
    }
  | { readonly type: 'contribution-given'; readonly contributionId: string; readonly messageId: string }
  | { readonly type: 'contribution-withdrawn'; readonly contributionId: string; readonly messageId?: string }
  | ContributionReminded

export type ContributionReminded = {
  readonly type: 'contribution-reminded'
  readonly contributionId: string
  readonly because: 'due-soon' | 'late' | 'chased'
}

/** `to` is the partner’s mailbox, `dueOn` the day of their own clock. */
export type HandedOverEvent = {
  readonly type: 'handed-over'
  readonly handOverId: string
  readonly to: string
  readonly dueOn: Day
  readonly messageId: string
}

export type Answered = {
  readonly type: 'answered'
  readonly messageId: string
  /** said on the telephone or in person, with this note of what was said */
  readonly atOnce: boolean
  readonly promises: readonly { readonly id: string; readonly dueOn: Day }[]
  /** who wrote it, where a second person read and sent it */
  readonly writtenBy?: string
}

/** The answer of this message came back: it counts as never given, and its promises as never made. */
export type AnswerUndelivered = {
  readonly type: 'answer-undelivered'
  readonly messageId: string
  readonly promises: readonly string[]
  /** the day of the earliest answer that did arrive */
  readonly firstAnsweredOn: Day | null
}

/** Another enquiry about the same matter was joined to this one: its earlier receipt and its stricter clock count here. */
export type TookIn = {
  readonly type: 'took-in'
  readonly enquiry: string
  readonly receivedOn: Day
  /** the clock of the other; undefined when it had stopped */
  readonly clock?: RunningClock
  /** a wait for the member ends: they have written, if not here */
  readonly waitEnds?: { readonly repliedOn: Day; readonly dueOn: Day; readonly agreedDueOn?: Day }
}

/** What one clock counts by, and the dates it comes to. */
export type RunningClock = Pick<
  Enquiry,
  'clockFrom' | 'limitWorkingDays' | 'pauses' | 'extensions' | 'dueOn' | 'agreedDueOn'
>

/** What an enquiry gets back when it stands alone again. */
export type BeforeJoining = Pick<
  Enquiry,
  | 'status'
  | 'submittedBy'
  | 'restricted'
  | 'mailboxId'
  | 'holderId'
  | 'accepted'
  | 'assignedOn'
  | 'climbed'
  | 'rightMailboxId'
  | 'closedOn'
  | 'outcome'
  | 'laneOn'
  | 'nextUpdateOn'
  | 'dueOn'
  | 'agreedDueOn'
  | 'headlineDueOn'
>

/** What the lead gets back: its own clock. */
export type ClockBeforeJoining = RunningClock & Pick<Enquiry, 'status' | 'receivedOn' | 'headlineDueOn'>

/** What a clock counts by from here on; empty while a question holds it back. */
export type ClockSet = Pick<Enquiry, 'clockFrom' | 'limitWorkingDays' | 'dueOn'>

/** It counts by the clock of another kind; the one before is kept here. */
export type KindChanged = ClockSet & {
  readonly type: 'kind-changed'
  readonly kind: Kind
  readonly before: ClockSet & { readonly kind: Kind }
  readonly messageId: string
}

export type EventType = EnquiryEvent['type']

/** An event with when, by whom, in which part, for whom. `on` is the day it counts from, which may lie before `at`. */
export type Recorded = {
  readonly event: EnquiryEvent
  readonly at: Date
  readonly on: Day
  readonly by: string | null
  readonly as: string
  readonly onBehalfOf: string | null
}
