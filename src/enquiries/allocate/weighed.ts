import { inWords, type Day } from '#kernel/day.ts'
import { listInWords, numberInWords } from '#kernel/text.ts'

/** How much somebody had open when work was given out, and whether they were away; away with no last day: until further notice. */
export type Weighed = {
  readonly who: string
  readonly open: number
  readonly away?: true
  readonly untilOn?: Day
}

/** At most so many others are told of. */
const mostTold = 6

/**
 * Why it was given to them: `Priya Nair had 3 open. Kwame Asante had 9, Aled Morgan was away until 4 May 2026.` Of
 * somebody whose name the reader may not know (undefined) it says nothing.
 */
export function weighedInWords(
  weighed: readonly Weighed[],
  to: string,
  nameOf: (id: string) => string | undefined,
): string {
  const chosen = weighed.find(it => it.who === to)
  const others = weighed.filter(it => it.who !== to && nameOf(it.who) !== undefined)
  if (!chosen || nameOf(to) === undefined) return ''
  const first = `${nameOf(to)} had ${numberInWords(chosen.open)} open.`
  const told = others.slice(0, mostTold).map(it => `${nameOf(it.who)} ${standing(it)}`)
  const left = others.length - told.length
  if (left > 0) told.push(`${left} more had as much or were away`)
  return told.length > 0 ? `${first} ${listInWords(told)}.` : first
}

const standing = ({ open, away, untilOn }: Weighed): string =>
  away ? `was away until ${untilOn ? inWords(untilOn) : 'further notice'}` : `had ${numberInWords(open)}`
