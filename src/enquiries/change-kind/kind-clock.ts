import { addWorkingDays, dueOn, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Limits } from '../act.ts'
import type { Enquiry, Kind } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'

type Known = { readonly calendar: Calendar; readonly limits: Limits }

/**
 * The working days in which a kind is due from receipt, where it has a clock of its own (domain, section 3, rule 9): an
 * information request has the law's, a complaint is acknowledged first and then answered. Undefined: by topic and mailbox.
 */
export function limitOfKind(kind: Kind, limits: Limits): number | undefined {
  if (kind === 'information-request') return limits.informationRequest
  if (kind === 'complaint') return limits.complaintAcknowledge + limits.complaintStageOne
  return kind === 'mp-enquiry' ? limits.mpEnquiry : undefined
}

/** The target of round 2 and later: the second stage of a complaint has its own. */
export const limitOfNextRound = (kind: Kind, limits: Limits): number =>
  kind === 'complaint' ? limits.complaintStageTwo : limits.roundTwo

/** The last day on which a complaint should be acknowledged: somebody has it and says when they will write. */
export const acknowledgeBy = ({ receivedOn }: Pick<Enquiry, 'receivedOn'>, { calendar, limits }: Known): Day =>
  addWorkingDays(calendar, receivedOn, limits.complaintAcknowledge)

/** What an enquiry counts by as this kind; `usual` is what its topic and mailbox allow. */
export function clockAs(kind: Kind, enquiry: Enquiry, usual: number, known: Known) {
  const { clockFrom, receivedOn, round, acknowledgedOn } = enquiry
  if (round > 1) return { clockFrom, limitWorkingDays: limitOfNextRound(kind, known.limits) }
  if (kind === 'complaint' && acknowledgedOn) return stageOne(receivedOn, acknowledgedOn, known)
  return { clockFrom: receivedOn, limitWorkingDays: limitOfKind(kind, known.limits) ?? usual }
}

/** Stage 1 runs from the acknowledgement. A late one wins no time: then it runs from the day it should have come. */
function stageOne(receivedOn: Day, acknowledgedOn: Day, known: Known) {
  const by = acknowledgeBy({ receivedOn }, known)
  return { clockFrom: acknowledgedOn < by ? acknowledgedOn : by, limitWorkingDays: known.limits.complaintStageOne }
}

/** A complaint that somebody takes on is acknowledged by that: its first stage begins. Nothing for other kinds. */
export function acknowledging(enquiry: Enquiry, { on, calendar, limits }: Known & { on: Day }): EnquiryEvent[] {
  const { kind, round, acknowledgedOn, pauses } = enquiry
  if (kind !== 'complaint' || round > 1 || acknowledgedOn) return []
  const clock = stageOne(enquiry.receivedOn, on, { calendar, limits })
  const due = dueOn({ receivedOn: clock.clockFrom, limitWorkingDays: clock.limitWorkingDays, pauses, calendar })
  return [{ type: 'stage-begun', ...clock, dueOn: due ?? null }]
}
