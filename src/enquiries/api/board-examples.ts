import type { Example } from '#platform/http/endpoint.ts'

const at = 'https://onestop.tessbridge.example/enquiries?view='
const number = (n: number, words: string) => ({ n, list: `${at}${words}` })

const streets = {
  mailbox: 'streets',
  name: 'Streets and pavements',
  numbers: {
    open: number(24, 'all&mailbox=streets'),
    overdue: number(7, 'overdue&mailbox=streets'),
    soon: number(4, 'soon&mailbox=streets'),
    unassigned: number(2, 'unassigned&mailbox=streets'),
    waiting: number(1, 'waiting&mailbox=streets'),
    partner: number(1, 'partner&mailbox=streets'),
    review: number(1, 'review&mailbox=streets'),
    lane: number(0, 'lane&mailbox=streets'),
    assigned: number(2, 'all&status=assigned&mailbox=streets'),
    likelyLate: number(3, 'all&mailbox=streets&risk-from=50&sort=risk'),
    dueInFive: number(15, 'all&mailbox=streets&due-until=2026-06-08'),
    dueInTen: number(23, 'all&mailbox=streets&due-until=2026-06-15'),
  },
  settled: 76,
  settledInWorkingDays: 39,
  inFive: { workingDays: 5, due: 15, settles: 9.7, percent: 154, tone: 'red' },
  inTen: { workingDays: 10, due: 23, settles: 19.5, percent: 118, tone: 'amber' },
}

export const boardsExample: Example = {
  as: 'demo.owner',
  path: '/api/v1/boards',
  status: 200,
  answer: { boards: [streets] },
}

export const boardExample: Example = { as: 'demo.owner', path: '/api/v1/boards/streets', status: 200, answer: streets }
