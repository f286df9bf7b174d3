import { standingOf, type Calendar } from '#clock/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import type { Html } from '#platform/views/html.ts'
import type { Asked } from '../enquiry.ts'
import { lateInWords, leftInWords } from '../page/due-words.ts'

type Clocked = Pick<Asked, 'dueOn' | 'endedOn' | 'ended'>

/** How a contribution stands by its own clock, or a partner by theirs. */
export function standingTag({ dueOn, endedOn, ended }: Clocked, today: Day, calendar: Calendar): Html {
  if (endedOn)
    return ended === 'given'
      ? statusTag({
          tone: endedOn > dueOn ? 'soon' : 'done',
          text: `Came ${inWords(endedOn)}${endedOn > dueOn ? ', late' : ''}`,
        })
      : statusTag({ tone: 'quiet', text: 'No longer needed' })
  const { workingDaysLeft, workingDaysLate, standing } = standingOf({ calendar, dueOn, today })
  if (dueOn < today) return statusTag({ tone: 'late', text: lateInWords(workingDaysLate, dueOn, today) })
  return statusTag({
    tone: standing === 'due-soon' ? 'soon' : 'active',
    text: leftInWords(dueOn, workingDaysLeft, today, calendar),
  })
}
