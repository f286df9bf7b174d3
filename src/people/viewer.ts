import { inTransaction, type Database } from '#platform/db/database.ts'
import { nobody, type Viewer } from '#platform/http/viewer.ts'
import type { Person } from './person.ts'
import { isRole, permissionsOf } from './roles.ts'
import { needsSecond } from './second-factor.ts'
import { hashOf } from './secret.ts'
import { readHolderOfSession, readHolderOfToken, updateSessionEnded, type Holder, type Known } from './session.sql.ts'

export const sessionCookie = 'one_stop_session'

export type Credentials = {
  readonly cookie: (name: string) => string | undefined
  /** the bearer token of the request */
  readonly bearer: string | undefined
  readonly now: Date
}

/**
 * Who is asking: the holder of the bearer token, else of the session cookie, else nobody. Asked of the database on every
 * request and kept nowhere, so that disabling somebody or ending a session works at once. A wrong bearer token is
 * nobody, whatever the cookie says.
 */
export async function identify(db: Database, { cookie, bearer, now }: Credentials): Promise<Viewer> {
  if (bearer !== undefined) return viewerOf(await readHolderOfToken(db, hashOf(bearer), now), 'token')
  const session = cookie(sessionCookie)
  if (!session) return nobody
  const known = await readHolderOfSession(db, hashOf(session), now)
  if (!known) return nobody
  if (lacksSecond(known)) {
    await inTransaction(db, 'system', tx => updateSessionEnded(tx, known.sessionId, known.personId, now))
    return nobody
  }
  return { ...viewerOf(known, 'session'), session: known.sessionId }
}

/** Asked for on every request, so that it holds from the moment when the setting or somebody's roles change. */
const lacksSecond = ({ secondShown, secondFor, roles }: Holder): boolean =>
  !secondShown && secondFor !== null && needsSecond(roles.filter(isRole), secondFor)

/** A viewer for somebody known by another way than the web, such as the sender of a mail. Disabled people are nobody. */
export const viewerFor = (person: Person, via: Viewer['via']): Viewer =>
  person.disabled ? nobody : viewerOf({ personId: person.id, ...person }, via)

function viewerOf(
  known: (Pick<Known, 'personId' | 'name' | 'email'> & { roles: readonly string[] }) | undefined,
  via: Viewer['via'],
): Viewer {
  if (!known) return nobody
  const { personId, name, email, roles } = known
  return { person: personId, name, email, roles, permissions: permissionsOf(roles), via }
}
