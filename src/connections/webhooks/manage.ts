import { record } from '#audit/door.ts'
import { allow, type Result } from '#kernel/result.ts'
import { personByAddress } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/seal.ts'
import { setting } from '#platform/settings.ts'
import { sealedFor } from './deliver.ts'
import { newWebhookSecret } from './signature.ts'
import { insertWebhook, readWebhook, updateDisabled, updateRemoved, updateSecret } from './webhook.sql.ts'
import { webhook, type Webhook } from './webhook.ts'

export type Wanted = {
  readonly url: string
  readonly description: string
  readonly owner: string
  readonly events: readonly string[]
}

/** A webhook with its secret, which is shown this once. */
export type Made = { readonly webhook: Webhook; readonly secret: string }

/** Makes a webhook. The same key by the same person gives the one that was made, its secret too. */
export async function makeWebhook(
  tx: Tx,
  { viewer, now }: Asked,
  houseSecret: string,
  wanted: Wanted,
  key: string | null,
): Promise<Result<Made>> {
  const [owner, network] = await Promise.all([
    personByAddress(tx, wanted.owner),
    setting(tx, 'connections.private-addresses'),
  ])
  const asked = webhook({ ...wanted, owner, privateToo: network === 'allow' })
  if (!asked.ok) return asked
  const sealedSecret = seal(houseSecret, sealedFor, newWebhookSecret())
  const { id, again } = await insertWebhook(tx, { ...asked.value, sealedSecret, by: viewer.person, key, at: now.at })
  if (!again) await noted(tx, { viewer, now }, 'connections.webhook-made', id)
  const made = (await readWebhook(tx, id))!
  return allow({ webhook: made, secret: unseal(houseSecret, sealedFor, made.sealedSecret) ?? '' })
}

/** Days for which the old secret still signs beside the new one. */
export const oldSecretDays = 7

/** A new secret; the old one signs too, until the other system has taken the new one over. */
export async function changeSecret(tx: Tx, asked: Asked, houseSecret: string, id: string): Promise<Made | undefined> {
  const known = await readWebhook(tx, id)
  if (!known) return undefined
  const secret = newWebhookSecret()
  const until = new Date(asked.now.at.getTime() + oldSecretDays * 86_400_000)
  await updateSecret(tx, id, seal(houseSecret, sealedFor, secret), until)
  await noted(tx, asked, 'connections.webhook-secret', id)
  return { webhook: known, secret }
}

/** Switches it off or on again; false when there is none. */
export async function switchWebhook(tx: Tx, asked: Asked, id: string, on: boolean): Promise<boolean> {
  if (!(await readWebhook(tx, id))) return false
  await updateDisabled(tx, id, on ? null : asked.now.at, on ? null : 'Switched off')
  await noted(tx, asked, on ? 'connections.webhook-on' : 'connections.webhook-off', id)
  return true
}

export async function removeWebhook(tx: Tx, asked: Asked, id: string): Promise<boolean> {
  const removed = await updateRemoved(tx, id, asked.now.at)
  if (removed) await noted(tx, asked, 'connections.webhook-removed', id)
  return removed
}

const noted = (tx: Tx, { viewer, now }: Pick<Asked, 'viewer' | 'now'>, act: string, id: string): Promise<void> =>
  record(tx, { at: now.at, actor: viewer.person, act, subject: { kind: 'webhook', id } })
