import type { Tx } from '#platform/db/database.ts'
import type { NewWebhook, Webhook } from './webhook.ts'

const columns = (tx: Tx) => tx`
  h.id, h.owner_id, p.name as owner, h.url, h.description, h.events, h.sealed_secret, h.sealed_secret_before,
  h.before_until, h.made_at, h.failing_since, h.disabled_at, h.disabled_because, h.paused_at
`

export const readWebhooks = (tx: Tx): Promise<Webhook[]> => tx<Webhook[]>`
  select ${columns(tx)} from connections.webhook h join people.person p on p.id = h.owner_id
  where h.removed_at is null order by h.made_at, h.id
`

export async function readWebhook(tx: Tx, id: string): Promise<Webhook | undefined> {
  const [found] = await tx<Webhook[]>`
    select ${columns(tx)} from connections.webhook h join people.person p on p.id = h.owner_id
    where h.id = ${id} and h.removed_at is null
  `
  return found
}

/** A webhook that is on, with its owner and what it wants to hear of. */
export type Listening = { readonly id: string; readonly ownerId: string; readonly events: readonly string[] }

/** All that listen; what is paused hears of it later. */
export const readListening = (tx: Tx): Promise<Listening[]> =>
  tx<Listening[]>`
    select id, owner_id, events from connections.webhook where disabled_at is null and removed_at is null order by id
  `

export type Making = NewWebhook & {
  readonly sealedSecret: string
  readonly by: string | null
  readonly key: string | null
  readonly at: Date
}

/** The id of the new one, or of the one made with the same key before. */
export async function insertWebhook(tx: Tx, it: Making): Promise<{ id: string; again: boolean }> {
  const [made] = await tx<{ id: string }[]>`
    insert into connections.webhook (owner_id, url, description, events, sealed_secret, made_by, made_at, idempotency_key)
    values (${it.ownerId}, ${it.url}, ${it.description}, ${[...it.events]}::text[], ${it.sealedSecret}, ${it.by}, ${it.at}, ${it.key})
    on conflict (made_by, idempotency_key) do nothing returning id
  `
  if (made) return { id: made.id, again: false }
  const [known] = await tx<{ id: string }[]>`
    select id from connections.webhook where made_by = ${it.by} and idempotency_key = ${it.key}
  `
  return { id: known!.id, again: true }
}

export async function updateSecret(tx: Tx, id: string, sealed: string, beforeUntil: Date): Promise<void> {
  await tx`
    update connections.webhook set sealed_secret_before = sealed_secret, sealed_secret = ${sealed}, before_until = ${beforeUntil}
    where id = ${id}
  `
}

export async function updateDisabled(tx: Tx, id: string, at: Date | null, because: string | null): Promise<void> {
  await tx`
    update connections.webhook set disabled_at = ${at}, disabled_because = ${because}, failing_since = null where id = ${id}
  `
}

export async function updatePaused(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx`update connections.webhook set paused_at = ${at} where id = ${id}`
}

export async function updateFailing(tx: Tx, id: string, since: Date | null): Promise<void> {
  await tx`
    update connections.webhook set failing_since = case when ${since}::timestamptz is null then null
      else coalesce(failing_since, ${since}::timestamptz) end
    where id = ${id}
  `
}

export async function updateRemoved(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done =
    await tx`update connections.webhook set removed_at = ${at} where id = ${id} and removed_at is null returning id`
  return done.length > 0
}
