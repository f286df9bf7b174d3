import { counted, numberInWords } from '#kernel/text.ts'
import type { Figure } from '../figure.ts'
import type { Measure } from '../measure.ts'

/** The council's own limits of what is well. */
export type Limits = { readonly green: number; readonly amber: number }

/** `92.5%`, `12 working days`: rounded down, so that 99.9 never reads as all. */
export function valueInWords({ unit }: Measure, value: number): string {
  switch (unit) {
    case 'percent':
      return `${tenths(value)}%`
    case 'working days':
      return `${tenths(value)} ${value === 1 ? 'day' : 'days'}`
    case 'score':
      return (Math.round(value * 100) / 100).toFixed(2)
    case 'enquiries':
      return numberInWords(value)
  }
}

const tenths = (value: number): string => String(Math.floor(value * 10 + 1e-9) / 10)

/** What a value rests on: `72 of 80`, `of 80`. Nothing where the value is the number itself. */
export function restsOn({ how }: Measure, figure: Figure): string {
  if ('tooFew' in figure) return figure.n === 0 ? '' : `too few to say (${figure.n})`
  if (how.as === 'share') return `${numberInWords(figure.count ?? 0)} of ${numberInWords(figure.n)}`
  if (how.as === 'number' && how.counts === how.of) return ''
  return how.as === 'oldest' ? counted(figure.n, 'open', 'open') : `of ${numberInWords(figure.n)}`
}

export type Tone = { readonly tone: 'done' | 'soon' | 'late'; readonly words: string }

/** Green, amber or red, always with its word; undefined for what is not judged (domain, section 10). */
export function toneOf({ judged }: Measure, figure: Figure, { green, amber }: Limits): Tone | undefined {
  if (!judged || 'tooFew' in figure) return undefined
  if (figure.value >= green) return { tone: 'done', words: 'On target' }
  return figure.value >= amber ? { tone: 'soon', words: 'Nearly' } : { tone: 'late', words: 'Below' }
}
