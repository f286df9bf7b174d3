import { storable } from '#kernel/text.ts'
import { openMailboxes, topics } from '#mailboxes/door.ts'
import { membersFor, servingMembers, wards } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { isOfficer } from '../page/officer.ts'
import { filterOf, narrowingIn, type Choices } from './narrowing.ts'
import { soughtIn } from './sought.ts'
import { nothingFound, search } from './search.ts'
import { searchPage } from './search-page.ts'

const pageLength = 20

export const searchRoutes = (): Route[] => [
  {
    method: 'GET',
    path: '/enquiries/search',
    may: 'enquiries.read',
    handle: asked => asked.transact(tx => look(tx, asked)),
  },
]

async function look(tx: Tx, asked: Asked): Promise<Answer> {
  const officer = isOfficer(asked.viewer)
  const typed = storable(asked.query.q ?? '')
  const [choices, sought] = await Promise.all([choicesFor(tx, asked), soughtIn(tx, typed)])
  const narrowing = narrowingIn(asked.query, choices)
  const findings = narrowing.q
    ? await search(tx, {
        typed: narrowing.q,
        sought,
        filter: filterOf(narrowing),
        limit: pageLength,
        ...(narrowing.after && { after: narrowing.after }),
      })
    : nothingFound
  return page(searchPage({ officer, narrowing, choices, findings }))
}

/** Members narrow by those they see enquiries of: nobody else’s would be found anyhow. */
async function choicesFor(tx: Tx, { viewer, now }: Asked): Promise<Choices> {
  const [mailboxes, allTopics, allWards, members] = await Promise.all([
    openMailboxes(tx, now.today),
    topics(tx),
    wards(tx),
    isOfficer(viewer) ? servingMembers(tx, now.today) : membersFor(tx, viewer, now.today),
  ])
  return { mailboxes, topics: allTopics, wards: allWards, members }
}
