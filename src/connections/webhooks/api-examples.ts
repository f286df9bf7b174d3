import type { Example } from '#platform/http/endpoint.ts'

const id = '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a20'
const delivered = '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a21'
const webhook = {
  id,
  url: 'https://hooks.tessbridge.example/one-stop',
  description: 'The data warehouse',
  owner: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a02',
  ownerName: 'Grace Bello',
  events: ['enquiry.received', 'enquiry.answered'],
  state: 'on',
  because: null,
}

export const list: Example = {
  as: 'demo.admin',
  path: '/api/v1/webhooks',
  status: 200,
  answer: { webhooks: [webhook] },
}

export const make: Example = {
  as: 'demo.admin',
  path: '/api/v1/webhooks',
  key: 'warehouse-1',
  body: {
    url: webhook.url,
    owner: 'demo.one-stop@tessbridge.example',
    description: webhook.description,
    events: webhook.events,
  },
  status: 201,
  answer: { ...webhook, secret: 'whsec_NDUyMTk4NzYxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ=' },
}

export const deliveries: Example = {
  as: 'demo.admin',
  path: `/api/v1/webhooks/${id}/deliveries`,
  status: 200,
  answer: {
    deliveries: [
      {
        id: delivered,
        type: 'enquiry.received',
        createdAt: '2026-06-01T09:00:00.000Z',
        state: 'sent',
        nextAt: null,
        attempts: 1,
        lastAt: '2026-06-01T09:00:01.000Z',
        lastStatus: 200,
        lastSaid: 'ok',
        lastMilliseconds: 84,
      },
    ],
  },
}

export const delivery: Example = {
  as: 'demo.admin',
  path: `/api/v1/webhooks/${id}/deliveries/${delivered}`,
  status: 200,
  answer: {
    id: delivered,
    type: 'test',
    createdAt: '2026-06-01T09:00:00.000Z',
    state: 'failed',
    nextAt: null,
    body: '{"type":"test","timestamp":"2026-06-01T09:00:00.000Z","data":{"event":"0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a22"}}',
    attempts: [{ number: 1, at: '2026-06-01T09:00:01.000Z', status: 500, said: 'No such table', milliseconds: 112 }],
  },
}

const done = (act: string, answer: object): Example => ({
  as: 'demo.admin',
  path: `/api/v1/webhooks/${id}/${act}`,
  status: 200,
  answer,
})

export const send = done(`deliveries/${delivered}/send`, { sending: true })
export const test = done('test', { delivery: delivered })
export const pause = done('pause', { paused: true })
export const resume = done('resume', { resumed: true })
export const remove = done('remove', { removed: true })

/** What stands in the examples for a webhook that is there, and for something sent to it. */
export const exampleWebhook = id
export const exampleDelivery = delivered
