import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision, type Limits } from '../act.ts'
import { historyOf } from '../enquiry.sql.ts'
import { openPause } from '../enquiry.ts'
import type { Recorded } from '../events.ts'

/** The newest question to the member, and the days on which they were reminded of it. */
export type Reminded = { readonly asked: string | undefined; readonly reminders: readonly Day[] }

/**
 * The member is reminded of a question twice, each time once (domain, section 2). The clock stays paused. A run that
 * comes late reminds at once, and never twice on one day.
 */
export const remind = act<object, Reminded>({
  name: 'remind',
  label: 'Remind the member of a question',
  may: 'system',
  from: ['waiting-for-member'],
  to: ['waiting-for-member'],
  by: ['system'],
  shape: z.object({}),
  gather: async (tx, enquiry) => remindersIn(await historyOf(tx, enquiry.id)),
  decide: (enquiry, it): Result<Decision> => {
    const time = it.reminders.length + 1
    const after = reminderDays(it.limits)[time - 1]
    if (after === undefined || !it.asked) return refuse('reminded', 'The member was reminded often enough')
    const from = addWorkingDays(it.calendar, openPause(enquiry)!.askedOn, after)
    if (it.today < from || it.reminders.at(-1) === it.today)
      return refuse('too-soon', 'It is too soon to remind the member')
    return allow({ events: [{ type: 'reminded', messageId: it.asked, time }] })
  },
})

/** The working days after a question on which the member is reminded: those before it closes. */
export const reminderDays = ({ remindFirst, remindSecond, waiting }: Limits): number[] =>
  [remindFirst, remindSecond].filter(days => days < waiting).toSorted((a, b) => a - b)

export function remindersIn(history: readonly Recorded[]): Reminded {
  const last = history.findLastIndex(({ event }) => event.type === 'asked')
  const asked = history[last]?.event
  return {
    asked: asked?.type === 'asked' ? asked.messageId : undefined,
    reminders: history
      .slice(last + 1)
      .filter(({ event }) => event.type === 'reminded')
      .map(it => it.on),
  }
}
