import type { Example } from '#platform/http/endpoint.ts'
import { measures } from '../measures.ts'

const shownMeasures = measures.map(({ key, label, definition, unit, better }) => ({
  key,
  label,
  definition,
  unit,
  better,
}))

const none = { n: 0, value: null }
const few = { n: 1, value: null }

/** Of one pothole that was received and still waits. */
const values = {
  volume: { n: 1, value: 1, count: 1 },
  inTarget: none,
  inAgreed: none,
  inTargetGross: none,
  open: { n: 1, value: 1, count: 1 },
  openOverdue: { n: 1, value: 0, count: 0 },
  oldest: { n: 1, value: 0 },
  median: none,
  medianNet: none,
  p90: none,
  p90Net: none,
  extended: few,
  paused: few,
  chased: few,
  rounds: none,
  climbed: few,
  quality: none,
  rating: none,
  brokenPromises: none,
  recorded: few,
  registeredLate: few,
  deflected: few,
}

export const figuresExample: Example = {
  as: 'demo.owner',
  path: '/api/v1/figures?from=2026-06-01&to=2026-06-30&by=topic',
  status: 200,
  answer: {
    from: '2026-06-01',
    to: '2026-06-30',
    by: 'topic',
    measures: shownMeasures,
    all: { key: 'all', label: 'All', n: 1, values },
    rows: [{ key: 'pothole', label: 'Potholes', n: 1, values }],
  },
}
