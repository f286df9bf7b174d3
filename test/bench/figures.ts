import { addDays, dayOf, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { dimensions, figures, rollUp } from '#reports/door.ts'
import { note, timeEach, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { personOf } from './people.ts'

/** Every figure by each dimension over 12 months, as those see them whom the policies let count. */
export async function measureFigures({ db, ...house }: House, results: Results): Promise<void> {
  const now = nowAt(new Date())
  const today = dayOf(now.at)
  await rollUp(db, now)
  for (const who of ['demo.performance', 'demo.owner'] as const) {
    const { id } = await personOf({ db, ...house }, who)
    for (const by of dimensions.filter(it => it !== 'member')) {
      const figure: Figure = { name: `figures by ${by}, 12 months, ${who}`, unit: 'ms', target: { atMost: 150 } }
      const wanted = { from: addDays(today, -365), to: today, by }
      note(results, figure, await timeEach(20, () => inTransaction(db, id, tx => figures(tx, wanted, today))))
    }
  }
}
