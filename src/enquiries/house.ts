import { currentCalendar, type Calendar } from '#clock/door.ts'
import { atOnce, type Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Day, Now } from '#kernel/day.ts'
import type { LadderStep } from './climb/ladder-step.ts'
import type { Enquiry } from './enquiry.ts'
import type { Limits } from './act.ts'
import type { Beside } from './beside.ts'

/**
 * What the heart needs from the rest of the house. app hands in what follows from events: nothing happens by itself,
 * and what does is written in one place (app/reactions.ts).
 */
export type House = {
  readonly calendar: (tx: Tx) => Promise<Calendar>
  readonly limits: (tx: Tx) => Promise<Limits>
  /** told in the same transaction that these events happened to this enquiry; a statement goes with what is written */
  readonly happened: (tx: Tx, what: Happened) => Statement | Promise<void>
  /** told in the same transaction, as the house, that an enquiry which more people saw is restricted now */
  readonly restricted?: (tx: Tx, what: Restricted) => Promise<void>
  /** what later rooms put on the pages */
  readonly beside?: Beside
  /** how an enquiry stands to the ladder that late work climbs, for whoever looks at it */
  readonly ladder: (tx: Tx, enquiry: Enquiry, calendar: Calendar, today: Day) => Promise<readonly LadderStep[]>
}

/** `before` is the enquiry as more people saw it. */
export type Restricted = {
  readonly before: Enquiry
  readonly enquiry: Enquiry
  readonly by: string | null
  /** the note that says why, if one was written */
  readonly messageId: string
  /** restricted because of another one, to which it is joined */
  readonly withAnother: boolean
  readonly now: Now
}

export type Happened = { readonly enquiryId: string; readonly eventIds: readonly string[] }

/** The house as it is: the calendar in force, the council's settings, what follows, and what later rooms put beside. */
export const houseWith = (
  happened: House['happened'],
  beside?: Beside,
  ladder: House['ladder'] = async () => [],
  restricted?: House['restricted'],
): House => ({
  calendar: currentCalendar,
  limits: limitsInForce,
  happened,
  ladder,
  ...(beside && { beside }),
  ...(restricted && { restricted }),
})

/** The council's numbers. All settings come with the first question of a transaction: these cost nothing more. */
export async function limitsInForce(tx: Tx): Promise<Limits> {
  const limit = (name: LimitSetting) => setting(tx, `enquiries.${name}-working-days`)
  return {
    roundTwo: await limit('round-two'),
    silence: await limit('silence'),
    waiting: await limit('waiting-limit'),
    reopen: await limit('reopen'),
    remindFirst: await limit('remind-first'),
    remindSecond: await limit('remind-second'),
    informationRequest: await limit('information-request'),
    mpEnquiry: await limit('mp-enquiry'),
    complaintAcknowledge: await limit('complaint-acknowledge'),
    complaintStageOne: await limit('complaint-stage-one'),
    complaintStageTwo: await limit('complaint-stage-two'),
  }
}

type LimitSetting =
  | 'round-two'
  | 'silence'
  | 'waiting-limit'
  | 'reopen'
  | 'remind-first'
  | 'remind-second'
  | 'information-request'
  | 'mp-enquiry'
  | 'complaint-acknowledge'
  | 'complaint-stage-one'
  | 'complaint-stage-two'

/** Writes what happened to an enquiry, and tells of it: in one question where that can be. */
export async function writeWithWhatFollows(
  tx: Tx,
  house: House,
  what: Happened,
  ...statements: readonly (Statement | undefined | false)[]
): Promise<void> {
  const told = house.happened(tx, what)
  if ('execute' in told) await atOnce(tx, ...statements, told)
  else await Promise.all([atOnce(tx, ...statements), told])
}
