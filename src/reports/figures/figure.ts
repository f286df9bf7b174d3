import type { Dimension, Within } from './dimension.ts'
import type { MeasureKey } from './measures.ts'
import type { Period } from './period.ts'

/** Which figures are wanted: of what was received in a period, told apart by a dimension, of some enquiries only. */
export type Wanted = Period & { readonly by?: Dimension; readonly within?: Within }

/**
 * One measure of one row. `n` is how many enquiries it rests on; `count` how many of them it counts, where it counts
 * some. Below the council's minimum there is no value.
 */
export type Figure =
  | { readonly n: number; readonly value: number; readonly count?: number }
  | { readonly n: number; readonly tooFew: true }

/** The figures of one mailbox, ward, …; `n` is what was received. Without a dimension there is one row, `all`. */
export type FigureRow = {
  readonly key: string
  readonly label: string
  readonly n: number
  readonly values: Readonly<Record<MeasureKey, Figure>>
}
