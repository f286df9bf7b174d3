import { listInWords, numberInWords } from '#kernel/text.ts'
import type { Figure } from '../figures/figure.ts'
import type { Measure } from '../figures/measure.ts'
import type { Change } from './compare.ts'
import { figureOf, isBetter, type Reading, type Told } from './reading.ts'

/** A value as people read it: `83%`, `7.5 working days`, `3.2`, `412`. */
export function valueInWords(figure: Figure, { unit }: Measure): string {
  if ('tooFew' in figure) return 'Too few to say'
  const value = numberInWords(Math.round(figure.value * 10) / 10)
  if (unit === 'percent') return `${value}%`
  return unit === 'working days' ? `${value} working ${figure.value === 1 ? 'day' : 'days'}` : value
}

/** The same in few words, with what it rests on: `83% of 412`. */
export function shortValue(figure: Figure, measure: Measure): string {
  if ('tooFew' in figure) return `Too few (${figure.n})`
  if (measure.unit === 'enquiries') return valueInWords(figure, measure)
  return `${valueInWords(figure, measure).replace(/ working days?/, ' days')} of ${numberInWords(figure.n)}`
}

/** What changed by more than chance, what did not, and what nobody can say; the worse first. */
export function summaryOf(readings: readonly Reading[]): string[] {
  const changed = readings.filter(it => it.change.verdict === 'more' || it.change.verdict === 'less')
  const rank = (it: Reading) => ({ false: 0, null: 1, true: 2 })[String(isBetter(it.measure, it.change)) as 'null']
  const labels = (verdict: Change['verdict']) =>
    readings.filter(it => it.change.verdict === verdict).map(it => lowered(it.measure.label))
  const [level, few] = [labels('level'), labels('too-few')]
  return [
    ...changed.toSorted((a, b) => rank(a) - rank(b)).map(it => sentenceOf(it, it.before, it.change)),
    ...readings.flatMap(it => seasonOf(it)),
    ...(changed.length === 0 && level.length > 0 ? ['Nothing changed by more than chance explains.'] : []),
    ...(level.length > 0 ? [`No more different than chance explains: ${listInWords(level)}.`] : []),
    ...(few.length > 0 ? [`Too few to compare: ${listInWords(few)}.`] : []),
  ]
}

/** Only where the same season a year ago says something that the period before does not. */
function seasonOf(it: Reading): string[] {
  const { yearBefore, yearChange, change } = it
  if (!yearBefore || !yearChange || (yearChange.verdict !== 'more' && yearChange.verdict !== 'less')) return []
  return change.verdict === yearChange.verdict ? [] : [sentenceOf(it, yearBefore, yearChange)]
}

function sentenceOf(reading: Reading, before: Told, change: Change): string {
  const { measure, now } = reading
  const than = `${saidOf(now, measure)} in ${now.span.label}, against ${saidOf(before, measure)} in ${before.span.label}`
  const better = isBetter(measure, change)
  const judged = better === null ? '' : better ? ', which is better' : ', which is worse'
  return `${measure.label}: ${than}${byHowMuch(measure, now, change)}${judged}. ${chanceInWords(change)}`
}

function saidOf(told: Told, measure: Measure): string {
  const figure = figureOf(told, measure)
  const value = valueInWords(figure, measure)
  return measure.unit === 'enquiries' ? value : `${value} (of ${numberInWords(figure.n)})`
}

function byHowMuch({ unit }: Measure, now: Told, { by }: Change): string {
  if (by === null) return ''
  const size = numberInWords(Math.round(Math.abs(by) * 10) / 10)
  if (unit === 'enquiries')
    return `; ${numberInWords(Math.round(Math.abs(by)))} ${by > 0 ? 'more' : 'fewer'} than ${now.workingDays} working days would have brought at the earlier rate`
  if (unit === 'percent') return `: ${size} percentage points ${by > 0 ? 'more' : 'fewer'}`
  if (unit === 'score') return `: ${size} ${by > 0 ? 'higher' : 'lower'}`
  return `: ${size} working ${Math.abs(by) === 1 ? 'day' : 'days'} ${by > 0 ? 'longer' : 'shorter'}`
}

function chanceInWords({ chance }: Change): string {
  if (chance === null) return 'A rule of thumb, not a test of chance.'
  const rarity = chance < 0.0001 ? '10,000' : chance < 0.001 ? '1,000' : '100'
  return `Chance alone does this less than once in ${rarity} times.`
}

const lowered = (label: string): string =>
  label.startsWith('One Stop') ? label : label.charAt(0).toLowerCase() + label.slice(1)

/** How it was told a change from chance, in plain words, for the end of every pack. */
export const howCompared: readonly string[] = [
  'Figures go up and down by luck alone. A change is named only where luck would make one as large less than once in a hundred comparisons; the more enquiries there are, the smaller a change has to be to count.',
  'Shares (per cent) are compared by the two-proportion test, with n on both sides, and not at all where either side has fewer than five of a kind.',
  'Numbers received are compared as counts of events that come singly (Poisson), taking into account how many working days each period had.',
  'Scores are compared by their means, taking the widest spread that a mean allows, so that a change is named late rather than early.',
  'Waits in working days are only called changed by a working day or more, with thirty or more answers on both sides: that is a rule of thumb, not a test.',
  'Some measures are compared at once. Where many are, one in a hundred may still be luck: look whether it lasts.',
]
