import { z } from 'zod'
import type { Attempt, ListedDelivery } from './delivery.sql.ts'
import { eventNames } from './events.ts'
import type { Webhook } from './webhook.ts'

export const webhookShape = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  owner: z.uuid().describe('Whose sight it has'),
  ownerName: z.string(),
  events: z.array(z.string()),
  state: z.enum(['on', 'failing', 'paused', 'off']),
  because: z.string().nullable().describe('Why it is off'),
})

export const madeShape = webhookShape.extend({ secret: z.string().describe('Signs what is sent. Not shown again') })

export const makingShape = z.strictObject({
  url: z.string().describe('Where to send; it begins with https://'),
  owner: z.string().describe('The e-mail address of the person whose sight it has'),
  description: z.string().default(''),
  events: z.array(z.enum(eventNames as [string, ...string[]])).min(1),
})

const stateShape = z.enum(['waiting', 'sent', 'failed', 'withdrawn'])
const nextAtShape = z.string().nullable().describe('When it is tried next, while it waits')

export const deliveryShape = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  createdAt: z.string(),
  state: stateShape,
  nextAt: nextAtShape,
  attempts: z.int(),
  lastAt: z.string().nullable(),
  lastStatus: z.int().nullable().describe('The HTTP status of the last attempt; null when no answer came'),
  lastSaid: z.string().nullable(),
  lastMilliseconds: z.int().nullable(),
})

export const oneDeliveryShape = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  createdAt: z.string(),
  state: stateShape,
  nextAt: nextAtShape,
  body: z.string().describe('Exactly what is sent and signed'),
  attempts: z.array(
    z.strictObject({
      number: z.int(),
      at: z.string(),
      status: z.int().nullable(),
      said: z.string(),
      milliseconds: z.int(),
    }),
  ),
})

/** `{ "paused": true }` and the like. */
export const doneShape = (what: string): z.ZodType => z.strictObject({ [what]: z.literal(true) })

export const shownWebhook = (it: Webhook) => ({
  id: it.id,
  url: it.url,
  description: it.description,
  owner: it.ownerId,
  ownerName: it.owner,
  events: it.events,
  state: it.disabledAt ? 'off' : it.pausedAt ? 'paused' : it.failingSince ? 'failing' : 'on',
  because: it.disabledBecause,
})

export const shownDelivery = ({ webhookId: _, ...it }: ListedDelivery) => ({
  ...it,
  createdAt: it.createdAt.toISOString(),
  nextAt: it.state === 'waiting' ? it.nextAt.toISOString() : null,
  lastAt: it.lastAt?.toISOString() ?? null,
})

export const shownAttempt = ({ at, ...it }: Attempt) => ({ ...it, at: at.toISOString() })
