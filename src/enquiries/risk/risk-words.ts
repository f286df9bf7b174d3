import type { Day } from '#kernel/day.ts'
import { inWords } from '#kernel/day.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import { likelyPercent } from '../board/board.sql.ts'
import type { Counted } from './risk.ts'
import type { RiskKept } from './risk.sql.ts'

type AtRisk = { readonly latePercent: number | null; readonly dueOn: Day | null }

/** Of what is late already nobody needs a risk, and what waits for a member has no date to miss. */
const hasRisk = ({ latePercent, dueOn }: AtRisk, today: Day): boolean =>
  latePercent !== null && dueOn !== null && dueOn >= today

/** More likely late than not. */
export const isLikelyLate = (it: AtRisk, today: Day): boolean => hasRisk(it, today) && it.latePercent! >= likelyPercent

/** `62%, likely late`; undefined where nothing can be said. */
export function riskInShort(it: AtRisk, today: Day): string | undefined {
  if (!hasRisk(it, today)) return undefined
  return isLikelyLate(it, today) ? `${it.latePercent}%, likely late` : `${it.latePercent}%`
}

export type RiskWords = { readonly heading: string; readonly reasons: readonly string[]; readonly when: string }

/** How likely it is to be late and what speaks for it: each reason with the share it was late in, and of how many. */
export function riskInWords({ percent, why, workedOutOn }: RiskKept, topic: string | null): RiskWords {
  const { daysLeft = 0, alike, holding, load } = why
  return {
    heading: `${tenInWords(percent)} like this ${Math.round(percent / 10) === 1 ? 'is' : 'are'} late in the end (${percent}%)`,
    reasons: [
      alike && `${daysLeftInWords(daysLeft)}: ${lateOf(alike)}`,
      why.topic && topic !== null && `About ${topic}, with as many days left: ${lateOf(why.topic)}`,
      holding && `${holdingInWords(load ?? null, why.band)}: ${lateOf(holding)}`,
    ].filter(it => it !== undefined && it !== false),
    when: `Worked out on ${inWords(workedOutOn)} from enquiries of the last 13 months.`,
  }
}

/** `4 in 10`; below one in twenty `Hardly any`. */
const tenInWords = (percent: number): string =>
  percent < 5 ? 'Hardly any' : percent > 95 ? 'Nearly all' : `${Math.round(percent / 10)} in 10`

const daysLeftInWords = (days: number): string =>
  days === 0 ? 'Still open on the day it is due' : `Still open with ${counted(days, 'working day')} left`

const holdingInWords = (load: number | null, band: RiskKept['why']['band']): string => {
  if (load === null || band === 'nobody' || band === undefined) return 'Nobody had it yet, with as many days left'
  const much = { little: 'less than most', middling: 'about as much as most', much: 'more than most' }[band]
  return `Its handler has ${numberInWords(load)} open, ${much}`
}

/** `80 of 212 were late (38%)`; `too few to say` of hardly any. */
const lateOf = ({ n, late }: Counted): string =>
  n < fewest
    ? `too few to say (${n})`
    : `${numberInWords(late)} of ${numberInWords(n)} ${late === 1 ? 'was' : 'were'} late (${Math.round((100 * late) / n)}%)`

/** Of fewer a share says nothing. */
const fewest = 5
