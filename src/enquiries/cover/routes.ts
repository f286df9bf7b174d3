import { refuse, type Refusal } from '#kernel/result.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { planGiven } from '../board/plan-given.ts'
import { handsIn } from '../board/rebalance.ts'
import { sharedOut, type Given } from '../board/share-out.ts'
import type { House } from '../house.ts'
import { listEnquiries, type Listed } from '../list.sql.ts'
import type { EnquiryPages } from '../routes.ts'
import { peopleFor } from '../work-list/bulk/bulk.sql.ts'
import { coverPage, toLeast } from './cover-page.ts'
import { awayById, type Away } from './cover.sql.ts'

const may = 'enquiries.bulk'
const path = '/enquiries/cover/:id'

/** Somebody has at most so many at a time. */
const mostHeld = 500

/** Where the work of somebody who is away is handed over: to who stands in, to others, or to whoever has least. */
export const coverRoutes = ({ house }: EnquiryPages): Route[] => [
  { method: 'GET', path, may, handle: asked => asked.transact(tx => show(tx, asked)) },
  { method: 'POST', path, may, handle: asked => asked.transact(tx => plan(tx, asked, house)) },
]

type Work = { readonly away: Away; readonly work: readonly Listed[] }

async function workOf(tx: Tx, { params: { id = '' }, now }: Asked): Promise<Work | undefined> {
  const away = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await awayById(tx, id, now.today) : undefined
  if (!away || (away.untilOn && away.untilOn < now.today)) return undefined
  return { away, work: await listEnquiries(tx, { open: true, holder: away.personId }, 'due', mostHeld) }
}

async function show(tx: Tx, asked: Asked): Promise<Answer> {
  const found = await workOf(tx, asked)
  if (!found) return missing
  const picked = found.work.filter(it => isDueBefore(it, found.away.untilOn)).map(it => it.reference)
  return page(await shown(tx, asked, found, { picked, to: found.away.coverAway ? '' : (found.away.coverId ?? '') }))
}

/** Due before they are back; with no last day everything that has a date is. */
const isDueBefore = ({ dueOn }: Listed, untilOn: Day | null): boolean =>
  dueOn !== null && (untilOn === null || dueOn <= untilOn)

async function shown(
  tx: Tx,
  asked: Asked,
  { away, work }: Work,
  chosen: { picked: readonly string[]; to: string; refusal?: Refusal },
) {
  const found = await peopleFor(
    tx,
    work.map(it => it.id),
  )
  const people = found
    .filter(it => it.id !== away.personId)
    .map(({ id, name }) => ({ value: id, text: id === away.coverId ? `${name}, who stands in` : name }))
    .toSorted((a, b) => Number(b.value === away.coverId) - Number(a.value === away.coverId))
  const to = people.some(it => it.value === chosen.to) || chosen.to === toLeast ? chosen.to : ''
  return coverPage({ away, work, people, today: asked.now.today, csrf: asked.csrf, ...chosen, to })
}

async function plan(tx: Tx, asked: Asked, house: House): Promise<Answer> {
  const found = await workOf(tx, asked)
  if (!found) return missing
  const { form } = asked
  const picks = form.texts('pick')
  const [picked, to] = [found.work.filter(it => picks.includes(it.reference)), form.text('to')]
  const again = async (refusal: Refusal) => pageAgain(await shown(tx, asked, found, { picked: picks, to, refusal }))
  if (picked.length === 0) return again(refuse('none', 'Select at least one enquiry', 'pick').refusal)
  if (to !== toLeast && !/^[0-9a-f-]{36}$/.test(to))
    return again(refuse('nobody', 'Select who should have them', 'to').refusal)
  const moves =
    to === toLeast ? await toWhoHasLeast(tx, asked, picked) : picked.map(it => ({ reference: it.reference, to }))
  const nothing = 'Nobody of its mailbox is present'
  return planGiven(tx, asked, house, moves, { href: `/enquiries/cover/${found.away.id}`, nothing })
}

/** In each mailbox by itself: only who is named there may have its work. */
async function toWhoHasLeast(tx: Tx, asked: Asked, work: readonly Listed[]): Promise<Given[]> {
  const moves: Given[] = []
  for (const mailboxId of new Set(work.flatMap(it => it.mailboxId ?? []))) {
    const hands = await handsIn(tx, asked, mailboxId)
    moves.push(
      ...sharedOut(
        work.filter(it => it.mailboxId === mailboxId),
        hands,
      ),
    )
  }
  return moves
}
