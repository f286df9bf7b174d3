import type { Tx } from '#platform/db/database.ts'

export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'withdrawn'

export type WebhookDelivery = {
  readonly id: string
  readonly webhookId: string
  readonly enquiryId: string
  readonly type: string
  readonly body: string
  readonly createdAt: Date
  readonly state: DeliveryState
  readonly attempts: number
}

export type NewDelivery = Pick<WebhookDelivery, 'webhookId' | 'enquiryId' | 'type' | 'body'> & {
  readonly eventId: string
}

/** Its id; undefined when this event was told to this webhook before. */
export async function insertDelivery(tx: Tx, it: NewDelivery, at: Date): Promise<string | undefined> {
  const [made] = await tx<{ id: string }[]>`
    insert into connections.delivery (webhook_id, event_id, type, enquiry_id, body, created_at)
    values (${it.webhookId}, ${it.eventId}, ${it.type}, ${it.enquiryId}, ${it.body}, ${at})
    on conflict (webhook_id, event_id) do nothing returning id
  `
  return made?.id
}

/** One delivery that still waits; a second worker with the same job waits here and then finds it done. */
export async function lockWaiting(tx: Tx, id: string): Promise<WebhookDelivery | undefined> {
  const [found] = await tx<WebhookDelivery[]>`
    select id, webhook_id, enquiry_id, type, body, created_at, state, attempts from connections.delivery
    where id = ${id} and state = 'waiting' for update
  `
  return found
}

export async function updateState(tx: Tx, id: string, state: DeliveryState): Promise<void> {
  await tx`update connections.delivery set state = ${state} where id = ${id}`
}

/** Begins to wait again, when somebody asks for it to be sent once more. */
export async function updateWaiting(tx: Tx, id: string, webhookId: string): Promise<boolean> {
  const done = await tx`
    update connections.delivery set state = 'waiting' where id = ${id} and webhook_id = ${webhookId} and state <> 'waiting'
    returning id
  `
  return done.length > 0
}

export type Logged = { readonly status: number | null; readonly said: string; readonly milliseconds: number }

/** Writes an attempt down; how many there are now. */
export async function insertAttempt(tx: Tx, id: string, it: Logged, at: Date): Promise<number> {
  const [row] = await tx<{ attempts: number }[]>`
    update connections.delivery set attempts = attempts + 1 where id = ${id} returning attempts
  `
  await tx`
    insert into connections.attempt (delivery_id, number, at, status, said, milliseconds)
    values (${id}, ${row!.attempts}, ${at}, ${it.status}, ${it.said}, ${it.milliseconds})
  `
  return row!.attempts
}

export type ListedDelivery = Omit<WebhookDelivery, 'body' | 'enquiryId'> & {
  readonly lastAt: Date | null
  readonly lastStatus: number | null
  readonly lastSaid: string | null
}

/** The newest deliveries of a webhook, each with its last attempt. */
export const readDeliveries = (tx: Tx, webhookId: string, limit = 50): Promise<ListedDelivery[]> => tx<
  ListedDelivery[]
>`
  select d.id, d.webhook_id, d.type, d.created_at, d.state, d.attempts, a.at as last_at, a.status as last_status,
    a.said as last_said
  from connections.delivery d
  left join connections.attempt a on a.delivery_id = d.id and a.number = d.attempts
  where d.webhook_id = ${webhookId} order by d.created_at desc, d.id desc limit ${limit}
`
