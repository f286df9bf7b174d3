import { mailboxById, topicById } from '#mailboxes/door.ts'
import { addDays } from '#kernel/day.ts'
import { isId } from '#people/door.ts'
import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { monthAfter, monthOf } from '../sample/month.ts'
import { judgedBy, judgedByMonth, type By } from './overview.sql.ts'
import { overviewPage, trendPage } from './pages.ts'

const may = 'quality.view'

/** Scores and ratings side by side, by mailbox and topic, and month by month. */
export const overviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/quality', may, handle: overview },
  { method: 'GET', path: '/quality/mailbox/:id', may, handle: asked => trend(asked, 'mailbox') },
  { method: 'GET', path: '/quality/topic/:id', may, handle: asked => trend(asked, 'topic') },
]

function overview({ transact, query, viewer, now }: Asked): Promise<Answer> {
  const by: By = query.by === 'topic' ? 'topic' : 'mailbox'
  return transact(async tx => {
    const [rows, fewest] = await Promise.all([
      judgedBy(tx, by, addDays(now.today, -365)),
      setting(tx, 'reports.fewest'),
    ])
    return page(overviewPage({ viewer, by, rows, fewest }))
  })
}

function trend({ transact, params, now }: Asked, by: By): Promise<Answer> {
  const id = params.id ?? ''
  if (!isId(id)) return Promise.resolve(missing)
  return transact(async tx => {
    const [named, rows, fewest] = await Promise.all([
      by === 'mailbox' ? mailboxById(tx, id) : topicById(tx, id),
      judgedByMonth(tx, by, id, monthAfter(monthOf(now.today), -12)),
      setting(tx, 'reports.fewest'),
    ])
    return named ? page(trendPage({ name: named.name, by, rows, fewest })) : missing
  })
}
