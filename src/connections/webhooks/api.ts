import { z } from 'zod'
import { json, problem } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import * as examples from './api-examples.ts'
import { readDeliveries } from './delivery.sql.ts'
import { eventNames } from './events.ts'
import { makeWebhook, removeWebhook } from './manage.ts'
import { noSuchWebhook, type WebhookNeeds } from './routes.ts'
import { readWebhook, readWebhooks } from './webhook.sql.ts'
import type { Webhook } from './webhook.ts'

const may = 'connections.administer'
const group = 'Webhooks'

const webhookShape = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  owner: z.uuid().describe('Whose sight it has'),
  ownerName: z.string(),
  events: z.array(z.string()),
  state: z.enum(['on', 'failing', 'off']),
  because: z.string().nullable().describe('Why it is off'),
})
const madeShape = webhookShape.extend({ secret: z.string().describe('Signs what is sent. Not shown again') })

const bodyShape = z.strictObject({
  url: z.string().describe('Where to send; it begins with https://'),
  owner: z.string().describe('The e-mail address of the person whose sight it has'),
  description: z.string().default(''),
  events: z.array(z.enum(eventNames as [string, ...string[]])).min(1),
})

const deliveryShape = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  createdAt: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'withdrawn']),
  attempts: z.int(),
  lastAt: z.string().nullable(),
  lastStatus: z.int().nullable(),
  lastSaid: z.string().nullable(),
})

/** Webhooks for programs: what the administrator’s pages do. */
export const webhookEndpoints = ({ secret }: Pick<WebhookNeeds, 'secret'>): Endpoint[] => [
  {
    method: 'GET',
    path: '/api/v1/webhooks',
    may,
    group,
    id: 'listWebhooks',
    title: 'List the webhooks',
    means: 'Every webhook with its state.',
    answers: [{ status: 200, means: 'The webhooks', shape: z.strictObject({ webhooks: z.array(webhookShape) }) }],
    problems: [401, 403],
    example: examples.list,
    handle: async ({ transact }) => json({ webhooks: (await transact(readWebhooks)).map(shown) }),
  },
  {
    method: 'POST',
    path: '/api/v1/webhooks',
    may,
    group,
    id: 'makeWebhook',
    title: 'Make a webhook',
    means:
      'It is told, signed after the Standard Webhooks convention, of what its owner may see. The secret comes once.',
    body: bodyShape,
    once: true,
    answers: [{ status: 201, means: 'It is made', shape: madeShape }],
    problems: [400, 401, 403, 422],
    example: examples.make,
    handle: async asked => {
      const given = givenAs(bodyShape, asked.body)
      if (!given.ok) return problem(given.refusal)
      const key = asked.header('idempotency-key')?.slice(0, 200) ?? null
      const made = await asked.transact(tx => makeWebhook(tx, asked, secret, given.value, key))
      if (!made.ok) return problem(made.refusal)
      return json({ ...shown(made.value.webhook), secret: made.value.secret }, 201)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/webhooks/:id/deliveries',
    may,
    group,
    id: 'listDeliveries',
    title: 'List what was sent',
    means: 'The newest 50 deliveries of a webhook with what came of them.',
    inPath: { id: 'The webhook' },
    answers: [{ status: 200, means: 'The deliveries', shape: z.strictObject({ deliveries: z.array(deliveryShape) }) }],
    problems: [401, 403, 404],
    example: examples.deliveries,
    handle: async ({ params, transact }) => {
      const id = z.uuid().safeParse(params.id)
      if (!id.success) return problem(noSuchWebhook)
      return transact(async tx => {
        if (!(await readWebhook(tx, id.data))) return problem(noSuchWebhook)
        const deliveries = (await readDeliveries(tx, id.data)).map(({ webhookId: _, ...it }) => ({
          ...it,
          createdAt: it.createdAt.toISOString(),
          lastAt: it.lastAt?.toISOString() ?? null,
        }))
        return json({ deliveries })
      })
    },
  },
  {
    method: 'POST',
    path: '/api/v1/webhooks/:id/remove',
    may,
    group,
    id: 'removeWebhook',
    title: 'Remove a webhook',
    means: 'Nothing more is sent to it. What was sent stays on record.',
    inPath: { id: 'The webhook' },
    answers: [{ status: 200, means: 'It is removed', shape: z.strictObject({ removed: z.literal(true) }) }],
    problems: [401, 403, 404],
    example: examples.remove,
    handle: async asked => {
      const id = z.uuid().safeParse(asked.params.id)
      const removed = id.success && (await asked.transact(tx => removeWebhook(tx, asked, id.data)))
      return removed ? json({ removed: true }) : problem(noSuchWebhook)
    },
  },
]

const shown = (it: Webhook) => ({
  id: it.id,
  url: it.url,
  description: it.description,
  owner: it.ownerId,
  ownerName: it.owner,
  events: it.events,
  state: it.disabledAt ? 'off' : it.failingSince ? 'failing' : 'on',
  because: it.disabledBecause,
})
