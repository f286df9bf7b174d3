import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { json, problem } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import * as examples from './api-examples.ts'
import {
  deliveryShape,
  doneShape,
  madeShape,
  makingShape,
  oneDeliveryShape,
  shownAttempt,
  shownDelivery,
  shownWebhook,
  webhookShape,
} from './api-shapes.ts'
import { readAttempts, readDeliveries, readDelivery } from './delivery.sql.ts'
import { makeWebhook, pauseWebhook, removeWebhook, resumeWebhook, sendAgain, sendTest } from './manage.ts'
import { noSuchWebhook, type WebhookNeeds } from './routes.ts'
import { readWebhook, readWebhooks } from './webhook.sql.ts'

const shared = { may: 'connections.administer', group: 'Webhooks' }
const base = '/api/v1/webhooks'

/** Webhooks for programs: what the administrator’s pages do. */
export const webhookEndpoints = (needs: WebhookNeeds): Endpoint[] => [
  {
    ...shared,
    method: 'GET',
    path: base,
    id: 'listWebhooks',
    title: 'List the webhooks',
    means: 'Every webhook with its state.',
    answers: [{ status: 200, means: 'The webhooks', shape: z.strictObject({ webhooks: z.array(webhookShape) }) }],
    problems: [401, 403],
    example: examples.list,
    handle: async ({ transact }) => json({ webhooks: (await transact(readWebhooks)).map(shownWebhook) }),
  },
  {
    ...shared,
    method: 'POST',
    path: base,
    id: 'makeWebhook',
    title: 'Make a webhook',
    means:
      'It is told, signed after the Standard Webhooks convention, of what its owner may see. The secret comes once.',
    body: makingShape,
    once: true,
    answers: [{ status: 201, means: 'It is made', shape: madeShape }],
    problems: [400, 401, 403, 422],
    example: examples.make,
    handle: async asked => {
      const given = givenAs(makingShape, asked.body)
      if (!given.ok) return problem(given.refusal)
      const key = asked.header('idempotency-key')?.slice(0, 200) ?? null
      const made = await asked.transact(tx => makeWebhook(tx, asked, needs.secret, given.value, key))
      if (!made.ok) return problem(made.refusal)
      return json({ ...shownWebhook(made.value.webhook), secret: made.value.secret }, 201)
    },
  },
  ofOne({
    method: 'GET',
    path: '/deliveries',
    id: 'listDeliveries',
    title: 'List what was sent',
    means: 'The newest 50 deliveries of a webhook, each with its last attempt and when it is tried next.',
    answer: { means: 'The deliveries', shape: z.strictObject({ deliveries: z.array(deliveryShape) }) },
    example: examples.deliveries,
    work: async (tx, { id }) =>
      (await readWebhook(tx, id)) && { deliveries: (await readDeliveries(tx, id)).map(shownDelivery) },
  }),
  ofOne({
    method: 'GET',
    path: '/deliveries/:delivery',
    id: 'readDelivery',
    title: 'Read one delivery',
    means: 'What is sent, exactly, and every attempt with what came of it.',
    answer: { means: 'The delivery', shape: oneDeliveryShape },
    example: examples.delivery,
    work: async (tx, { id, delivery }) => {
      const it = (await readWebhook(tx, id)) && (await readDelivery(tx, delivery, id))
      if (!it) return undefined
      const { type, createdAt, state, nextAt, body } = it
      return {
        id: it.id,
        type,
        createdAt: createdAt.toISOString(),
        state,
        nextAt: state === 'waiting' ? nextAt.toISOString() : null,
        body,
        attempts: (await readAttempts(tx, delivery)).map(shownAttempt),
      }
    },
  }),
  ofOne({
    method: 'POST',
    path: '/deliveries/:delivery/send',
    id: 'sendDeliveryAgain',
    title: 'Send a delivery again',
    means: 'It is tried now, whatever came of it before, under the same id.',
    answer: { means: 'It is being sent', shape: doneShape('sending') },
    example: examples.send,
    work: async (tx, { id, delivery }, asked) =>
      (await sendAgain(tx, asked, needs.jobs, id, delivery)) ? { sending: true } : undefined,
  }),
  ofOne({
    method: 'POST',
    path: '/test',
    id: 'testWebhook',
    title: 'Send a test event',
    means: 'An event of the type `test` that tells of nothing, also to a webhook that is paused or off.',
    answer: { means: 'It is being sent', shape: z.strictObject({ delivery: z.uuid() }) },
    example: examples.test,
    work: async (tx, { id }, asked) => {
      const delivery = await sendTest(tx, asked, needs.jobs, id)
      return delivery && { delivery }
    },
  }),
  ofOne({
    method: 'POST',
    path: '/pause',
    id: 'pauseWebhook',
    title: 'Pause a webhook',
    means: 'Nothing is sent, and what happens is kept until it goes on.',
    answer: { means: 'It is paused', shape: doneShape('paused') },
    example: examples.pause,
    work: async (tx, { id }, asked) => ((await pauseWebhook(tx, asked, id)) ? { paused: true } : undefined),
  }),
  ofOne({
    method: 'POST',
    path: '/resume',
    id: 'resumeWebhook',
    title: 'Let a webhook go on',
    means: 'After a pause, or after it was switched off for failing. What waited is sent.',
    answer: { means: 'It goes on', shape: doneShape('resumed') },
    example: examples.resume,
    work: async (tx, { id }, asked) =>
      (await resumeWebhook(tx, asked, needs.jobs, id)) ? { resumed: true } : undefined,
  }),
  ofOne({
    method: 'POST',
    path: '/remove',
    id: 'removeWebhook',
    title: 'Remove a webhook',
    means: 'Nothing more is sent to it. What was sent stays on record.',
    answer: { means: 'It is removed', shape: doneShape('removed') },
    example: examples.remove,
    work: async (tx, { id }, asked) => ((await removeWebhook(tx, asked, id)) ? { removed: true } : undefined),
  }),
]

type OfOne = Pick<Endpoint, 'method' | 'path' | 'id' | 'title' | 'means' | 'example'> & {
  readonly answer: { readonly means: string; readonly shape: z.ZodType }
  /** undefined: there is no such webhook or delivery */
  readonly work: (tx: Tx, at: { id: string; delivery: string }, asked: Asked) => Promise<object | undefined | ''>
}

/** An address of one webhook, which must be there. */
function ofOne({ path, answer, work, ...it }: OfOne): Endpoint {
  const names: Record<string, string> = path.includes(':delivery')
    ? { id: 'The webhook', delivery: 'The delivery' }
    : { id: 'The webhook' }
  return {
    ...shared,
    ...it,
    path: `${base}/:id${path}`,
    inPath: names,
    answers: [{ status: 200, ...answer }],
    problems: [401, 403, 404],
    handle: async asked => {
      const { id = '', delivery = '' } = asked.params
      const ids = Object.keys(names).map(name => asked.params[name])
      if (!ids.every(given => z.uuid().safeParse(given).success)) return problem(noSuchWebhook)
      const done = await asked.transact(tx => work(tx, { id, delivery }, asked))
      return done ? json(done) : problem(noSuchWebhook)
    },
  }
}
