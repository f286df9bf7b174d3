import type { Example } from '#platform/http/endpoint.ts'

const reference = 'ME-2026-000123'
const here = `/api/v1/enquiries/${reference}/rounds/1`

export const samples: Example = {
  as: 'demo.owner',
  path: '/api/v1/quality/samples?month=2026-05',
  status: 200,
  answer: {
    samples: [
      {
        id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a21',
        mailbox: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a06',
        mailboxName: 'Streets and pavements',
        month: '2026-05-01',
        drawnOn: '2026-06-01',
        seed: '5f0c2b9e71d64a0f8b33c1e2a7d94610',
        answers: 64,
        percent: 5,
        least: 10,
        drawn: 10,
        scored: 4,
      },
    ],
  },
}

export const score: Example = {
  as: 'demo.owner',
  path: `${here}/score`,
  body: { score: 3, notes: 'Clear and kind. A date would make it better still.' },
  status: 200,
  answer: { reference, round: 1, score: 3, notes: 'Clear and kind. A date would make it better still.' },
}

export const rating: Example = {
  as: 'demo.member',
  path: `${here}/rating`,
  body: { rating: 3 },
  status: 200,
  answer: { reference, round: 1, rating: 3, until: '2026-06-08' },
}
