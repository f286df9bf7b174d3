import type { Example } from '#platform/http/endpoint.ts'

/** What stands in the examples for a bulk that is done. */
export const exampleBulk = '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a30'
const reference = 'ME-2026-000123'

const preview = {
  id: exampleBulk,
  act: 'set-topic',
  state: 'preview',
  undoes: null,
  undoneBy: null,
  waiting: 1,
  done: 0,
  refused: 0,
  undoable: 0,
  madeAt: '2026-06-01T09:00:00.000Z',
  confirmedAt: null,
  finishedAt: null,
}
const running = { ...preview, state: 'running', confirmedAt: '2026-06-01T09:00:05.000Z' }
const done = { ...running, state: 'done', waiting: 0, done: 1, undoable: 1, finishedAt: '2026-06-01T09:00:06.000Z' }

const one = (below: string, answer: object): Example => ({
  as: 'demo.one-stop',
  path: `/api/v1/bulk/${exampleBulk}${below}`,
  status: 200,
  answer,
})

export const plan: Example = {
  as: 'demo.one-stop',
  path: '/api/v1/bulk',
  key: 'topic-of-the-flood',
  body: { act: 'set-topic', given: { topic: 'homelessness' }, references: [reference] },
  status: 201,
  answer: preview,
}
export const list: Example = { as: 'demo.one-stop', path: '/api/v1/bulk', status: 200, answer: { bulks: [done] } }
export const read = one('', done)
export const items = one('/items?state=done', {
  items: [{ place: 1, reference, state: 'done', code: null, words: null }],
})
export const confirm = one('/confirm', running)
export const undo = one('/undo', {
  ...running,
  id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a31',
  undoes: exampleBulk,
})
