import { openMailboxes, partsOf } from '#mailboxes/door.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { listEnquiries } from '../list.sql.ts'
import type { EnquiryPages } from '../routes.ts'
import { afterOf, filterOf, narrowingIn } from './narrowing.ts'
import { countViews } from './view-counts.sql.ts'
import { workListPage } from './work-list-page.ts'

const pageLength = 50

export const workListRoutes = (deps: EnquiryPages): Route[] => [
  { method: 'GET', path: '/enquiries', may: 'enquiries.worklist', handle: asked => showWork(asked, deps) },
]

/** Two rounds to the database: whose list it is, then the list with its counts. */
function showWork(asked: Asked, { house }: EnquiryPages): Promise<Answer> {
  const person = asked.viewer.person!
  const { today } = asked.now
  return asked.transact(async tx => {
    const [parts, mailboxes, calendar] = await Promise.all([
      partsOf(tx, person, today),
      openMailboxes(tx, today),
      house.calendar(tx),
    ])
    const me = {
      person,
      today,
      mailboxes: [...new Set(parts.map(it => it.mailboxId))],
      allocates: mayDo(asked.viewer, 'enquiries.allocate'),
    }
    const narrowing = narrowingIn(asked.query, me, mailboxes)
    const { filter, order } = filterOf(narrowing, me)
    const [found, counts] = await Promise.all([
      listEnquiries(tx, filter, order, pageLength + 1, narrowing.after),
      countViews(tx, person, me.mailboxes, today),
    ])
    const lines = found.slice(0, pageLength)
    const next = found.length > pageLength ? afterOf(lines.at(-1)!, order) : undefined
    return page(workListPage({ asked, me, narrowing, lines, next, counts, mailboxes, calendar }))
  })
}
