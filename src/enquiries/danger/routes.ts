import { record } from '#audit/door.ts'
import { refuse, type Refusal } from '#kernel/result.ts'
import { openMailboxes, type Mailbox } from '#mailboxes/door.ts'
import { personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { dangerPage, dangerPath } from './danger-page.ts'
import { insertReferral, lastReferrals } from './referral.sql.ts'

/** For everybody who is signed in: whoever hears of danger has to know whom to call. */
export const dangerRoutes = (): Route[] => [
  { method: 'GET', path: dangerPath, may: 'mailboxes.view', handle: asked => asked.transact(tx => show(tx, asked)) },
  { method: 'POST', path: dangerPath, may: 'mailboxes.view', handle: asked => asked.transact(tx => keep(tx, asked)) },
]

const protectorsOn = async (tx: Tx, { now }: Asked): Promise<Mailbox[]> =>
  (await openMailboxes(tx, now.today)).filter(
    it => it.restricted && it.handles.some(kind => kind === 'child-at-risk' || kind === 'adult-at-risk'),
  )

async function show(tx: Tx, asked: Asked, refusal?: Refusal): Promise<Answer> {
  const [words, protectors, referrals] = await Promise.all([
    setting(tx, 'safeguarding.words'),
    protectorsOn(tx, asked),
    lastReferrals(tx),
  ])
  const names = await personNames(
    tx,
    referrals.map(it => it.byPerson),
  )
  const shown = dangerPage({
    csrf: asked.csrf,
    words,
    protectors,
    referrals: referrals.map(it => ({ ...it, by: names.get(it.byPerson) ?? 'Somebody who has left' })),
    ...(refusal && { refusal }),
  })
  return refusal ? pageAgain(shown) : page(shown)
}

/** When, who and whom: the form has no other field, and no other is read. */
async function keep(tx: Tx, asked: Asked): Promise<Answer> {
  const { viewer, now, form } = asked
  const protectors = await protectorsOn(tx, asked)
  const called = form.text('called')
  const mailbox = protectors.find(it => it.id === called)
  if (!mailbox && called !== '999')
    return show(tx, asked, refuse('missing', 'Select whom you reached', 'called').refusal)
  await insertReferral(tx, { at: now.at, byPerson: viewer.person!, mailboxId: mailbox?.id ?? null })
  await record(tx, {
    at: now.at,
    actor: viewer.person,
    act: 'enquiries.refer-at-once',
    subject: { kind: 'referral', id: mailbox?.id ?? '999', reference: mailbox?.key ?? '999' },
  })
  return redirect(dangerPath, 'We kept that you called, and when')
}
