import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { json, missing } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import type { Asked } from '#platform/http/route.ts'
import { likelyPercent, standingNames, type Standing } from '../board/board.sql.ts'
import { boardsFor } from '../board/boards-for.ts'
import type { Load } from '../board/capacity.ts'
import { capacityOf, horizonOf, type Capacity } from '../board/read-capacity.ts'
import { listOf } from '../board/standing.ts'
import type { House } from '../house.ts'
import { boardExample, boardsExample } from './board-examples.ts'

const may = 'enquiries.board'
const group = 'Boards'

const meanings: Record<keyof Standing, string> = {
  open: 'Open',
  overdue: 'Past the day they were due',
  soon: 'Due today or in the next two working days',
  unassigned: 'Open, and nobody has them',
  waiting: 'For a member’s reply; their clock stands still',
  partner: 'With a partner',
  review: 'For a second reading',
  lane: 'Written to after an answer, and not looked at yet',
  assigned: 'Given to somebody who has not accepted yet',
  likelyLate: `Not late yet, and at a risk of ${likelyPercent}% or more`,
  dueInFive: 'Late, or due within five working days',
  dueInTen: 'Late, or due within ten working days',
}

const numberShape = z.strictObject({
  n: z.int(),
  list: z.url().describe('The page that lists exactly these'),
})

const loadShape = z
  .strictObject({
    workingDays: z.int(),
    due: z.int(),
    settles: z.number().describe('How many are settled in as many working days, at the pace of the last eight weeks'),
    percent: z.int(),
    tone: z.enum(['good', 'amber', 'red']),
  })
  .nullable()
  .describe('Empty where too few were settled to say')

const boardShape = z.strictObject({
  mailbox: z.string(),
  name: z.string(),
  numbers: z.strictObject(
    Object.fromEntries(standingNames.map(name => [name, numberShape.describe(meanings[name])])) as Record<
      keyof Standing,
      typeof numberShape
    >,
  ),
  settled: z.int().describe('Answered, or closed without an answer, in the last eight weeks'),
  settledInWorkingDays: z.int(),
  inFive: loadShape,
  inTen: loadShape,
})

/** `GET /api/v1/boards`: the figures of every board its reader may look at, and of one. */
export const boardEndpoints = ({ house }: { readonly house: House }): Endpoint[] => [
  {
    method: 'GET',
    path: '/api/v1/boards',
    may,
    group,
    id: 'listBoards',
    title: 'Boards of mailboxes',
    means: 'How the work of every mailbox stands whose board you may look at, with its capacity.',
    answers: [{ status: 200, means: 'The boards, by name', shape: z.strictObject({ boards: z.array(boardShape) }) }],
    problems: [401, 403],
    example: boardsExample,
    handle: asked => asked.transact(async tx => json({ boards: await boards(tx, asked, house) })),
  },
  {
    method: 'GET',
    path: '/api/v1/boards/:mailbox',
    may,
    group,
    id: 'readBoard',
    title: 'The board of one mailbox',
    means: 'How the work of one mailbox stands, with its capacity.',
    inPath: { mailbox: 'The short name of the mailbox: `streets`' },
    answers: [{ status: 200, means: 'The board', shape: boardShape }],
    problems: [401, 403, 404],
    example: boardExample,
    handle: asked =>
      asked.transact(async tx => {
        const [board] = await boards(tx, asked, house, asked.params.mailbox)
        return board ? json(board) : missing
      }),
  },
]

async function boards(tx: Tx, asked: Asked, house: House, only?: string) {
  const [all, calendar] = await Promise.all([boardsFor(tx, asked), house.calendar(tx)])
  const boxes = only === undefined ? all : all.filter(it => it.key === only)
  const { today } = asked.now
  const ids = boxes.map(it => it.id)
  const capacities = await capacityOf(tx, calendar, today, ids)
  const horizon = horizonOf(calendar, today)
  return boxes.map(({ key, name }, at) => {
    const { standing, pace, five, ten }: Capacity = capacities[at]!
    const number = (of: keyof Standing) => ({
      n: standing[of],
      list: `${asked.publicUrl}${listOf(of, { mailbox: key }, horizon)}`,
    })
    return {
      mailbox: key,
      name,
      numbers: Object.fromEntries(standingNames.map(of => [of, number(of)])),
      settled: pace.settled,
      settledInWorkingDays: pace.workingDays,
      inFive: loadTold(five),
      inTen: loadTold(ten),
    }
  })
}

const loadTold = (load: Load | undefined): Load | null =>
  load ? { ...load, settles: Math.round(load.settles * 10) / 10 } : null
