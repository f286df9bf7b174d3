import type { Example } from '#platform/http/endpoint.ts'

const may = {
  key: '2026-05',
  kind: 'month',
  title: 'Monthly pack, May 2026',
  from: '2026-05-01',
  to: '2026-05-31',
  version: 1,
  frozenOn: '2026-06-01',
  reason: null,
}

export const packs: Example = { as: 'demo.director', path: '/api/v1/packs', status: 200, answer: { packs: [may] } }

export const pack: Example = {
  as: 'demo.director',
  path: '/api/v1/packs/2026-05',
  status: 200,
  answer: {
    ...may,
    sections: [
      {
        id: 'summary',
        heading: 'In short',
        blocks: [{ kind: 'points', points: ['Received: 412, against 330 in April: more than chance explains.'] }],
      },
    ],
  },
}

export const actions: Example = {
  as: 'demo.director',
  path: '/api/v1/actions',
  status: 200,
  answer: {
    actions: [
      {
        number: 7,
        review: '2026-05',
        what: 'Train two more people for the mailbox of streets',
        responsible: 'Grace Mensah',
        state: 'on-track',
        firstDueOn: '2026-07-31',
        dueOn: '2026-07-31',
        missed: 0,
        endedOn: null,
      },
    ],
  },
}
