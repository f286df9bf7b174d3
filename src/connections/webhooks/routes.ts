import { refuse, type Refusal } from '#kernel/result.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { deliveryPage } from './delivery-pages.ts'
import { readAttempts, readDeliveries, readDelivery } from './delivery.sql.ts'
import { changeSecret, makeWebhook, pauseWebhook, removeWebhook, resumeWebhook, sendAgain, sendTest } from './manage.ts'
import { listPage, newPage, onePage, secretPage } from './pages.ts'
import { readWebhook, readWebhooks } from './webhook.sql.ts'

export type WebhookNeeds = { readonly secret: string; readonly jobs: Pick<Jobs, 'enqueue'> }

const may = 'connections.administer'
const base = '/connections/webhooks'

/** Telling other systems what happens: set up by an administrator, each with its log. */
export const webhookRoutes = (needs: WebhookNeeds): Route[] => [
  { method: 'GET', path: base, may, handle: async asked => page(listPage(await asked.transact(readWebhooks))) },
  { method: 'GET', path: `${base}/add`, may, handle: asked => page(newPage(asked.csrf, emptyForm)) },
  { method: 'POST', path: `${base}/add`, may, handle: asked => add(asked, needs) },
  { method: 'GET', path: `${base}/:id`, may, handle: show },
  { method: 'POST', path: `${base}/:id/secret`, may, handle: asked => newSecret(asked, needs) },
  { method: 'POST', path: `${base}/:id/pause`, may, handle: pause },
  { method: 'POST', path: `${base}/:id/resume`, may, handle: asked => resume(asked, needs) },
  { method: 'POST', path: `${base}/:id/test`, may, handle: asked => test(asked, needs) },
  { method: 'POST', path: `${base}/:id/remove`, may, handle: remove },
  { method: 'GET', path: `${base}/:id/deliveries/:delivery`, may, handle: showDelivery },
  { method: 'POST', path: `${base}/:id/deliveries/:delivery/send`, may, handle: asked => again(asked, needs) },
]

const isId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')

async function add(asked: Asked, { secret }: WebhookNeeds): Promise<Answer> {
  const { form } = asked
  const [url, description, owner] = [form.text('url'), form.text('description'), form.text('owner')]
  const wanted = { url, description, owner, events: form.texts('events') }
  const made = await asked.transact(tx => makeWebhook(tx, asked, secret, wanted, null))
  return made.ok ? page(secretPage(made.value)) : pageAgain(newPage(asked.csrf, form, made.refusal))
}

async function show(asked: Asked): Promise<Answer> {
  const { id } = asked.params
  if (!isId(id)) return missing
  const [webhook, deliveries] = await asked.transact(tx => Promise.all([readWebhook(tx, id), readDeliveries(tx, id)]))
  return webhook ? page(onePage(asked.csrf, webhook, deliveries)) : missing
}

async function newSecret(asked: Asked, { secret }: WebhookNeeds): Promise<Answer> {
  const { id } = asked.params
  const made = isId(id) ? await asked.transact(tx => changeSecret(tx, asked, secret, id)) : undefined
  return made ? page(secretPage(made)) : missing
}

async function pause(asked: Asked): Promise<Answer> {
  const { id } = asked.params
  const done = isId(id) && (await asked.transact(tx => pauseWebhook(tx, asked, id)))
  return done ? redirect(`${base}/${id}`, 'It is paused. What happens meanwhile is kept') : missing
}

async function resume(asked: Asked, { jobs }: WebhookNeeds): Promise<Answer> {
  const { id } = asked.params
  const done = isId(id) && (await asked.transact(tx => resumeWebhook(tx, asked, jobs, id)))
  return done ? redirect(`${base}/${id}`, 'It goes on. What waited is being sent') : missing
}

/** Leads to the delivery, where its reader sees what comes of it. */
async function test(asked: Asked, { jobs }: WebhookNeeds): Promise<Answer> {
  const { id } = asked.params
  const delivery = isId(id) ? await asked.transact(tx => sendTest(tx, asked, jobs, id)) : undefined
  return delivery
    ? redirect(
        `${base}/${id}/deliveries/${delivery}`,
        'A test event is being sent. Load this page again to see what came of it',
      )
    : missing
}

async function remove(asked: Asked): Promise<Answer> {
  const { id } = asked.params
  const done = isId(id) && (await asked.transact(tx => removeWebhook(tx, asked, id)))
  return done ? redirect(base, 'The webhook is removed') : missing
}

async function showDelivery(asked: Asked): Promise<Answer> {
  const { id, delivery: wanted } = asked.params
  if (!isId(id) || !isId(wanted)) return missing
  const [webhook, delivery, attempts] = await asked.transact(tx =>
    Promise.all([readWebhook(tx, id), readDelivery(tx, wanted, id), readAttempts(tx, wanted)]),
  )
  return webhook && delivery ? page(deliveryPage({ csrf: asked.csrf, webhook, delivery, attempts })) : missing
}

async function again(asked: Asked, { jobs }: WebhookNeeds): Promise<Answer> {
  const { id, delivery } = asked.params
  if (!isId(id) || !isId(delivery)) return missing
  const sent = await asked.transact(tx => sendAgain(tx, asked, jobs, id, delivery))
  return sent ? redirect(`${base}/${id}/deliveries/${delivery}`, 'It is being sent again') : missing
}

/** Why nothing was made, for the API. */
export const noSuchWebhook: Refusal = refuse('not-found', 'There is no such webhook').refusal
