import { z } from 'zod'
import type { Calendar } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { act, type Decision } from '../act.ts'
import { replay } from '../apply.ts'
import { candidateFor, type Candidate } from '../candidate.sql.ts'
import { asTheHouse } from '../doer.ts'
import { enquiryById, enquiryByReference, historyOf } from '../enquiry.sql.ts'
import { isOpen, joinedTo, statuses, type Enquiry } from '../enquiry.ts'
import type { BeforeJoining, ClockBeforeJoining, EnquiryEvent, Recorded } from '../events.ts'
import { agreedDate, dueDate } from '../extend/agreed-date.ts'
import { optionalWords } from '../given.ts'
import { joiners } from '../join/join.ts'

const shape = z.object({ why: optionalWords })

type Facts = {
  readonly lead: Enquiry | undefined
  readonly history: readonly Recorded[]
  readonly leadHistory: readonly Recorded[]
  readonly lastHolder: Candidate | undefined
}

/**
 * The two matters are not one after all. Each is again what it would be had they never been joined: this one gets back
 * its status, holder, dates and access, the lead its own clock.
 */
export const unjoin = act<z.infer<typeof shape>, Facts>({
  name: 'unjoin',
  label: 'Separate from the other enquiry',
  may: 'enquiries.join',
  from: ['closed'],
  to: statuses,
  whileJoined: true,
  by: [...joiners, 'responder'],
  shape,
  others: async (tx, reference) => {
    const lead = await leadOf(tx, await enquiryByReference(tx, reference))
    return lead ? [lead.reference] : []
  },
  gather: (tx, enquiry, _given, at) => {
    // whoever separates them need not see the lead: it is given back its clock all the same
    return asTheHouse(tx, at.by.person ?? 'system', async () => {
      const [history, lead] = await Promise.all([historyOf(tx, enquiry.id), leadOf(tx, enquiry)])
      const before = beforeJoining(enquiry, history)
      const [leadHistory, lastHolder] = await Promise.all([
        lead ? historyOf(tx, lead.id) : [],
        before.holderId ? candidateFor(tx, before, before.holderId, at.today) : undefined,
      ])
      return { lead, history, leadHistory, lastHolder }
    })
  },
  decide: (enquiry, it): Result<Decision> => {
    const { lead } = it
    if (!lead) return refuse('not-joined', 'It is not joined to another enquiry')
    const { why, messageId } = it
    return allow({
      events: [
        {
          type: 'unjoined',
          from: lead.id,
          restored: ownAgain(enquiry, it),
          ...(why && { messageId }),
        },
      ],
      ...(why && { words: { kind: 'note', words: `Separated: ${why}`, internal: true } as const }),
      others: [
        {
          enquiry: lead,
          events: [{ type: 'gave-back', enquiry: enquiry.id, restored: leadAgain(lead, enquiry, it) }],
        },
      ],
    })
  },
})

/** The enquiry that leads this one, if it is joined to one the viewer sees. */
async function leadOf(tx: Tx, enquiry: Enquiry | undefined): Promise<Enquiry | undefined> {
  const id = enquiry && joinedTo(enquiry)
  return id ? enquiryById(tx, id) : undefined
}

/** An enquiry as its history makes it without the newest event of a kind. */
function without(
  { id, reference }: Enquiry,
  history: readonly Recorded[],
  which: (event: EnquiryEvent) => boolean,
): Enquiry {
  const at = history.findLastIndex(({ event }) => which(event))
  return replay(id, reference, history.toSpliced(at, at < 0 ? 0 : 1))
}

const beforeJoining = (enquiry: Enquiry, history: readonly Recorded[]): Enquiry =>
  without(enquiry, history, event => event.type === 'joined')

/** The work goes back to whoever had it, or to its mailbox when they are not there any more. */
function ownAgain(enquiry: Enquiry, { history, lastHolder, calendar }: Facts & { calendar: Calendar }): BeforeJoining {
  const before = beforeJoining(enquiry, history)
  const gone = isOpen(before) && lastHolder !== undefined && (!lastHolder.named || lastHolder.disabled)
  const { closedOn, outcome, laneOn, nextUpdateOn, restricted, mailboxId, status } = before
  const { holderId, accepted, assignedOn, climbed, rightMailboxId, submittedBy } = before
  return {
    closedOn,
    outcome,
    laneOn,
    nextUpdateOn,
    restricted,
    mailboxId,
    rightMailboxId,
    climbed,
    ...(gone
      ? {
          holderId: null,
          accepted: false,
          assignedOn: null,
          submittedBy: null,
        }
      : {
          holderId,
          accepted,
          assignedOn,
          submittedBy,
        }),
    status: gone && status !== 'waiting-for-member' ? 'new' : status,
    ...datesNow(before, calendar),
  }
}

/** The lead’s clock as it would stand; what is answered already is not judged anew. */
function leadAgain(
  lead: Enquiry,
  enquiry: Enquiry,
  { leadHistory, calendar }: Facts & { calendar: Calendar },
): ClockBeforeJoining {
  const alone = without(lead, leadHistory, event => event.type === 'took-in' && event.enquiry === enquiry.id)
  const { status, receivedOn, clockFrom, limitWorkingDays, pauses, extensions } = alone
  return { status, receivedOn, clockFrom, limitWorkingDays, pauses, extensions, ...datesNow(alone, calendar) }
}

/** The dates of a clock that runs, by the calendar of today; one that has stopped keeps its own. */
function datesNow(it: Enquiry, calendar: Calendar): Pick<Enquiry, 'dueOn' | 'agreedDueOn' | 'headlineDueOn'> {
  const { dueOn, agreedDueOn, headlineDueOn } = it
  if (!isOpen(it)) return { dueOn, agreedDueOn, headlineDueOn }
  const due = dueDate(it, calendar) ?? null
  const agreed = agreedDate(it, calendar).agreedDueOn ?? null
  return { dueOn: due, agreedDueOn: agreed, headlineDueOn: it.round === 1 ? due : headlineDueOn }
}
