import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { partsOf } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { asTheHouse } from '../doer.ts'
import { handOversOf, lastHandedTo, openAt, standingOf, type HandedOver } from './hand-over.sql.ts'

/** One hand-over with the number of its enquiry; `open` while the partner has it. */
export type Line = { readonly it: HandedOver; readonly reference: Reference; readonly open: boolean }

/** So many of those that are over are still listed. */
const mostOver = 20

/** What was handed to the mailboxes that name this person: all that is open, by when it is due, then the last that are over. */
export async function handedTo(tx: Tx, person: string, today: Day): Promise<Line[]> {
  const mailboxes = (await partsOf(tx, person, today)).map(it => it.mailboxId)
  const open = await asTheHouse(tx, person, () => openAt(tx, mailboxes))
  const [theirs, last] = await Promise.all([handOversOf(tx, open), lastHandedTo(tx, mailboxes, mostOver + open.length)])
  const all = [...theirs, ...last.filter(it => !open.includes(it.id)).slice(0, mostOver)]
  const ids = all.map(it => it.id)
  const standing = new Map((await asTheHouse(tx, person, () => standingOf(tx, ids))).map(it => [it.id, it]))
  return all.flatMap((it): Line[] => {
    const found = standing.get(it.id)
    return found ? [{ it, reference: found.reference, open: found.open }] : []
  })
}
