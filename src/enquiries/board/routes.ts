import type { Tx } from '#platform/db/database.ts'
import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { allKept } from '../risk/risk.sql.ts'
import { keptPage } from '../risk/kept-page.ts'
import { mayDo } from '#platform/http/viewer.ts'
import type { EnquiryPages } from '../routes.ts'
import { boardsFor } from './boards-for.ts'
import { evenOut, shareOut } from './rebalance.ts'
import { boardPage } from './board-page.ts'
import { boardsPage } from './boards-page.ts'
import { readBoard } from './read-board.ts'
import { capacityOf, horizonOf } from './read-capacity.ts'

const may = 'enquiries.board'

/** The board of a mailbox, all boards of somebody, and whether the risk they show can be believed. */
export const boardRoutes = (deps: EnquiryPages): Route[] => [
  { method: 'GET', path: '/enquiries/board', may, handle: asked => asked.transact(tx => showBoards(tx, asked, deps)) },
  {
    method: 'GET',
    path: '/enquiries/board/risk',
    may: 'enquiries.worklist',
    handle: asked => asked.transact(async tx => page(keptPage(await allKept(tx)))),
  },
  {
    method: 'GET',
    path: '/enquiries/board/:key',
    may,
    handle: asked => asked.transact(tx => showBoard(tx, asked, deps)),
  },
  {
    method: 'POST',
    path: '/enquiries/board/:key/share-out',
    may: 'enquiries.allocate',
    handle: asked => asked.transact(tx => shareOut(tx, asked, deps.house)),
  },
  {
    method: 'POST',
    path: '/enquiries/board/:key/even-out',
    may: 'enquiries.allocate',
    handle: asked => asked.transact(tx => evenOut(tx, asked, deps.house)),
  },
]

async function showBoards(tx: Tx, asked: Asked, { house }: EnquiryPages): Promise<Answer> {
  const [boxes, calendar] = await Promise.all([boardsFor(tx, asked), house.calendar(tx)])
  const [only, ...others] = boxes
  if (only && others.length === 0) return redirect(`/enquiries/board/${only.key}`)
  const { today } = asked.now
  const capacities = await capacityOf(
    tx,
    calendar,
    today,
    boxes.map(it => it.id),
  )
  const rows = boxes.map((mailbox, at) => ({ mailbox, capacity: capacities[at]! }))
  return page(boardsPage(rows, horizonOf(calendar, today)))
}

async function showBoard(tx: Tx, asked: Asked, { house }: EnquiryPages): Promise<Answer> {
  const [boxes, calendar] = await Promise.all([boardsFor(tx, asked), house.calendar(tx)])
  const mailbox = boxes.find(it => it.key === asked.params.key)
  if (!mailbox) return missing
  const board = await readBoard(tx, asked, calendar, mailbox)
  return page(
    boardPage({
      ...board,
      runs: mayDo(asked.viewer, 'enquiries.allocate'),
      csrf: asked.csrf,
      several: boxes.length > 1,
    }),
  )
}
