import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Refusal } from '#kernel/result.ts'
import { shortened, oneLine } from '#kernel/text.ts'
import { deleteAuthenticator, readAuthenticator, saveRecoveryCodes } from '../authenticator/authenticator.sql.ts'
import { hashOfCode, newRecoveryCodes } from '../authenticator/recovery-codes.ts'
import { keepAuthenticator, offerFor } from '../authenticator/set-up.ts'
import { setUpPage } from '../authenticator/set-up-page.ts'
import type { PeopleDeps } from '../deps.ts'
import { deviceOf } from '../enter.ts'
import { isId } from '../given-id.ts'
import { askToMakePasskey, passkeyMade } from '../passkey/passkey.ts'
import { deletePasskey, insertPasskey, readPasskeys } from '../passkey/passkey.sql.ts'
import { choosePassword } from '../password/choose.ts'
import { hashPassword } from '../password/hash.ts'
import { deletePassword, savePassword } from '../password/password.sql.ts'
import { forgetSecondShown, updateOtherSessionsEnded, updateSecondShown } from '../session.sql.ts'
import { endLinksOf } from '../sign-in.sql.ts'
import { wayChanged } from './changed.ts'
import { overviewPage } from './overview-page.ts'
import { onProof } from './proof.ts'
import { newPasskeyPage, passwordPage, recoveryCodesPage, removePasskeyPage } from './pages.ts'
import { waysOf } from './ways.ts'

const overview = '/people/me/sign-in'

/** How one signs in: looked at freely, changed only by who has lately shown who they are. */
export function securityRoutes(deps: PeopleDeps): Route[] {
  const may = 'people.profile'
  const at = (path: string): string => `/people/me/${path}`
  const guarded = (method: 'GET' | 'POST', path: string, page: string, handle: Handle): Route => ({
    method,
    path: at(path),
    may,
    handle: onProof(page, asked => handle(asked, deps)),
  })
  return [
    { method: 'GET', path: overview, may, handle: async asked => page(overviewPage(await waysOf(asked), asked.csrf)) },
    guarded('GET', 'password', at('password'), asked => showPassword(asked)),
    guarded('POST', 'password', at('password'), setPassword),
    guarded('POST', 'password/remove', overview, removePassword),
    guarded('GET', 'passkeys/add', at('passkeys/add'), (asked, deps) => showNewPasskey(asked, deps)),
    guarded('POST', 'passkeys/add', at('passkeys/add'), addPasskey),
    guarded('GET', 'passkeys/:id/remove', overview, showRemovePasskey),
    guarded('POST', 'passkeys/:id/remove', overview, removePasskey),
    guarded('GET', 'authenticator', at('authenticator'), (asked, deps) => showSetUp(asked, deps)),
    guarded('POST', 'authenticator', at('authenticator'), setUp),
    guarded('POST', 'authenticator/remove', overview, removeAuthenticator),
    guarded('POST', 'recovery-codes', overview, makeRecoveryCodes),
    { method: 'POST', path: at('sessions/end-others'), may, handle: asked => endOthers(asked, deps) },
  ]
}

type Handle = (asked: Asked, deps: PeopleDeps) => Promise<Answer>

/** Whoever is here is signed in, or the permission would have kept them out. */
const me = (asked: Asked): string => asked.viewer.person ?? ''

async function showPassword(asked: Asked, refusal?: Refusal): Promise<Answer> {
  const shown = passwordPage(asked.csrf, await waysOf(asked), refusal)
  return refusal ? pageAgain(shown) : page(shown)
}

async function setPassword(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const { person, hasPassword } = await waysOf(asked)
  const chosen = choosePassword(asked.form.text('password'), person)
  if (!chosen.ok) return showPassword(asked, chosen.refusal)
  const hash = await hashPassword(chosen.value)
  await inTransaction(asked.db, 'system', async tx => {
    await savePassword(tx, person.id, hash, asked.now.at)
    // whoever knew the old one, or holds a link, is out
    await updateOtherSessionsEnded(tx, person.id, asked.viewer.session ?? '', asked.now.at)
    await endLinksOf(tx, person.id, asked.now.at)
    const what = hasPassword ? 'Your password was changed.' : 'A password was set for you.'
    await wayChanged(tx, asked, deps, { person: person.id, act: 'people.password-set', what })
  })
  return redirect(overview, 'Your password is set, and you are signed out everywhere else')
}

async function removePassword(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  await inTransaction(asked.db, 'system', async tx => {
    if (!(await deletePassword(tx, me(asked)))) return
    const what = 'Your password was removed.'
    await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.password-removed', what })
  })
  return redirect(overview, 'You no longer sign in with a password')
}

async function showNewPasskey(asked: Asked, deps: PeopleDeps, failed = false): Promise<Answer> {
  const { person, passkeys } = await waysOf(asked)
  const ceremony = askToMakePasskey(deps.secret, asked, person, passkeys)
  const shown = newPasskeyPage(asked.csrf, ceremony, deviceOf(asked), failed)
  return failed ? pageAgain(shown) : page(shown)
}

async function addPasskey(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const made = await passkeyMade(deps.secret, asked, asked.form.text('response'))
  const name = shortened(oneLine(asked.form.text('name')), 60) || deviceOf(asked)
  const done =
    made &&
    (await inTransaction(asked.db, 'system', async tx => {
      if (!(await insertPasskey(tx, { ...made, personId: me(asked), name }, asked.now.at))) return false
      await updateSecondShown(tx, asked.viewer.session ?? '', me(asked))
      const what = `A passkey called “${name}” was added.`
      await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.passkey-added', what })
      return true
    }))
  return done ? redirect(`${overview}#passkeys`, `The passkey “${name}” is added`) : showNewPasskey(asked, deps, true)
}

async function showRemovePasskey(asked: Asked): Promise<Answer> {
  const passkey = (await waysOf(asked)).passkeys.find(it => it.id === asked.params.id)
  return passkey ? page(removePasskeyPage(asked.csrf, passkey)) : missing
}

async function removePasskey(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  const name = await inTransaction(asked.db, 'system', async tx => {
    const gone = await deletePasskey(tx, id, me(asked))
    const what = `The passkey “${gone}” was removed.`
    if (gone) await secondRemoved(tx, asked)
    if (gone) await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.passkey-removed', what })
    return gone
  })
  return redirect(
    `${overview}#passkeys`,
    name ? `The passkey “${name}” is removed, and you are signed out everywhere else` : 'It was removed already',
  )
}

async function showSetUp(asked: Asked, deps: PeopleDeps, refusal?: Refusal): Promise<Answer> {
  const offer = await offerFor(asked, deps.secret, me(asked))
  const [action, account] = ['/people/me/authenticator', asked.viewer.email]
  const shown = await setUpPage({ csrf: asked.csrf, action, account, offer, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function setUp(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const offer = await offerFor(asked, deps.secret, me(asked))
  const done = await inTransaction(asked.db, 'system', async tx => {
    const kept = await keepAuthenticator(tx, deps.secret, me(asked), offer, asked.form.text('code'), asked.now.at)
    const what = 'An app that makes sign-in codes was set up.'
    if (kept.ok) await updateSecondShown(tx, asked.viewer.session ?? '', me(asked))
    if (kept.ok) await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.authenticator-set', what })
    return kept
  })
  if (!done.ok) return showSetUp(asked, deps, done.refusal)
  return redirect(`${overview}#recovery-codes`, 'Your app is set up. Now make recovery codes to keep')
}

async function removeAuthenticator(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  await inTransaction(asked.db, 'system', async tx => {
    if (!(await deleteAuthenticator(tx, me(asked)))) return
    await secondRemoved(tx, asked)
    const what = 'The app that makes sign-in codes was removed, and the recovery codes with it.'
    await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.authenticator-removed', what })
  })
  return redirect(`${overview}#authenticator`, 'The app is removed, and you are signed out everywhere else')
}

/**
 * Whoever came in with what is now removed, perhaps because it was lost, is out. Where nothing is left to show, this
 * device counts as having shown nothing: it stays signed in only if the council asks for nothing.
 */
async function secondRemoved(tx: Tx, asked: Asked): Promise<void> {
  await updateOtherSessionsEnded(tx, me(asked), asked.viewer.session ?? '', asked.now.at)
  const [authenticator, passkeys] = await Promise.all([readAuthenticator(tx, me(asked)), readPasskeys(tx, me(asked))])
  if (!authenticator && passkeys.length === 0) await forgetSecondShown(tx, me(asked))
}

async function makeRecoveryCodes(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const codes = newRecoveryCodes()
  await inTransaction(asked.db, 'system', async tx => {
    await saveRecoveryCodes(tx, me(asked), codes.map(hashOfCode))
    const what = 'New recovery codes were made. The old ones no longer work.'
    await wayChanged(tx, asked, deps, { person: me(asked), act: 'people.recovery-codes-made', what })
  })
  return page(recoveryCodesPage(codes))
}

async function endOthers(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const ended = await inTransaction(asked.db, 'system', async tx => {
    const n = await updateOtherSessionsEnded(tx, me(asked), asked.viewer.session ?? '', asked.now.at)
    const subject = { kind: 'person', id: me(asked) }
    if (n > 0)
      await deps.record(tx, { at: asked.now.at, actor: me(asked), act: 'people.signed-out-elsewhere', subject })
    return n
  })
  return redirect(overview, ended > 0 ? 'You are signed out everywhere else' : 'You were signed in nowhere else')
}
