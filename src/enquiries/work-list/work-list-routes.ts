import { openMailboxes, partsOf } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
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

/**
 * The list and its counts, side by side on two connections: PostgreSQL works on both at once, and somebody waits only for
 * the longer of them. A count may be one ahead of its list, or one behind.
 */
async function showWork(asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const person = asked.viewer.person!
  const { today } = asked.now
  const [found, counts] = await Promise.all([
    findWork(asked, deps, person),
    asked.transact(async tx => countViews(tx, person, await mailboxesNaming(tx, person, today), today)),
  ])
  return page(workListPage({ asked, counts, ...found }))
}

function findWork(asked: Asked, { house }: EnquiryPages, person: string) {
  const { today } = asked.now
  return asked.transact(async tx => {
    const [named, mailboxes, calendar] = await Promise.all([
      mailboxesNaming(tx, person, today),
      openMailboxes(tx, today),
      house.calendar(tx),
    ])
    const me = { person, today, mailboxes: named, allocates: mayDo(asked.viewer, 'enquiries.allocate') }
    const narrowing = narrowingIn(asked.query, me, mailboxes)
    const { filter, order } = filterOf(narrowing, me)
    const found = await listEnquiries(tx, filter, order, pageLength + 1, narrowing.after)
    const lines = found.slice(0, pageLength)
    const next = found.length > pageLength ? afterOf(lines.at(-1)!, order) : undefined
    return { me, narrowing, lines, next, mailboxes, calendar }
  })
}

const mailboxesNaming = async (tx: Tx, person: string, today: Day): Promise<string[]> => [
  ...new Set((await partsOf(tx, person, today)).map(it => it.mailboxId)),
]
