import { expecting } from './caller.ts'
import { note, timeEach, type Figure, type Results } from './figure.ts'
import { bareHttp } from './floors.ts'
import type { House } from './house.ts'
import { withBrowser } from './pages.ts'

const figure = (name: string): Figure => ({ name, unit: 'ms', target: { atMost: 40 }, floor: bareHttp.name })

/** The board of one mailbox, and all boards of a directorate and of the whole council. */
export async function measureBoard(house: House, results: Results): Promise<void> {
  for (const [key, path] of [
    ['demo.owner', '/enquiries/board/streets'],
    ['demo.director', '/enquiries/board'],
    ['demo.performance', '/enquiries/board'],
  ] as const)
    await withBrowser(house, key, async browser =>
      note(results, figure(`board, ${key}`), await timeEach(100, () => expecting(200, browser.get(path)))),
    )
}
