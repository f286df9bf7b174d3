import { z } from 'zod'
import { intakeApiRoutes, intakeStates } from '#mail/door.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'

const entry = z.object({
  sha256: z.string().describe('Of the bytes as they came: its name'),
  receivedAt: z.string(),
  state: z.string().describe(`One of ${intakeStates.join(', ')}`),
  outcome: z.string().describe('What became of it, in words'),
  reason: z.string().nullable(),
  from: z.string().nullable(),
  subject: z.string().nullable(),
  reference: z.string().nullable().describe('The enquiry it made or belongs to'),
  duplicateOf: z.string().nullable(),
  senderCheck: z.object({ result: z.string(), because: z.string() }).nullable(),
  decidedAt: z.string().nullable(),
})

const delivery = z.object({
  mailFrom: z.string(),
  recipients: z.array(z.string()),
  fromIp: z.string(),
  receivedAt: z.string(),
})

const query = z.object({
  state: z
    .string()
    .optional()
    .describe(`One or several of ${intakeStates.join(', ')}, with commas between them`),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().optional().describe('Where the page before ended: take it from its `next`'),
})

/** The raw message that stands in the examples. */
export const exampleSha256 = '5b0e1e4c9d7a2f6b8c3d5e7f90112233445566778899aabbccddeeff00112233'

const example = {
  sha256: exampleSha256,
  receivedAt: '2026-06-01T09:00:00.000Z',
  state: 'automatic',
  outcome: 'An automatic message; nobody is answered',
  reason: 'out-of-office',
  from: 'aoife@tessbridge.example',
  subject: 'I am away until Monday',
  reference: null,
  duplicateOf: null,
  senderCheck: { result: 'pass', because: 'SPF and DKIM agree' },
  decidedAt: '2026-06-01T09:00:02.000Z',
}

type Documented = Pick<Endpoint, 'id' | 'title' | 'means' | 'inPath' | 'query' | 'answers' | 'problems' | 'example'>

const inPath = { sha256: 'The SHA-256 of the message' }
const reading = (path: string, answer?: object) => ({
  as: 'demo.auditor',
  path,
  status: 200,
  ...(answer && { answer }),
})

const documented: Readonly<Record<string, Documented>> = {
  '/api/v1/intake': {
    id: 'listIntake',
    title: 'List what became of mail',
    means: 'Every message that reached us, the newest first, as far as you may see it.',
    query,
    answers: [
      { status: 200, means: 'The messages', shape: z.object({ items: z.array(entry), next: z.string().optional() }) },
    ],
    problems: [401, 403, 422],
    example: reading('/api/v1/intake?state=automatic&limit=5', { items: [example] }),
  },
  '/api/v1/intake/:sha256': {
    id: 'readIntake',
    title: 'Read what became of one message',
    means: 'With each time it was handed over.',
    inPath,
    answers: [{ status: 200, means: 'The message', shape: entry.extend({ deliveries: z.array(delivery) }) }],
    problems: [401, 403, 404],
    example: reading(`/api/v1/intake/${exampleSha256}`, {
      ...example,
      deliveries: [
        {
          mailFrom: 'aoife@tessbridge.example',
          recipients: ['onestop@tessbridge.example'],
          fromIp: '192.0.2.7',
          receivedAt: '2026-06-01T09:00:00.000Z',
        },
      ],
    }),
  },
  '/api/v1/intake/:sha256/raw': {
    id: 'readRaw',
    title: 'Read the exact bytes of a message',
    means: 'As they came, so that its SHA-256 can be worked out again.',
    inPath,
    answers: [{ status: 200, means: 'The message', type: 'message/rfc822' }],
    problems: [401, 403, 404],
    example: { ...reading(`/api/v1/intake/${exampleSha256}/raw`), as: 'demo.one-stop' },
  },
}

/** The intake of mail with what its document says; the routes themselves are the mail room’s. */
export const intakeEndpoints: Endpoint[] = intakeApiRoutes.map(route => ({
  ...route,
  group: 'Mail',
  ...documented[route.path]!,
}))
