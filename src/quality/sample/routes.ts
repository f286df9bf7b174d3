import { parseDay } from '#kernel/day.ts'
import { isId } from '#people/door.ts'
import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { sizeOf } from './draw.ts'
import { samplePage, samplesPage } from './pages.ts'
import { monthsDrawn, sampleById, sampledIn, samplesOf } from './sample.sql.ts'

const may = 'quality.view'

/** What was drawn, month by month. */
export const sampleRoutes: readonly Route[] = [
  { method: 'GET', path: '/quality/samples', may, handle: list },
  { method: 'GET', path: '/quality/samples/:id', may, handle: one },
]

function list({ transact, query, viewer }: Asked): Promise<Answer> {
  return transact(async tx => {
    const months = await monthsDrawn(tx)
    const wanted = parseDay(`${query.month ?? ''}-01`)
    const month = wanted && months.includes(wanted) ? wanted : months[0]
    return page(samplesPage({ viewer, months, month, samples: month ? await samplesOf(tx, month) : [] }))
  })
}

function one({ transact, params, viewer }: Asked): Promise<Answer> {
  return transact(async tx => {
    const id = params.id ?? ''
    if (!isId(id)) return missing
    const [sample, answers] = await Promise.all([sampleById(tx, id), sampledIn(tx, id)])
    if (!sample) return missing
    return page(samplePage({ sample, answers, person: viewer.person!, all: sizeOf(sample.answers, sample) }))
  })
}
