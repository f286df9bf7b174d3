import { randomUUIDv7 } from 'node:crypto'
import { record } from '#audit/door.ts'
import { allow, type Result } from '#kernel/result.ts'
import { personByAddress } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { seal, unseal } from '#platform/seal.ts'
import { setting } from '#platform/settings.ts'
import { deliverJob, sealedFor } from './deliver.ts'
import { insertDelivery, readWaiting, updateNext } from './delivery.sql.ts'
import { testBody, testType } from './events.ts'
import { newWebhookSecret } from './signature.ts'
import { insertWebhook, readWebhook, updateDisabled, updatePaused, updateRemoved, updateSecret } from './webhook.sql.ts'
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

type Enqueueing = Pick<Jobs, 'enqueue'>

/** Keeps what happens from now on, until it goes on; false when there is none. */
export async function pauseWebhook(tx: Tx, asked: Asked, id: string): Promise<boolean> {
  const known = await readWebhook(tx, id)
  if (!known) return false
  if (known.pausedAt) return true
  await updatePaused(tx, id, asked.now.at)
  await noted(tx, asked, 'connections.webhook-paused', id)
  return true
}

/** Goes on after a pause, or after it was switched off for failing: what waits is sent, the oldest first. */
export async function resumeWebhook(tx: Tx, asked: Asked, jobs: Enqueueing, id: string): Promise<boolean> {
  const known = await readWebhook(tx, id)
  if (!known) return false
  if (!known.pausedAt && !known.disabledAt) return true
  await updatePaused(tx, id, null)
  if (known.disabledAt) await updateDisabled(tx, id, null, null)
  await noted(tx, asked, 'connections.webhook-resumed', id)
  for (const { id: delivery, nextAt } of await readWaiting(tx, id))
    await jobs.enqueue(tx, deliverJob, { delivery }, nextAt > asked.now.at ? { startAfter: nextAt } : {})
  return true
}

/** Sends an event that tells of nothing; the id of the delivery, or undefined when there is no such webhook. */
export async function sendTest(tx: Tx, { now }: Asked, jobs: Enqueueing, id: string): Promise<string | undefined> {
  if (!(await readWebhook(tx, id))) return undefined
  const eventId = randomUUIDv7()
  const test = { webhookId: id, eventId, enquiryId: null, type: testType, body: testBody(eventId, now.at) }
  const delivery = (await insertDelivery(tx, test, now.at))!
  await jobs.enqueue(tx, deliverJob, { delivery })
  return delivery
}

/** Tries a delivery now, whatever came of it before; false when there is none. */
export async function sendAgain(
  tx: Tx,
  { now }: Asked,
  jobs: Enqueueing,
  id: string,
  delivery: string,
): Promise<boolean> {
  const there = (await readWebhook(tx, id)) && (await updateNext(tx, delivery, id, now.at))
  if (there) await jobs.enqueue(tx, deliverJob, { delivery })
  return Boolean(there)
}

export async function removeWebhook(tx: Tx, asked: Asked, id: string): Promise<boolean> {
  const removed = await updateRemoved(tx, id, asked.now.at)
  if (removed) await noted(tx, asked, 'connections.webhook-removed', id)
  return removed
}

const noted = (tx: Tx, { viewer, now }: Pick<Asked, 'viewer' | 'now'>, act: string, id: string): Promise<void> =>
  record(tx, { at: now.at, actor: viewer.person, act, subject: { kind: 'webhook', id } })
