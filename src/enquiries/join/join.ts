import { z } from 'zod'
import type { Calendar } from '#clock/door.ts'
import { laterOf, type Day } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { act, type Circumstances, type Decision, type Part } from '../act.ts'
import { isOpen, joinedTo, openPause, statuses, type Enquiry } from '../enquiry.ts'
import type { RunningClock, TookIn } from '../events.ts'
import { agreedDate, dueDate, type Clocked } from '../extend/agreed-date.ts'
import { optionalWords } from '../given.ts'
import { handOverEnds } from '../under-way.ts'
import { givenReference, mayActOnOther, otherNamed, type OtherSeen } from '../together/other.ts'

const shape = z.object({ other: givenReference, why: optionalWords })

export const joiners: readonly Part[] = ['member-services', 'owner', 'holder']

/**
 * One member asked about one matter twice: this enquiry is joined to the other, which leads. The lead counts from the
 * earliest receipt and by the strictest due date; this one is seen by whoever sees the lead and by nobody more, and is
 * always given back as it was (domain, section 2).
 */
export const join = act<z.infer<typeof shape>, { found: OtherSeen }>({
  name: 'join',
  label: 'Join to another enquiry',
  may: 'enquiries.join',
  from: statuses,
  to: ['closed'],
  by: joiners,
  shape,
  others: (_tx, _reference, { other }) => [other],
  gather: async (tx, _enquiry, { other }, at) => ({ found: await otherNamed(tx, other, at) }),
  decide: (enquiry, it): Result<Decision> => {
    const found = mayActOnOther(it.found, enquiry, { by: joiners })
    if (!found.ok) return found
    const lead = found.value
    const refused = cannotLead(lead, enquiry)
    if (refused) return refused
    return allow({
      events: [
        ...handOverEnds(enquiry),
        {
          type: 'joined',
          to: lead.id,
          restricted: lead.restricted,
          mailboxId: lead.mailboxId,
          ...(it.why && { messageId: it.messageId }),
        },
      ],
      ...(it.why && {
        words: { kind: 'note', words: `Joined to ${lead.reference}: ${it.why}`, internal: true } as const,
      }),
      others: [{ enquiry: lead, events: [takingIn(lead, enquiry, it)] }],
    })
  },
})

function cannotLead(lead: Enquiry, enquiry: Enquiry): Refused | undefined {
  const no = (code: string, words: string) => refuse(code, words, 'other')
  if (lead.memberId !== enquiry.memberId)
    return no('other-member', `${lead.reference} is another member’s. Put enquiries of several members into a set`)
  if (joinedTo(lead))
    return no('joined-itself', `${lead.reference} is joined to another enquiry itself: choose that one`)
  if (!isOpen(lead)) return no('not-open', `${lead.reference} is not open: nobody works on it any more`)
  if (enquiry.links.some(it => it.as === 'took-in'))
    return no('leads', 'Other enquiries are joined to this one: let it lead, and join the other to it')
  if (enquiry.setLeadId || lead.setLeadId) return no('in-a-set', 'One of the two is in a set: take it out first')
  return wider(lead, enquiry)
    ? no('wider', 'A restricted enquiry would be seen by more people: let it lead')
    : undefined
}

/** Whether what only few may see would come to be seen by more. */
const wider = (lead: Enquiry, { restricted, mailboxId }: Enquiry): boolean =>
  restricted && !(lead.restricted && lead.mailboxId === mailboxId)

function takingIn(lead: Enquiry, enquiry: Enquiry, { on, calendar }: Circumstances): TookIn {
  const waiting = openPause(lead)
  const repliedOn = waiting && laterOf(enquiry.receivedOn, waiting.askedOn)
  return {
    type: 'took-in',
    enquiry: enquiry.id,
    receivedOn: enquiry.receivedOn,
    ...(isOpen(enquiry) && { clock: runningClock(enquiry, on, calendar) }),
    // another word from the member about the matter is a word from the member: it ends a wait for them
    ...(repliedOn && { waitEnds: { repliedOn, ...datesOf(repliedNow(lead, repliedOn), calendar) } }),
  }
}

/** A clock as it would run if every open question were answered on this day. */
function runningClock(it: Enquiry, on: Day, calendar: Calendar): RunningClock {
  const { clockFrom, limitWorkingDays, pauses, extensions } = repliedNow(it, on)
  const dates = datesOf({ clockFrom, limitWorkingDays, pauses, extensions }, calendar)
  return { clockFrom, limitWorkingDays, pauses, extensions, agreedDueOn: null, ...dates }
}

const repliedNow = (it: Enquiry, on: Day): Enquiry => ({
  ...it,
  pauses: it.pauses.map(pause => (pause.repliedOn ? pause : { ...pause, repliedOn: laterOf(on, pause.askedOn) })),
})

const datesOf = (it: Clocked, calendar: Calendar) => ({ dueOn: dueDate(it, calendar)!, ...agreedDate(it, calendar) })
