import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { openPause, type Enquiry } from '../enquiry.ts'
import { words } from '../given.ts'

const shape = z.object({
  outcome: z.enum(['rerouted', 'transferred', 'unsatisfied', 'recorded-in-error'], 'Select why it is closed'),
  text: words('Enter what the member is told'),
})

/** An officer closes an enquiry that ends some other way than by an answer. The member is always told why. */
export const close = act({
  name: 'close',
  label: 'Close without an answer',
  may: 'enquiries.close',
  from: ['new', 'assigned', 'in-progress', 'answered'],
  to: ['closed'],
  by: ['holder', 'owner', 'member-services'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'closed', outcome: it.outcome, messageId: it.messageId }],
      words: { kind: 'closing', words: it.text },
    }),
})

/**
 * The timetable closes what has been silent long enough: an answer nobody spoke of is “not stated”, never “satisfied”;
 * a question nobody answered is “member silent” (domain, section 2).
 */
export const closeSilent = act({
  name: 'close-silent',
  label: 'Close after silence',
  may: 'system',
  from: ['answered', 'waiting-for-member'],
  to: ['closed'],
  by: ['system'],
  shape: z.object({}),
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.laneOn) return refuse('in-lane', 'The member wrote after the answer: somebody has to look first')
    if (it.today <= silentUntil(enquiry, it)) return refuse('too-soon', 'It has not been silent long enough')
    return allow({
      events: [{ type: 'closed', outcome: enquiry.status === 'answered' ? 'not-stated' : 'member-silent' }],
    })
  },
})

/** The last day on which a word from the member still keeps it from closing. */
function silentUntil(enquiry: Enquiry, { calendar, limits }: Parameters<typeof closeSilent.decide>[1]) {
  if (enquiry.status === 'answered') return addWorkingDays(calendar, enquiry.answeredOn!, limits.silence)
  return addWorkingDays(calendar, openPause(enquiry)!.askedOn, limits.waiting)
}
