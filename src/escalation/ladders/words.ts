import { counted } from '#kernel/text.ts'
import type { StepName } from '../ladder.ts'

type StepWords = {
  /** the label of its field: what is counted */
  readonly label: string
  readonly hint: string
  /** whole, with the number: a line of the ladder as everybody reads it */
  readonly line: (days: number) => string
  readonly tells: string
}

const wd = (days: number): string => counted(days, 'working day')

export const stepWords: Readonly<Record<StepName, StepWords>> = {
  notAccepted: {
    label: 'Not accepted: the holder and the mailbox owner are told',
    hint: 'Working days after it was given to somebody',
    line: days => `Not accepted ${wd(days)} after it was given to somebody`,
    tells: 'Whoever was given it, and the owner of the mailbox',
  },
  stillNotAccepted: {
    label: 'Still not accepted: member services are told',
    hint: 'Working days after it was given to somebody',
    line: days => `Still not accepted after ${wd(days)}`,
    tells: 'Member services',
  },
  nothingSaid: {
    label: 'Nothing said to the member: the holder is told',
    hint: 'Working days after it was received',
    line: days => `Nobody has written to the member by working day ${days}`,
    tells: 'Whoever has it',
  },
  dueSoon: {
    label: 'Due soon: the holder and the mailbox owner are told',
    hint: 'Working days before the answer is due',
    line: days => `${wd(days)} before the answer is due`,
    tells: 'Whoever has it, and the owner of the mailbox',
  },
  overdue: {
    label: 'Late: the head of service is told, and the member is given a new date',
    hint: 'Working days after the answer was due',
    line: days => `${wd(days)} after the answer was due`,
    tells: 'The head of service; the member is told when they will hear again',
  },
  stillOverdue: {
    label: 'Still late: the director is told',
    hint: 'Working days after the answer was due',
    line: days => `${wd(days)} after the answer was due`,
    tells: 'The director',
  },
  leadership: {
    label: 'Very late: on the leadership team’s list until it is answered',
    hint: 'Working days after the answer was due',
    line: days => `${wd(days)} after the answer was due`,
    tells: 'The leadership team, until it is answered',
  },
}
