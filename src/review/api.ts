import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import { json, missing, type Answer } from '#platform/http/answer.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import type { Asked } from '#platform/http/route.ts'
import { readPack, readPacks, type PackHead } from '#reports/door.ts'
import { followed } from './action/followed.ts'
import * as examples from './api-examples.ts'

const headShape = z.strictObject({
  key: z.string().describe('Such as 2026-05, 2026-Q1 or 2025-2026'),
  kind: z.enum(['month', 'quarter', 'year']),
  title: z.string(),
  from: dayShape,
  to: dayShape,
  version: z.int(),
  frozenOn: dayShape,
  reason: z.string().nullable().describe('Why it was frozen again; null for the first version'),
})

const sectionShape = z.strictObject({
  id: z.string(),
  heading: z.string(),
  blocks: z.array(z.looseObject({ kind: z.enum(['words', 'points', 'figures', 'chart', 'table', 'cases']) })),
})

const actionShape = z.strictObject({
  number: z.int(),
  review: z.string().describe('The review it was agreed in'),
  what: z.string(),
  responsible: z.string(),
  state: z.enum(['on-track', 'due', 'overdue', 'done', 'dropped']),
  firstDueOn: dayShape.describe('Kept for ever, however often the date moves'),
  dueOn: dayShape,
  missed: z.int().describe('Dates that passed without it being done'),
  endedOn: dayShape.nullable(),
})

const reading = { group: 'Reviews', method: 'GET', may: 'review.follow' } as const

/** Packs and actions for programs: what the pages show, and nothing that is written. */
export const reviewEndpoints: readonly Endpoint[] = [
  {
    ...reading,
    path: '/api/v1/packs',
    id: 'listPacks',
    title: 'List the frozen packs',
    means: 'Monthly, quarterly and yearly packs of the leadership team, each in its newest version.',
    answers: [{ status: 200, means: 'The packs', shape: z.strictObject({ packs: z.array(headShape) }) }],
    problems: [401, 403],
    example: examples.packs,
    handle: ({ transact }) => transact(async tx => json({ packs: (await readPacks(tx)).map(headOf) })),
  },
  {
    ...reading,
    path: '/api/v1/packs/:key',
    id: 'readPack',
    title: 'Read a pack',
    means: 'What it says, block by block, as it was frozen. What became restricted since is its number alone.',
    inPath: { key: 'Such as 2026-05' },
    query: z.object({ version: z.string().optional().describe('An earlier version; the newest when none is given') }),
    answers: [{ status: 200, means: 'The pack', shape: headShape.extend({ sections: z.array(sectionShape) }) }],
    problems: [401, 403, 404],
    example: examples.pack,
    handle: onePack,
  },
  {
    ...reading,
    path: '/api/v1/actions',
    id: 'listActions',
    title: 'List the actions of reviews',
    means: 'Every action you may see that is open, or was agreed or ended within a year; the newest first.',
    answers: [{ status: 200, means: 'The actions', shape: z.strictObject({ actions: z.array(actionShape) }) }],
    problems: [401, 403],
    example: examples.actions,
    handle: listActions,
  },
]

const headOf = ({ key, kind, title, from, to, version, frozenOn, reason }: PackHead) => ({
  key,
  kind,
  title,
  from,
  to,
  version,
  frozenOn,
  reason,
})

function onePack({ transact, viewer, params, query }: Asked): Promise<Answer> {
  const version = /^\d{1,6}$/.test(query.version ?? '') ? Number(query.version) : undefined
  return transact(async tx => {
    const pack = await readPack(tx, viewer.person ?? 'public', params.key ?? '', version)
    return pack ? json({ ...headOf(pack), sections: pack.document.sections }) : missing
  })
}

function listActions({ transact, now }: Asked): Promise<Answer> {
  return transact(async tx => {
    const all = await followed(tx, now, addDays(now.today, -365))
    const actions = all.map(({ action: { number, review, what, firstDueOn }, standing, responsible }) => {
      const { state, dueOn, missed, endedOn } = standing
      return { number, review, what, responsible, state, firstDueOn, dueOn, missed, endedOn }
    })
    return json({ actions })
  })
}
