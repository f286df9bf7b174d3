import { instantInWords } from '#kernel/day.ts'
import { addressProof, post, securityNotice, signInLink } from '#mail/door.ts'
import type { AddressProofMail, SecurityNotice, SignInMail } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Ground } from './ground.ts'

/** Puts the mail with a sign-in link into the outbox. People calls it in a transaction of the system. */
export async function sendSignInLink(tx: Tx, { stamp }: Pick<Ground, 'stamp'>, mail: SignInMail): Promise<void> {
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const composed = signInLink(
    { name: council, team: 'One Stop' },
    { to: mail.name, url: mail.link, minutes: mail.minutes },
  )
  const to = { person: null, name: mail.name, address: mail.to }
  const from = { name: 'One Stop', address }
  await post(
    tx,
    stamp,
    { ...composed, kind: 'sign-in', to, from, event: crypto.randomUUID(), automatic: true },
    mail.at,
  )
}

/** Tells somebody that the way they sign in was changed. In a transaction of the system. */
export async function sendSecurityNotice(
  tx: Tx,
  ground: Pick<Ground, 'stamp' | 'config'>,
  it: SecurityNotice,
): Promise<void> {
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const composed = securityNotice(
    { name: council, team: 'One Stop' },
    { to: it.to.name, what: it.what, device: it.device, when: instantInWords(it.at), url: ground.config.publicUrl },
  )
  const to = { person: it.to.id, name: it.to.name, address: it.to.email }
  const from = { name: 'One Stop', address }
  await post(
    tx,
    ground.stamp,
    { ...composed, kind: 'security', to, from, event: crypto.randomUUID(), automatic: true },
    it.at,
  )
}

/** Asks at an address whether it belongs to who said so. In a transaction of the system. */
export async function sendAddressProof(tx: Tx, { stamp }: Pick<Ground, 'stamp'>, it: AddressProofMail): Promise<void> {
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const composed = addressProof({ name: council, team: 'One Stop' }, { name: it.name, address: it.to, url: it.link })
  const from = { name: 'One Stop', address }
  const to = { person: null, address: it.to }
  await post(
    tx,
    stamp,
    { ...composed, kind: 'address-proof', to, from, event: crypto.randomUUID(), automatic: true },
    it.at,
  )
}
