import { allMailboxes, isOpen, type Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { viewersBoards } from './board.sql.ts'

/** The mailboxes whose board the viewer may look at, closed ones left out, by name. */
export async function boardsFor(tx: Tx, { now }: Pick<Asked, 'now'>): Promise<Mailbox[]> {
  const [ids, all] = await Promise.all([viewersBoards(tx), allMailboxes(tx)])
  return all.filter(it => ids.includes(it.id) && isOpen(it, now.today))
}
