import type { MeasureKey } from '../measures.ts'

/** Measures that are looked at together: a page shows one group, a file all of them. */
export const groups = {
  overview: {
    label: 'Overview',
    measures: ['volume', 'inTarget', 'openOverdue', 'median', 'p90', 'brokenPromises'],
  },
  time: {
    label: 'In time',
    measures: ['inTarget', 'inAgreed', 'inTargetGross', 'median', 'medianNet', 'p90', 'p90Net'],
  },
  open: { label: 'Open work', measures: ['open', 'openOverdue', 'oldest', 'chased', 'climbed'] },
  handling: { label: 'Handling', measures: ['extended', 'paused', 'rounds', 'deflected'] },
  quality: { label: 'Quality', measures: ['quality', 'rating', 'rounds', 'brokenPromises'] },
  intake: { label: 'Coming in', measures: ['volume', 'recorded', 'registeredLate'] },
} as const satisfies Record<string, { label: string; measures: readonly MeasureKey[] }>

export type GroupName = keyof typeof groups

export const isGroup = (word: string): word is GroupName => Object.hasOwn(groups, word)
