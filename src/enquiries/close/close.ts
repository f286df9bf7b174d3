import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { historyOf } from '../enquiry.sql.ts'
import { openPause, type Enquiry } from '../enquiry.ts'
import { optionalWords, words } from '../given.ts'
import { reminderDays, remindersIn, type Reminded } from '../remind/remind.ts'
import { ending } from './ending.ts'

const shape = z.object({
  outcome: z.enum(['unsatisfied', 'no-response'], 'Select why it is closed'),
  route: optionalWords.transform(oneLine),
  text: words('Enter what the member is told'),
})

/**
 * An officer closes what cannot come to an answer: the member is not satisfied and has a route to go on, or cannot be
 * reached. The member is always told why. What belongs elsewhere is rerouted or transferred instead.
 */
export const close = ending({
  name: 'close',
  label: 'Close without an answer',
  shape,
  ends: it => ({ outcome: it.outcome }),
  told: it => ({ 'Where you can go next': it.route }),
  refused: it =>
    it.outcome === 'unsatisfied' && !it.route
      ? refuse('no-route', 'Enter where the member can go next', 'route')
      : undefined,
})

/**
 * The timetable closes what has been silent long enough: an answer nobody spoke of is “not stated”, never “satisfied”;
 * a question nobody answered is “member silent” (domain, section 2).
 */
export const closeSilent = act<object, Reminded>({
  name: 'close-silent',
  label: 'Close after silence',
  may: 'system',
  from: ['answered', 'waiting-for-member'],
  to: ['closed'],
  by: ['system'],
  shape: z.object({}),
  gather: async (tx, enquiry) =>
    enquiry.status === 'answered' ? remindersIn([]) : remindersIn(await historyOf(tx, enquiry.id)),
  decide: (enquiry, it): Result<Decision> => {
    if (enquiry.laneOn) return refuse('in-lane', 'The member wrote after the answer: somebody has to look first')
    if (it.today <= silentUntil(enquiry, it)) return refuse('too-soon', 'It has not been silent long enough')
    if (enquiry.status === 'waiting-for-member' && !isReminded(it))
      return refuse('not-reminded', 'The member was not reminded often enough')
    return allow({
      events: [{ type: 'closed', outcome: enquiry.status === 'answered' ? 'not-stated' : 'member-silent' }],
    })
  },
})

/** Nothing closes for want of a reply that was not asked after, and not on the very day of the last reminder. */
const isReminded = ({ reminders, limits, today }: Reminded & Pick<Circumstances, 'limits' | 'today'>): boolean =>
  reminders.length >= reminderDays(limits).length && reminders.at(-1) !== today

/** The last day on which a word from the member still keeps it from closing. */
function silentUntil(enquiry: Enquiry, { calendar, limits }: Parameters<typeof closeSilent.decide>[1]) {
  if (enquiry.status === 'answered') return addWorkingDays(calendar, enquiry.answeredOn!, limits.silence)
  return addWorkingDays(calendar, openPause(enquiry)!.askedOn, limits.waiting)
}
