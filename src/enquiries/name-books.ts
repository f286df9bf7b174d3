import { registerById, type RegisterById } from '#mailboxes/door.ts'
import { heldNames, type CouncilNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'

/** What names are looked up in: the copies of them that are held, so that no join and no further question is needed. */
export type NameBooks = { readonly council: CouncilNames; readonly register: RegisterById }

export async function nameBooks(tx: Tx): Promise<NameBooks> {
  const [council, register] = await Promise.all([heldNames(tx), registerById(tx)])
  return { council, register }
}
