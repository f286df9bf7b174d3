import type { FigureRow } from '../figures/figure.ts'
import type { Cell, Column } from './document.ts'
import { valueOf } from './reading.ts'

export const few = 'Too few'
export const number = (text: string, suffix = ''): Column => ({ text, numeric: true, ...(suffix && { suffix }) })

/** A value for a table: a number to go on working with, or why there is none. */
export function cell(row: FigureRow | undefined, key: keyof FigureRow['values']): Cell {
  if (!row || row.n === 0) return null
  return valueOf(row.values[key]) ?? few
}
