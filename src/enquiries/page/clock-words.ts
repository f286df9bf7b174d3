import { howWorkedOut, standingOf, type Calendar, type ClockStanding } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { isOpen, openPause, type Enquiry } from '../enquiry.ts'
import { lateInWords } from './due-words.ts'

/** The clock of the current round as the meter shows it. */
export type ClockShown = {
  readonly heading: string
  readonly words: string
  /** working days that counted, those after the due date included */
  readonly used: number
  readonly limit: number
  readonly tone: 'good' | 'soon' | 'late' | 'paused' | 'done'
}

/** How the clock stands, in words. Pure: the day and the calendar are given. */
export function clockInWords(
  enquiry: Enquiry,
  today: Day,
  calendar: Calendar,
  reader: 'council' | 'member' = 'council',
): ClockShown {
  const stoppedOn = isOpen(enquiry) ? undefined : (enquiry.answeredOn ?? enquiry.closedOn ?? undefined)
  const standing = standingOf({ calendar, dueOn: enquiry.dueOn ?? undefined, today, ...(stoppedOn && { stoppedOn }) })
  const used = countedDays(enquiry, stoppedOn ?? today, calendar) + standing.workingDaysLate
  const shown = stoppedOn
    ? stopped(enquiry, stoppedOn, used)
    : enquiry.dueOn
      ? running(enquiry.dueOn, today, standing)
      : paused(enquiry, used, reader)
  return {
    ...shown,
    words: sentences([shown.words, agreedInWords(enquiry), roundInWords(enquiry)]),
    used,
    limit: enquiry.limitWorkingDays,
  }
}

type Shown = Pick<ClockShown, 'heading' | 'words' | 'tone'>

function running(dueOn: Day, today: Day, { standing, workingDaysLeft, workingDaysLate }: ClockStanding): Shown {
  if (standing.endsWith('overdue'))
    return {
      heading: `Was due ${inWordsWithWeekday(dueOn)}`,
      words: lateInWords(workingDaysLate, dueOn, today),
      tone: 'late',
    }
  return {
    heading: `Due ${inWordsWithWeekday(dueOn)}`,
    words:
      workingDaysLeft === 0
        ? 'An answer is due by the end of today'
        : `${counted(workingDaysLeft, 'working day')} left`,
    tone: standing === 'due-soon' ? 'soon' : 'good',
  }
}

function paused(enquiry: Enquiry, used: number, reader: 'council' | 'member'): Shown {
  const since = openPause(enquiry)?.askedOn
  return {
    heading: since ? `Paused since ${inWordsWithWeekday(since)}` : 'Paused',
    words: `The clock stands still at working day ${used} of ${enquiry.limitWorkingDays} until ${reader === 'member' ? 'you reply' : 'the member replies'}`,
    tone: 'paused',
  }
}

function stopped({ answeredOn, dueOn }: Enquiry, on: Day, used: number): Shown {
  if (!answeredOn)
    return {
      heading: `Closed ${inWordsWithWeekday(on)}`,
      words: dueOn ? `It was due ${inWords(dueOn)}` : '',
      tone: 'done',
    }
  const late = dueOn !== null && on > dueOn
  return {
    heading: used === 0 ? 'Answered at once' : `Answered on working day ${used}`,
    words: dueOn ? `${late ? 'Late' : 'In time'}: it was due ${inWords(dueOn)}` : '',
    tone: late ? 'late' : 'done',
  }
}

const agreedInWords = ({ agreedDueOn, answeredOn }: Enquiry): string => {
  if (!agreedDueOn) return ''
  if (answeredOn)
    return `${answeredOn <= agreedDueOn ? 'Within' : 'After'} the date agreed later, ${inWords(agreedDueOn)}`
  return `Extended: the member was told ${inWordsWithWeekday(agreedDueOn)}`
}

const roundInWords = ({ round, headlineDueOn }: Enquiry): string =>
  round === 1 ? '' : `Round ${round}${headlineDueOn ? `: the first answer was due ${inWords(headlineDueOn)}` : ''}`

const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map(part => `${part}.`)
    .join(' ')

/** Working days that counted up to a day, at most as many as are allowed. */
function countedDays({ clockFrom, limitWorkingDays, pauses }: Enquiry, upTo: Day, calendar: Calendar): number {
  const days = howWorkedOut({ receivedOn: clockFrom, limitWorkingDays, pauses, calendar }, upTo)
  return days.filter(day => day.counted !== undefined && day.on <= upTo).length
}
