import { parseDay, type Day } from '#kernel/day.ts'
import { storable } from '#kernel/text.ts'
import type { Mailbox, Topic } from '#mailboxes/door.ts'
import type { Member, Ward } from '#people/door.ts'
import type { Filter } from '../list.sql.ts'
import { statuses, type Status } from '../enquiry.ts'
import type { Place } from './answers.sql.ts'

/** What can be chosen to narrow a search, as far as the viewer may know it. */
export type Choices = {
  readonly mailboxes: readonly Mailbox[]
  readonly topics: readonly Topic[]
  readonly wards: readonly Ward[]
  readonly members: readonly Member[]
}

/** What the address of a search says, in the words of the work list. */
export type Narrowing = {
  readonly q: string
  readonly status?: Status
  readonly mailbox?: Mailbox
  readonly topic?: Topic
  readonly ward?: Ward
  readonly member?: Member
  readonly from?: Day
  readonly until?: Day
  readonly after?: Place
}

/** Reads the address. Words it does not know are left out rather than refused: an old bookmark still opens. */
export function narrowingIn(query: Readonly<Record<string, string>>, choices: Choices): Narrowing {
  const status = statuses.find(it => it === query.status)
  const mailbox = choices.mailboxes.find(it => it.key === query.mailbox)
  const topic = choices.topics.find(it => it.key === query.topic)
  const ward = choices.wards.find(it => it.key === query.ward)
  const member = choices.members.find(it => it.id === query.member)
  const [from, until] = [parseDay(query.from ?? ''), parseDay(query.until ?? '')]
  const after = afterIn(query.after)
  return {
    q: storable(query.q ?? '')
      .trim()
      .slice(0, 200),
    ...(status && { status }),
    ...(mailbox && { mailbox }),
    ...(topic && { topic }),
    ...(ward && { ward }),
    ...(member && { member }),
    ...(from && { from }),
    ...(until && { until }),
    ...(after && { after }),
  }
}

export const filterOf = ({ status, mailbox, topic, ward, member, from, until }: Narrowing): Filter => ({
  ...(status && { status: [status] }),
  ...(mailbox && { mailbox: [mailbox.id] }),
  ...(topic && { topic: topic.id }),
  ...(ward && { wardKey: [ward.key] }),
  ...(member && { member: [member.id] }),
  ...(from && { receivedFrom: from }),
  ...(until && { receivedUntil: until }),
})

export const isNarrowed = (it: Narrowing): boolean => Object.keys(filterOf(it)).length > 0

/** The address of this search with other words, or its next page. */
export function addressWith(it: Narrowing, change: { q?: string; after?: Place } = {}): string {
  const params = new URLSearchParams({
    q: change.q ?? it.q,
    ...(it.status && { status: it.status }),
    ...(it.mailbox && { mailbox: it.mailbox.key }),
    ...(it.topic && { topic: it.topic.key }),
    ...(it.ward && { ward: it.ward.key }),
    ...(it.member && { member: it.member.id }),
    ...(it.from && { from: it.from }),
    ...(it.until && { until: it.until }),
    ...(change.after && { after: placeOf(change.after) }),
  })
  return `/enquiries/search?${params}`
}

const placeOf = ({ rank, createdAt, id }: Place): string => `${rank}_${createdAt.toISOString()}_${id}`

/** Where the page before ended; what is not such a place begins at the beginning. */
function afterIn(text: string | undefined): Place | undefined {
  const [, rank, at, id] =
    /^([012])_(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  if (!rank || !at || !id || Number.isNaN(Date.parse(at))) return undefined
  return { rank: Number(rank), createdAt: new Date(at), id }
}
