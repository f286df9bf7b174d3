import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { readAuthenticator } from './authenticator/authenticator.sql.ts'
import { readPasskeys } from './passkey/passkey.sql.ts'
import { readPersons } from './person.sql.ts'
import { needsSecond } from './second-factor.ts'

/** What must follow a link or a password: nothing, a code of their app, one of their passkeys, or setting an app up. */
export type SecondStep = 'none' | 'code' | 'passkey' | 'set-up'

/** In a transaction of the system. Whoever has set an app up is always asked for its code. */
export async function secondStepOf(tx: Tx, personId: string): Promise<SecondStep> {
  const [authenticator, passkeys, [person], whom] = await Promise.all([
    readAuthenticator(tx, personId),
    readPasskeys(tx, personId),
    readPersons(tx, [personId]),
    setting(tx, 'people.second-factor'),
  ])
  if (authenticator) return 'code'
  if (!person || !needsSecond(person.roles, whom)) return 'none'
  return passkeys.length > 0 ? 'passkey' : 'set-up'
}
