import { refuse, type Refusal } from '#kernel/result.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { deliverJob } from './deliver.ts'
import { readDeliveries, updateWaiting } from './delivery.sql.ts'
import { changeSecret, makeWebhook, removeWebhook, switchWebhook } from './manage.ts'
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
  { method: 'POST', path: `${base}/:id/on`, may, handle: asked => turn(asked, true) },
  { method: 'POST', path: `${base}/:id/off`, may, handle: asked => turn(asked, false) },
  { method: 'POST', path: `${base}/:id/remove`, may, handle: remove },
  { method: 'POST', path: `${base}/:id/deliveries/:delivery/send`, may, handle: asked => sendAgain(asked, needs) },
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

async function turn(asked: Asked, on: boolean): Promise<Answer> {
  const { id } = asked.params
  const done = isId(id) && (await asked.transact(tx => switchWebhook(tx, asked, id, on)))
  return done ? redirect(`${base}/${id}`, on ? 'It is switched on' : 'It is switched off') : missing
}

async function remove(asked: Asked): Promise<Answer> {
  const { id } = asked.params
  const done = isId(id) && (await asked.transact(tx => removeWebhook(tx, asked, id)))
  return done ? redirect(base, 'The webhook is removed') : missing
}

async function sendAgain(asked: Asked, { jobs }: WebhookNeeds): Promise<Answer> {
  const { id, delivery } = asked.params
  if (!isId(id) || !isId(delivery)) return missing
  const waits = await asked.transact(async tx => {
    const again = await updateWaiting(tx, delivery, id)
    if (again) await jobs.enqueue(tx, deliverJob, { delivery })
    return again
  })
  return redirect(`${base}/${id}`, waits ? 'It is being sent again' : 'It waits to be sent already')
}

/** Why nothing was made, for the API. */
export const noSuchWebhook: Refusal = refuse('not-found', 'There is no such webhook').refusal
