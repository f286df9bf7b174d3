import { inTransaction, type Tx } from '#platform/db/database.ts'
import { page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { PeopleDeps } from '../deps.ts'
import { isRole } from '../roles.ts'
import { readChoices, saveChoice } from './choice.sql.ts'
import { inForce, leastOf, topicsFor, type Topic } from './choice.ts'
import { noticesPage, stoppedPage, stopPage, unknownStopPage } from './pages.ts'
import { readStop, stoppedBy, type Stop } from './stop.ts'

const own = { path: '/people/me/notices', may: 'people.profile' }
const stop = { path: '/people/notices/:token', may: 'public', perMinute: 60 }

/** What somebody hears of by mail, and when; and the page on which a mail leads to less of its kind. */
export const noticeRoutes = (deps: Pick<PeopleDeps, 'secret'>): Route[] => [
  { method: 'GET', ...own, handle: show },
  { method: 'POST', ...own, handle: choose },
  { method: 'GET', ...stop, handle: asked => confirm(asked, deps.secret) },
  // pressed by mail programs, which have no form of ours (RFC 8058)
  { method: 'POST', ...stop, byItsAddress: true, handle: asked => stopMail(asked, deps.secret) },
]

const mine = ({ viewer }: Asked): Topic[] => topicsFor(viewer.roles.filter(isRole))

async function show(asked: Asked): Promise<Answer> {
  const chosen = await asked.transact(tx => readChoices(tx, asked.viewer.person ?? ''))
  return page(noticesPage({ csrf: asked.csrf, mine: mine(asked), chosen }))
}

async function choose(asked: Asked): Promise<Answer> {
  await asked.transact(async tx => {
    for (const topic of mine(asked))
      await saveChoice(tx, asked.viewer.person ?? '', topic, inForce(topic, asked.form.text(topic)))
  })
  return redirect('/people/me', 'Your choice is saved')
}

function confirm(asked: Asked, secret: string): Answer {
  const token = asked.params.token ?? ''
  const it = readStop(secret, token)
  return it ? page(stopPage(asked.csrf, `/people/notices/${token}`, it.what)) : page(unknownStopPage, 404)
}

async function stopMail(asked: Asked, secret: string): Promise<Answer> {
  const it = readStop(secret, asked.params.token ?? '')
  if (!it) return page(unknownStopPage, 404)
  const left = await inTransaction(asked.db, 'system', tx => lessen(tx, it))
  return page(stoppedPage(it.what, left))
}

/** Brings each topic down to the least it allows; gives those that still come. A second time changes nothing. */
async function lessen(tx: Tx, { person, what }: Stop): Promise<Topic[]> {
  const topics = stoppedBy(what, await readChoices(tx, person))
  for (const topic of topics) await saveChoice(tx, person, topic, leastOf(topic))
  return topics.filter(topic => leastOf(topic) !== 'none')
}
