import { oneLine } from '#kernel/text.ts'
import { membersSeenBy, servingMembers, type Member } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { withCouncil } from '../enquiry.ts'
import { listEnquiries, type After, type Filter, type Listed } from '../list.sql.ts'
import { noMemberPage } from '../new/no-member-page.ts'
import { minePage } from './mine-page.ts'
import type { AskOwnFigures } from './own-figures.ts'
import { promisedTo } from './promised.sql.ts'

/** At first a few, so that the page is short on a phone; whoever asks for more or searches gets more at once. */
const closedAtFirst = 5
const closedOnAPage = 20
const mostOpen = 200

export function mineRoutes({ ownFigures }: { readonly ownFigures?: AskOwnFigures }): Route[] {
  return [
    {
      method: 'GET',
      path: '/enquiries/mine',
      may: 'enquiries.track',
      handle: asked => asked.transact(tx => mine(tx, asked, ownFigures)),
    },
  ]
}

async function mine(tx: Tx, asked: Asked, ownFigures: AskOwnFigures | undefined): Promise<Answer> {
  const { viewer, query, now } = asked
  const members = await membersOf(tx, asked)
  if (members.length === 0) return page(noMemberPage())
  const chosen = members.filter(it => it.id === query.member)
  const whose = chosen.length > 0 ? chosen : members
  const member = whose.map(it => it.id)
  const q = oneLine(query.q ?? '').slice(0, 200)
  const filter: Filter = { member, ...(q && { q }) }
  const mostClosed = q || query.after ? closedOnAPage : closedAtFirst
  const [waiting, open, closed, figures, promised] = await Promise.all([
    listEnquiries(tx, { ...filter, status: ['waiting-for-member', 'answered'] }, 'newest', mostOpen),
    listEnquiries(tx, { ...filter, status: withCouncil }, 'due', mostOpen),
    listEnquiries(tx, { ...filter, status: ['closed'] }, 'newest', mostClosed + 1, afterOf(query.after)),
    ownFigures?.(tx, member, now.today),
    q || query.after ? [] : promisedTo(tx, member),
  ])
  const shown = closed.slice(0, mostClosed)
  const isLater = Boolean(query.after)
  return page(
    minePage({
      members,
      chosen: whose,
      own: members.length === 1 && members[0]!.id === viewer.person,
      mayRaise: viewer.permissions.has('enquiries.raise'),
      q,
      waiting: isLater ? [] : waiting,
      open: isLater ? [] : open,
      closed: shown,
      moreClosed: closed.length > mostClosed ? moreAddress(query, shown.at(-1)!) : undefined,
      figures,
      promised,
      today: now.today,
    }),
  )
}

const membersOf = (tx: Tx, { viewer, now }: Asked): Promise<Member[]> =>
  viewer.permissions.has('enquiries.record') ? servingMembers(tx, now.today) : membersSeenBy(tx, viewer, now.today)

function moreAddress({ member, q }: Asked['query'], last: Listed): string {
  const more = new URLSearchParams({
    ...(member && { member }),
    ...(q && { q }),
    after: `${last.createdAt.toISOString()}~${last.id}`,
  })
  return `/enquiries/mine?${more}`
}

/** Where the page before ended; what is not such a place begins at the beginning. */
function afterOf(text: string | undefined): After | undefined {
  const [, value, id] = /^(\d{4}-[\dT:.Z-]{10,24})~([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return value && id && !Number.isNaN(Date.parse(value)) ? { value, id } : undefined
}
