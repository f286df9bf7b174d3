import type { Figure } from '#platform/views/components/figures.ts'
import type { OwnFigures } from './own-figures.sql.ts'

/** Below this many, a share or a median says more about chance than about the council (domain, section 10). */
export const fewest = 5

/** The figures with what they rest on. */
export function figuresShown({ raised, judged, onTime, answered, medianWorkingDays }: OwnFigures): Figure[] {
  return [
    { label: 'Raised', value: { text: raised } },
    judged < fewest
      ? { label: 'Answered on time', value: { text: '–' }, note: { text: tooFew(judged) } }
      : {
          label: 'Answered on time',
          value: { text: `${Math.floor((100 * onTime) / judged)}%` },
          note: { text: `${onTime} of ${judged}` },
        },
    answered < fewest || medianWorkingDays === null
      ? { label: 'Usual wait', value: { text: '–' }, note: { text: tooFew(answered) } }
      : {
          label: 'Usual wait',
          value: { text: oneDecimal(medianWorkingDays) },
          note: { text: `working days, median of ${answered}` },
        },
  ]
}

/** What each figure counts, beside it on the page. */
export const figureMeanings: readonly (readonly [name: string, meaning: string])[] = [
  ['Raised', 'Enquiries the council received from the member in the last 12 months, by any channel.'],
  [
    'Answered on time',
    'Of those, how many had their first answer by the date first given, out of all that were answered or fell due. Those without an answer after that date count as late.',
  ],
  [
    'Usual wait',
    'Working days from receipt to the first answer, in the middle: half took less, half took more. Days spent waiting for a reply from the member are not taken off.',
  ],
]

const tooFew = (n: number): string => `too few to say (${n})`
const oneDecimal = (n: number): string => (Number.isInteger(n) ? String(n) : n.toFixed(1))
