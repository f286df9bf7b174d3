import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import { file, json, page } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import { inTransaction } from '#platform/db/database.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Ground } from '../ground.ts'
import { checks, type Check } from './checks.ts'
import { readGauges } from './checks.sql.ts'

/** For machines that watch, and a page for people: how the house is. */
export function healthRoutes({ config, db }: Ground): Route[] {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = new Gauge({
    name: 'one_stop',
    help: 'Counts of open work and queues',
    labelNames: ['what'],
    registers: [registry],
  })
  return [
    { method: 'GET', path: '/healthz', may: 'public', handle: () => json({ ok: true }) },
    {
      method: 'GET',
      path: '/readyz',
      may: 'public',
      handle: async ({ now }) => {
        const found = await checks(config, db, now.at)
        return json({ ok: found.every(check => check.ok), checks: found }, found.every(check => check.ok) ? 200 : 503)
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      may: 'public',
      handle: async ({ now }) => {
        const found = await inTransaction(db, 'system', tx => readGauges(tx, now.at))
        for (const [what, n] of Object.entries(found)) gauge.set({ what }, n)
        return file({ body: await registry.metrics(), type: registry.contentType })
      },
    },
    {
      method: 'GET',
      path: '/status',
      may: 'public',
      handle: async ({ now }) => page({ title: 'Status', body: statusOf(await checks(config, db, now.at)) }),
    },
  ]
}

const statusOf = (found: readonly Check[]): Html => html`<p class="govuk-body-l">
    ${found.every(check => check.ok) ? 'Everything works.' : 'Something needs attention.'}
  </p>
  <dl class="govuk-summary-list">${found.map(line)}</dl>`

const line = ({ name, ok, reason }: Check): Html => html`<div class="govuk-summary-list__row">
  <dt class="govuk-summary-list__key">${words[name] ?? name}</dt>
  <dd class="govuk-summary-list__value">
    ${tag({ text: ok ? 'Works' : 'Attention', classes: ok ? 'govuk-tag--green' : 'govuk-tag--red' })} ${reason}
  </dd>
</div>`

const words: Record<string, string> = {
  database: 'Database',
  queues: 'Queues',
  intake: 'Incoming mail',
  imap: 'Mail fetched by IMAP',
  calendar: 'Calendar',
  disk: 'Disk',
}
