import { allMailboxes, isOpen, type Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { allKept } from '../risk/risk.sql.ts'
import { keptPage } from '../risk/kept-page.ts'
import type { EnquiryPages } from '../routes.ts'
import { viewersBoards } from './board.sql.ts'
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
]

/** The mailboxes whose board the viewer may look at, closed ones left out, by name. */
export async function boardsFor(tx: Tx, { now }: Pick<Asked, 'now'>): Promise<Mailbox[]> {
  const [ids, all] = await Promise.all([viewersBoards(tx), allMailboxes(tx)])
  return all.filter(it => ids.includes(it.id) && isOpen(it, now.today))
}

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
  return page(boardPage({ ...board, several: boxes.length > 1 }))
}
