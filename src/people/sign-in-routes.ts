import { setTimeout as pause } from 'node:timers/promises'
import { refuse } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { isAddress } from './address.ts'
import type { PeopleDeps } from './deps.ts'
import { passFirst } from './enter.ts'
import { noteSignIn } from './note-sign-in.ts'
import { askForPasskey } from './passkey/passkey.ts'
import { hashOf } from './secret.ts'
import { updateSessionEndedByHash } from './session.sql.ts'
import { mailFor, ownPath } from './sign-in-link.ts'
import { confirmPage, linkOverPage, linkSentPage, signInPage } from './sign-in-pages.ts'
import { readLinkHolder, useUpLink } from './sign-in.sql.ts'
import { sessionCookie } from './viewer.ts'

/** Signing in by a mailed link, the first page of every other way, and signing out. */
export function signInRoutes(deps: PeopleDeps): Route[] {
  return [
    { method: 'GET', path: '/sign-in', may: 'public', handle: asked => show(asked, deps) },
    // a whole council may stand behind one address on a Monday morning
    { method: 'POST', path: '/sign-in', may: 'public', perMinute: 30, handle: asked => askForLink(asked, deps) },
    { method: 'GET', path: '/sign-in/sent', may: 'public', handle: sent },
    { method: 'GET', path: '/sign-in/:secret', may: 'public', perMinute: 60, handle: confirm },
    { method: 'POST', path: '/sign-in/:secret', may: 'public', perMinute: 60, handle: asked => signIn(asked, deps) },
    { method: 'POST', path: '/sign-out', may: 'public', handle: asked => signOut(asked, deps) },
  ]
}

function show(asked: Asked, deps: PeopleDeps): Answer {
  const wanted = ownPath(asked.query.wanted ?? '/')
  if (asked.viewer.via === 'session') return redirect(wanted)
  return page(signInPage({ csrf: asked.csrf, email: '', wanted, passkey: askForPasskey(deps.secret, asked) }))
}

/** Longer than making and queueing a mail takes, so that the time of the answer does not tell who is known. */
const answerAfterMs = 250

async function askForLink(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const [email, wanted] = [asked.form.text('email'), ownPath(asked.form.text('wanted'))]
  const wrong = wrongAddress(email)
  const passkey = askForPasskey(deps.secret, asked)
  if (wrong) return pageAgain(signInPage({ csrf: asked.csrf, email, wanted, passkey, refusal: wrong }))
  await Promise.all([pause(answerAfterMs), sendLink(asked, deps, email, wanted)])
  return redirect('/sign-in/sent')
}

function wrongAddress(email: string) {
  if (email === '') return refuse('no-address', 'Enter your email address', 'email').refusal
  if (isAddress(email)) return undefined
  return refuse('not-an-address', 'Enter an email address in the right form, like name@council.example', 'email')
    .refusal
}

const sendLink = (asked: Asked, deps: PeopleDeps, email: string, wanted: string): Promise<void> =>
  inTransaction(asked.db, 'system', async tx => {
    const mail = await mailFor(tx, email, asked.publicUrl, { now: asked.now.at, wanted })
    if (mail) await deps.send(tx, mail)
  })

const sent = async (asked: Asked): Promise<Answer> =>
  page(linkSentPage(await asked.transact(tx => setting(tx, 'people.link-minutes'))))

/** Opening a link does nothing yet: mail scanners and previews open links too. */
async function confirm(asked: Asked): Promise<Answer> {
  const hash = hashOf(asked.params.secret ?? '')
  const holder = await inTransaction(asked.db, 'system', tx => readLinkHolder(tx, hash, asked.now.at))
  if (!holder) return page(linkOverPage, 410)
  return page(confirmPage({ csrf: asked.csrf, path: `/sign-in/${asked.params.secret}`, ...holder }))
}

async function signIn(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  return inTransaction(asked.db, 'system', async tx => {
    const used = await useUpLink(tx, hashOf(asked.params.secret ?? ''), asked.now.at)
    if (!used) {
      const tried = { act: 'people.sign-in-failed', by: 'link', whose: { typed: asked.params.secret ?? '' } } as const
      await noteSignIn(asked, deps, tried)
      return page(linkOverPage, 410)
    }
    return passFirst(tx, asked, deps, { person: used.personId, wanted: used.wanted, by: 'link' })
  })
}

async function signOut(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const session = asked.cookie(sessionCookie)
  const [at, actor] = [asked.now.at, asked.viewer.person]
  if (session)
    await inTransaction(asked.db, 'system', async tx => {
      await updateSessionEndedByHash(tx, hashOf(session), at)
      if (actor) await deps.record(tx, { at, actor, act: 'people.signed-out', subject: { kind: 'person', id: actor } })
    })
  return {
    ...redirect('/sign-in', 'You are signed out'),
    cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
  }
}
