import { inTransaction } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { countRecoveryCodes, readAuthenticator } from '../authenticator/authenticator.sql.ts'
import { readPasskeys, type Passkey } from '../passkey/passkey.sql.ts'
import { readPassword } from '../password/password.sql.ts'
import { readPersons } from '../person.sql.ts'
import type { Person } from '../person.ts'
import { needsSecond } from '../second-factor.ts'

/** Every way in which somebody can sign in besides a mailed link. */
export type Ways = {
  readonly person: Person
  readonly hasPassword: boolean
  readonly passkeys: readonly Passkey[]
  readonly authenticatorSetAt: Date | undefined
  readonly recoveryCodes: number
  /** the council asks them for a second thing */
  readonly mustHaveSecond: boolean
}

/** The ways of the viewer, who is signed in. */
export const waysOf = (asked: Asked): Promise<Ways> =>
  inTransaction(asked.db, 'system', async tx => {
    const id = asked.viewer.person ?? ''
    const [[person], password, passkeys, authenticator, recoveryCodes, whom] = await Promise.all([
      readPersons(tx, [id]),
      readPassword(tx, id),
      readPasskeys(tx, id),
      readAuthenticator(tx, id),
      countRecoveryCodes(tx, id),
      setting(tx, 'people.second-factor'),
    ])
    return {
      person: person!,
      hasPassword: password !== undefined,
      passkeys,
      authenticatorSetAt: authenticator?.setAt,
      recoveryCodes,
      mustHaveSecond: needsSecond(person!.roles, whom),
    }
  })
