import type { Tx } from '#platform/db/database.ts'
import { updateTokensRevoked } from './api-token.sql.ts'
import { updateDisabled } from './person.sql.ts'
import { updateSessionsEnded } from './session.sql.ts'
import { endLinksOf } from './sign-in.sql.ts'

/**
 * Shuts somebody out at once: sessions, API tokens and open sign-in links end with the same transaction. It has to see
 * as the system, because nobody else sees another person's sessions.
 */
export async function disable(tx: Tx, personId: string, at: Date): Promise<void> {
  await updateDisabled(tx, personId, at)
  await updateSessionsEnded(tx, personId, at)
  await updateTokensRevoked(tx, personId, at)
  await endLinksOf(tx, personId, at)
}

/** Lets somebody back in. What was ended stays ended. */
export const enable = (tx: Tx, personId: string): Promise<void> => updateDisabled(tx, personId, null)
