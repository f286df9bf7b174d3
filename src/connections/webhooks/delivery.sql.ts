import type { Tx } from '#platform/db/database.ts'

export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'withdrawn'

export type WebhookDelivery = {
  readonly id: string
  readonly webhookId: string
  /** null: a test, which tells of none */
  readonly enquiryId: string | null
  readonly type: string
  readonly body: string
  readonly createdAt: Date
  readonly state: DeliveryState
  readonly attempts: number
  /** while it waits: it is not tried before then */
  readonly nextAt: Date
}

export type NewDelivery = Pick<WebhookDelivery, 'webhookId' | 'enquiryId' | 'type' | 'body'> & {
  readonly eventId: string
}

/** Its id; undefined when this event was told to this webhook before. */
export async function insertDelivery(tx: Tx, it: NewDelivery, at: Date): Promise<string | undefined> {
  const [made] = await tx<{ id: string }[]>`
    insert into connections.delivery (webhook_id, event_id, type, enquiry_id, body, created_at, next_at)
    values (${it.webhookId}, ${it.eventId}, ${it.type}, ${it.enquiryId}, ${it.body}, ${at}, ${at})
    on conflict (webhook_id, event_id) do nothing returning id
  `
  return made?.id
}

const columns = (tx: Tx) => tx`
  d.id, d.webhook_id, d.enquiry_id, d.type, d.body, d.created_at, d.state, d.attempts, d.next_at
`

/** One delivery that still waits; a second worker with the same job waits here and then finds it done. */
export async function lockWaiting(tx: Tx, id: string): Promise<WebhookDelivery | undefined> {
  const [found] = await tx<WebhookDelivery[]>`
    select ${columns(tx)} from connections.delivery d where d.id = ${id} and d.state = 'waiting' for update
  `
  return found
}

export async function readDelivery(tx: Tx, id: string, webhookId: string): Promise<WebhookDelivery | undefined> {
  const [found] = await tx<WebhookDelivery[]>`
    select ${columns(tx)} from connections.delivery d where d.id = ${id} and d.webhook_id = ${webhookId}
  `
  return found
}

/** What waits to be told about an enquiry is told to nobody, and what was told is kept no longer. */
export async function withdrawAbout(tx: Tx, enquiryId: string): Promise<void> {
  await tx`
    update connections.delivery set body = '', state = case state when 'waiting' then 'withdrawn' else state end
    where enquiry_id = ${enquiryId}
  `
}

export async function updateState(tx: Tx, id: string, state: DeliveryState): Promise<void> {
  await tx`update connections.delivery set state = ${state} where id = ${id}`
}

/** Waits, to be tried at that moment: false when there is no such delivery of this webhook. */
export async function updateNext(tx: Tx, id: string, webhookId: string, nextAt: Date): Promise<boolean> {
  const done = await tx`
    update connections.delivery set state = 'waiting', next_at = ${nextAt}
    where id = ${id} and webhook_id = ${webhookId} returning id
  `
  return done.length > 0
}

/** What waits for this webhook, the oldest first, with when each is tried. */
export const readWaiting = (tx: Tx, webhookId: string): Promise<Pick<WebhookDelivery, 'id' | 'nextAt'>[]> =>
  tx<Pick<WebhookDelivery, 'id' | 'nextAt'>[]>`
    select id, next_at from connections.delivery where webhook_id = ${webhookId} and state = 'waiting'
    order by created_at, id
  `

/** What came of one attempt. */
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

export type Attempt = Logged & { readonly number: number; readonly at: Date }

/** The newest attempts of a delivery, the last first. */
export const readAttempts = (tx: Tx, id: string): Promise<Attempt[]> => tx<Attempt[]>`
  select number, at, status, said, milliseconds from connections.attempt where delivery_id = ${id}
  order by number desc limit 100
`

export type ListedDelivery = Omit<WebhookDelivery, 'body' | 'enquiryId'> & {
  readonly lastAt: Date | null
  readonly lastStatus: number | null
  readonly lastSaid: string | null
  readonly lastMilliseconds: number | null
}

/** The newest deliveries of a webhook, each with its last attempt. */
export const readDeliveries = (tx: Tx, webhookId: string, limit = 50): Promise<ListedDelivery[]> => tx<
  ListedDelivery[]
>`
  select d.id, d.webhook_id, d.type, d.created_at, d.state, d.attempts, d.next_at, a.at as last_at,
    a.status as last_status, a.said as last_said, a.milliseconds as last_milliseconds
  from connections.delivery d
  left join connections.attempt a on a.delivery_id = d.id and a.number = d.attempts
  where d.webhook_id = ${webhookId} order by d.created_at desc, d.id desc limit ${limit}
`

/** Forgets what was sent, refused or withdrawn before then, with its attempts. What still waits stays. How many. */
export async function sweepDeliveries(tx: Tx, before: Date): Promise<number> {
  const gone = await tx`delete from connections.delivery where created_at < ${before} and state <> 'waiting'`
  return gone.count
}
