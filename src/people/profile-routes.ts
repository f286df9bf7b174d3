import { refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDayOrNone } from '#platform/http/typed-day.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { readTokens, updateTokenRevoked } from './api-token.sql.ts'
import { createApiToken } from './api-token.ts'
import { readOrganisationOf } from './council.sql.ts'
import { delegation } from './delegate.ts'
import { hasOverlap, insertDelegations, readDelegations, updateRevoked, type NewDelegation } from './delegation.sql.ts'
import type { PeopleDeps } from './deps.ts'
import { isId } from './given-id.ts'
import { readMember } from './member.sql.ts'
import { readAddresses, readPersonByAddress, readPersons } from './person.sql.ts'
import { newTokenPage, profilePage, type Profile } from './profile-pages.ts'
import { onProof } from './security/proof.ts'
import { readSessions, updateSessionEnded, updateSessionsEnded } from './session.sql.ts'
import { sessionCookie } from './viewer.ts'

/** What everybody signed in sets for themselves: devices, tokens, and whom a member lets act for them. */
export function profileRoutes(deps: PeopleDeps): Route[] {
  const may = 'people.profile'
  return [
    { method: 'GET', path: '/people/me', may, handle: asked => show(asked) },
    { method: 'POST', path: '/people/me/sessions/end', may, handle: endAll },
    { method: 'POST', path: '/people/me/sessions/:id/end', may, handle: endOne },
    {
      method: 'POST',
      path: '/people/me/tokens',
      may,
      handle: onProof('/people/me', asked => makeToken(asked, deps)),
    },
    { method: 'POST', path: '/people/me/tokens/:id/revoke', may, handle: asked => revokeToken(asked, deps) },
    { method: 'POST', path: '/people/me/delegations', may: 'people.delegate', handle: asked => delegate(asked, deps) },
    {
      method: 'POST',
      path: '/people/me/delegations/:id/revoke',
      may: 'people.delegate',
      handle: asked => takeBack(asked, deps),
    },
  ]
}

/** The viewer's id: every route here is for somebody signed in. */
const me = (asked: Asked): string => asked.viewer.person ?? ''

async function show(asked: Asked, refusal?: Refusal): Promise<Answer> {
  const profile = await asked.transact(tx => profileOf(tx, asked))
  if (!profile) return missing
  const shown = profilePage(profile, { csrf: asked.csrf, form: refusal ? asked.form : emptyForm, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function profileOf(tx: Tx, asked: Asked): Promise<Profile | undefined> {
  const { at, today } = asked.now
  const [[person], member, organisation, otherAddresses, sessions, tokens, delegations] = await Promise.all([
    readPersons(tx, [me(asked)]),
    readMember(tx, me(asked)),
    readOrganisationOf(tx, me(asked)),
    readAddresses(tx, me(asked)),
    readSessions(tx, me(asked), at),
    readTokens(tx, me(asked)),
    readDelegations(tx, me(asked), today),
  ])
  const mayDelegate = mayDo(asked.viewer, 'people.delegate') && member !== undefined
  const thisSession = asked.viewer.session
  return (
    person && {
      person,
      member,
      organisation: organisation?.name,
      otherAddresses,
      sessions,
      thisSession,
      tokens,
      delegations,
      mayDelegate,
      today,
    }
  )
}

async function endOne(asked: Asked): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  const ended = await asked.transact(tx => updateSessionEnded(tx, id, me(asked), asked.now.at))
  if (!ended) return redirect('/people/me#sessions', 'That device was signed out already')
  return id === asked.viewer.session
    ? signedOut('You are signed out')
    : redirect('/people/me#sessions', 'That device is signed out')
}

async function endAll(asked: Asked): Promise<Answer> {
  await asked.transact(tx => updateSessionsEnded(tx, me(asked), asked.now.at))
  return signedOut('You are signed out everywhere')
}

const signedOut = (flash: string): Answer => ({
  ...redirect('/sign-in', flash),
  cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
})

async function makeToken(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const name = asked.form.text('tokenName')
  if (name === '' || name.length > 100) {
    return show(asked, refuse('no-name', 'Enter what the token is for, in at most 100 characters', 'tokenName').refusal)
  }
  const secret = await asked.transact(async tx => {
    await noted(tx, asked, deps, 'people.token-made', { name })
    return createApiToken(tx, me(asked), name, asked.now.at)
  })
  return page(newTokenPage(name, secret))
}

async function revokeToken(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  const revoked = await asked.transact(async tx => {
    const done = await updateTokenRevoked(tx, id, me(asked), asked.now.at)
    if (done) await noted(tx, asked, deps, 'people.token-revoked', { token: id })
    return done
  })
  return redirect('/people/me#tokens', revoked ? 'The token no longer works' : 'That token was revoked already')
}

async function delegate(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const done = await asked.transact(async tx => {
    const wanted = await delegationTyped(tx, asked)
    if (!wanted.ok) return wanted
    await insertDelegations(tx, [wanted.value])
    await noted(tx, asked, deps, 'people.delegated', wanted.value)
    return wanted
  })
  return done.ok
    ? redirect(
        '/people/me#delegation',
        done.value.level === 'follow' ? 'They may now follow your enquiries' : 'They may now act for you',
      )
    : show(asked, done.refusal)
}

async function delegationTyped(tx: Tx, asked: Asked): Promise<Result<NewDelegation>> {
  if (!(await readMember(tx, me(asked)))) return refuse('no-member', 'Only a member can let somebody act for them')
  const assistant = await readPersonByAddress(tx, asked.form.text('assistant'))
  const fromOn = typedDayOrNone(asked.form, 'fromOn', 'First day')
  const untilOn = typedDayOrNone(asked.form, 'untilOn', 'Last day')
  if (!fromOn.ok || !untilOn.ok) return refuseAll([fromOn, untilOn].flatMap(it => (it.ok ? [] : [it.refusal])))!
  const level = asked.form.text('level') === 'follow' ? 'follow' : 'act'
  const days = { fromOn: fromOn.value, untilOn: untilOn.value }
  const wanted = delegation({ memberId: me(asked), assistant, level, ...days }, asked.now.today)
  if (!wanted.ok || !(await hasOverlap(tx, wanted.value))) return wanted
  return refuse(
    'acts-already',
    `Enter other days or somebody else: ${assistant?.name} acts for you then already`,
    'assistant',
  )
}

async function takeBack(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  const done = await asked.transact(async tx => {
    const revoked = await updateRevoked(tx, id, me(asked), asked.now.at)
    if (revoked) await noted(tx, asked, deps, 'people.delegation-revoked', { delegation: id })
    return revoked
  })
  return redirect('/people/me#delegation', done ? 'They no longer act for you' : 'That was taken back already')
}

const noted = (tx: Tx, asked: Asked, deps: PeopleDeps, act: string, details: object): Promise<void> =>
  deps.record(tx, { at: asked.now.at, actor: me(asked), act, subject: { kind: 'person', id: me(asked) }, details })
