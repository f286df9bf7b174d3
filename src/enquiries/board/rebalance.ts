import type { Day } from '#kernel/day.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { openOfEach } from '../allocate/load.sql.ts'
import { asTheHouse } from '../doer.ts'
import type { House } from '../house.ts'
import { colleaguesIn, movableWork, unassignedWork, type Colleague } from './board.sql.ts'
import { boardsFor } from './boards-for.ts'
import { planGiven } from './plan-given.ts'
import { evenedOut, sharedOut, type Given, type Hands, type Movable } from './share-out.ts'

/** What nobody has, to whoever has least. */
export const shareOut = (tx: Tx, asked: Asked, house: House): Promise<Answer> =>
  planned(tx, asked, house, unassignedWork, sharedOut, 'Nothing is unassigned that could be given out')

/** From whoever has most to whoever has least. */
export const evenOut = (tx: Tx, asked: Asked, house: House): Promise<Answer> =>
  planned(
    tx,
    asked,
    house,
    movableWork,
    evenedOut,
    'The load is even already: nobody present has two more than another',
  )

/** Works out who would get what and shows it; nothing is done before that is confirmed. */
async function planned(
  tx: Tx,
  asked: Asked,
  house: House,
  work: (tx: Tx, mailboxId: string, holders: readonly string[]) => Promise<Movable[]>,
  plan: (work: readonly Movable[], people: readonly Hands[]) => Given[],
  nothing: string,
): Promise<Answer> {
  const mailbox = await ownBoard(tx, asked)
  if (!mailbox) return missing
  const href = `/enquiries/board/${mailbox.key}`
  const people = await handsIn(tx, asked, mailbox.id)
  if (people.length === 0) return turnBack(href, 'No responder of this mailbox is present')
  const movable = await work(
    tx,
    mailbox.id,
    people.map(it => it.personId),
  )
  return planGiven(tx, asked, house, plan(movable, people), { href, nothing })
}

const ownBoard = async (tx: Tx, asked: Asked): Promise<Mailbox | undefined> =>
  (await boardsFor(tx, asked)).find(it => it.key === asked.params.key)

/** The responders of a mailbox who are there today, with what they have open everywhere. */
export async function handsIn(tx: Tx, { viewer, now }: Asked, mailboxId: string): Promise<Hands[]> {
  const present = (await colleaguesIn(tx, mailboxId, [], now.today, now.today)).filter(it => isPresent(it, now.today))
  const ids = present.map(it => it.personId)
  const loads = await asTheHouse(tx, viewer.person!, () => openOfEach(tx, ids, mailboxId))
  return ids.map(personId => ({ personId, load: loads.get(personId) ?? 0 }))
}

const isPresent = ({ parts, leftOn, awayFrom }: Colleague, today: Day): boolean =>
  parts.includes('responder') && leftOn === null && (awayFrom === null || awayFrom > today)
