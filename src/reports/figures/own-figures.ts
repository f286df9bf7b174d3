import { addDays, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Figure as ShownFigure } from '#platform/views/components/figures.ts'
import { figures } from './figures.ts'
import { measureNamed, type MeasureKey } from './measures.ts'
import { restsOn, valueInWords } from './page/in-words.ts'

const shown = ['volume', 'inTarget', 'median'] as const satisfies readonly MeasureKey[]

/** What members are told of the answers they got in the last 12 months, by the same measures as everybody else. */
export async function ownFigures(tx: Tx, members: readonly string[], today: Day) {
  const [all] = await figures(tx, { from: addDays(today, -365), to: today, within: { member: members } }, today)
  const measures = shown.map(key => ({ ...measureNamed(key)!, key }))
  return {
    received: all!.n,
    items: measures.map((measure): ShownFigure => {
      const figure = all!.values[measure.key]
      const note = 'tooFew' in figure && figure.n === 0 ? 'too few to say (0)' : restsOn(measure, figure)
      return {
        label: measure.label,
        value: { text: 'tooFew' in figure ? '–' : valueInWords(measure, figure.value) },
        ...(note && { note: { text: note } }),
      }
    }),
    meanings: measures.map(({ label, definition }) => [label, definition] as const),
  }
}
