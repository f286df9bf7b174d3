import { enquiryById, type EventType } from '#enquiries/door.ts'
import { personById } from '#people/door.ts'
import { inTransaction, seeingAs, type Database, type Tx } from '#platform/db/database.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { setting } from '#platform/settings.ts'
import { unseal } from '#platform/seal.ts'
import {
  insertAttempt,
  insertDelivery,
  lockWaiting,
  updateNext,
  updateState,
  type Logged,
  type WebhookDelivery,
} from './delivery.sql.ts'
import { bodyOf, nameOfEvent } from './events.ts'
import { send } from './send.ts'
import { signed } from './signature.ts'
import { readListening, readWebhook, updateDisabled, updateFailing, type Listening } from './webhook.sql.ts'
import { failsDays, nextTry, type Webhook } from './webhook.ts'

/** The kind of job that sends one delivery. */
export const deliverJob = 'connections.deliver'

export const sealedFor = 'webhook secret'

export type Delivering = {
  readonly db: Database
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly secret: string
  readonly now: () => Date
}

type Event = { readonly id: string; readonly type: EventType; readonly enquiryId: string; readonly at: Date }

/**
 * Puts events into the queue of every webhook that wants them and whose owner sees the enquiry. Restricted enquiries are
 * told to nobody this way. In the transaction of the system in which the events are followed.
 */
export async function tellWebhooks(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  events: readonly Event[],
  publicUrl: string,
): Promise<void> {
  const listening = await readListening(tx)
  if (listening.length === 0) return
  for (const event of events) {
    const type = nameOfEvent(event.type)
    for (const it of listening)
      if (type && it.events.includes(type)) await tell(tx, jobs, { ...event, type }, it, publicUrl)
  }
}

async function tell(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { id, type, enquiryId, at }: Omit<Event, 'type'> & { readonly type: string },
  { id: webhookId, ownerId }: Listening,
  publicUrl: string,
): Promise<void> {
  const enquiry = await seeingAs(tx, ownerId, 'system', () => enquiryById(tx, enquiryId))
  if (!enquiry || enquiry.restricted) return
  const body = bodyOf(type, id, enquiry, at, publicUrl)
  const delivery = await insertDelivery(tx, { webhookId, eventId: id, enquiryId: enquiry.id, type, body }, at)
  if (delivery) await jobs.enqueue(tx, deliverJob, { delivery })
}

/**
 * Sends one delivery, if it still waits and its owner may still see the enquiry, and writes down what came of it. A
 * failure waits and is tried again; after the last one it stays failed until somebody sends it again.
 */
export async function deliver(it: Delivering, id: string): Promise<void> {
  const ready = await inTransaction(it.db, 'system', tx => prepare(tx, it, id))
  if (!ready) return
  // no transaction is open while the other system takes its time
  const came = await send(ready)
  await inTransaction(it.db, 'system', tx => settle(tx, it, id, ready, came))
}

async function prepare(tx: Tx, { secret, now, jobs }: Delivering, id: string) {
  const delivery = await lockWaiting(tx, id)
  const webhook = delivery && (await readWebhook(tx, delivery.webhookId))
  if (!delivery) return undefined
  if (!webhook || !(await mayGo(tx, webhook, delivery))) {
    await updateState(tx, id, 'withdrawn')
    return undefined
  }
  const isTest = delivery.enquiryId === null
  if (webhook.pausedAt && !isTest) return undefined
  // a job left over from before somebody sent it by hand
  if (delivery.nextAt > now()) {
    await jobs.enqueue(tx, deliverJob, { delivery: id }, { startAfter: delivery.nextAt })
    return undefined
  }
  const headers = signed(`msg_${id}`, delivery.body, now(), secretsOf(webhook, secret, now()))
  const privateToo = (await setting(tx, 'connections.private-addresses')) === 'allow'
  return { webhook, isTest, url: webhook.url, headers: { ...headers }, body: delivery.body, privateToo }
}

/** Its owner still sees the enquiry, and it is not off. A test goes to one that is off, too: that is when it is wanted. */
async function mayGo(tx: Tx, { ownerId, disabledAt }: Webhook, { enquiryId }: WebhookDelivery): Promise<boolean> {
  const owner = await personById(tx, ownerId)
  if (!owner || owner.disabled) return false
  if (enquiryId === null) return true
  if (disabledAt) return false
  const enquiry = await seeingAs(tx, ownerId, 'system', () => enquiryById(tx, enquiryId))
  return enquiry !== undefined && !enquiry.restricted
}

/** The secret in force, and after a change the one before it, for as long as it was said to hold. */
export function secretsOf(it: Webhook, houseSecret: string, at: Date): string[] {
  const before = it.beforeUntil && it.beforeUntil > at ? it.sealedSecretBefore : null
  return [it.sealedSecret, before].flatMap(sealed => (sealed && unseal(houseSecret, sealedFor, sealed)) || [])
}

type Ready = { readonly webhook: Webhook; readonly isTest: boolean }

async function settle(tx: Tx, it: Delivering, id: string, { webhook, isTest }: Ready, came: Logged): Promise<void> {
  const at = it.now()
  const attempts = await insertAttempt(tx, id, came, at)
  const worked = came.status !== null && came.status >= 200 && came.status < 300
  // whoever tries it out sees at once what comes of it: that is no failure of the webhook, and is not tried again
  if (isTest) return updateState(tx, id, worked ? 'sent' : 'failed')
  await updateFailing(tx, webhook.id, worked ? null : at)
  if (worked) return updateState(tx, id, 'sent')
  const because = whyDisable(webhook, came, at)
  const again = because ? undefined : nextTry(attempts, at)
  if (because) await updateDisabled(tx, webhook.id, at, because)
  if (!again) return updateState(tx, id, 'failed')
  await updateNext(tx, id, webhook.id, again)
  return it.jobs.enqueue(tx, deliverJob, { delivery: id }, { startAfter: again })
}

function whyDisable({ failingSince }: Webhook, { status }: Logged, at: Date): string | undefined {
  if (status === 410) return 'It answered that it is gone (410)'
  const longAgo = new Date(at.getTime() - failsDays * 86_400_000)
  return failingSince && failingSince < longAgo ? `Nothing arrived for ${failsDays} days` : undefined
}
