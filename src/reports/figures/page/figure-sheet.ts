import type { Sheet } from '#platform/spreadsheet.ts'
import { dimensionWords, type Dimension } from '../dimension.ts'
import type { Figure } from '../figure.ts'
import type { Told } from '../figures.ts'
import { measures } from '../measures.ts'

/** Every figure of every row as a table to save; each measure with what it rests on. Too few to say is an empty cell. */
export const figureSheet = ({ rows, all }: Told, by: Dimension): Sheet => ({
  name: 'Figures',
  heads: [
    dimensionWords[by],
    ...measures.flatMap(({ label, unit }) => [`${label} (${unit === 'percent' ? '%' : unit})`, `${label}: n`]),
  ],
  rows: [{ ...all, label: 'Everything' }, ...rows].map(row => [
    row.label,
    ...measures.flatMap(({ key }) => cells(row.values[key])),
  ]),
})

const cells = (figure: Figure): [number | null, number] => [
  'tooFew' in figure ? null : Math.round(figure.value * 100) / 100,
  figure.n,
]
