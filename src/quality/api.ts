import { z } from 'zod'
import { enquiryByReference } from '#enquiries/door.ts'
import { parseDay } from '#kernel/day.ts'
import { json, missing, problem, type Answer } from '#platform/http/answer.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import * as examples from './api-examples.ts'
import { rateAs } from './rating/routes.ts'
import { monthsDrawn, samplesOf } from './sample/sample.sql.ts'
import type { Sample } from './sample/sample.ts'
import { scoreAnswer } from './score/score.ts'

const sampleShape = z.strictObject({
  id: z.uuid(),
  mailbox: z.uuid(),
  mailboxName: z.string(),
  month: dayShape.describe('The first day of the month'),
  drawnOn: dayShape,
  seed: z.string().describe('With it anybody draws the same answers again'),
  answers: z.int(),
  percent: z.int(),
  least: z.int(),
  drawn: z.int(),
  scored: z.int(),
})

const scoringShape = z.strictObject({
  score: z.int().min(1).max(4).describe('4 excellent, 3 good, 2 nearly, 1 not good enough'),
  notes: z.string().max(5000).default('').describe('For whoever wrote it; needed below 3'),
})
const scoreShape = z.strictObject({ reference: z.string(), round: z.int(), score: z.int(), notes: z.string() })

const ratingShape = z.strictObject({
  rating: z.int().min(1).max(3).describe('3 it answers everything, 2 useful but not everything, 1 not useful'),
})
const ratedShape = z.strictObject({ reference: z.string(), round: z.int(), rating: z.int(), until: dayShape })

const ofRound = {
  group: 'Quality',
  inPath: { reference: 'The number of the enquiry', round: 'The round of its answer, 1 for the first' },
}
const base = '/api/v1/enquiries/:reference/rounds/:round'

/** Samples, scores and ratings for programs: what the pages do. */
export const qualityEndpoints: readonly Endpoint[] = [
  {
    group: 'Quality',
    method: 'GET',
    path: '/api/v1/quality/samples',
    may: 'quality.view',
    id: 'listSamples',
    title: 'List the samples of a month',
    means: 'What was drawn to be scored in each mailbox you may follow; the latest month when none is given.',
    query: z.object({ month: z.string().optional().describe('Such as 2026-05') }),
    answers: [{ status: 200, means: 'The samples', shape: z.strictObject({ samples: z.array(sampleShape) }) }],
    problems: [401, 403],
    example: examples.samples,
    handle: listSamples,
  },
  {
    ...ofRound,
    method: 'POST',
    path: `${base}/score`,
    may: 'quality.score',
    id: 'scoreAnswer',
    title: 'Score an answer',
    means: 'An answer that was drawn, by whoever runs its mailbox and did not write it. The last score counts.',
    body: scoringShape,
    answers: [{ status: 200, means: 'The score', shape: scoreShape }],
    problems: [400, 401, 403, 404, 422],
    example: examples.score,
    handle: score,
  },
  {
    ...ofRound,
    method: 'POST',
    path: `${base}/rating`,
    may: 'quality.rate',
    id: 'rateAnswer',
    title: 'Rate an answer',
    means: 'By its member or somebody who acts for them, once for each answer and changeable for some days.',
    body: ratingShape,
    answers: [{ status: 200, means: 'The rating, and until when it can be changed', shape: ratedShape }],
    problems: [400, 401, 403, 404, 422],
    example: examples.rating,
    handle: rate,
  },
]

const shown = ({ id, mailboxId, mailbox, month, drawnOn, seed, answers, percent, least, drawn, scored }: Sample) => ({
  id,
  mailbox: mailboxId,
  mailboxName: mailbox,
  month,
  drawnOn,
  seed,
  answers,
  percent,
  least,
  drawn,
  scored,
})

function listSamples({ transact, query }: Asked): Promise<Answer> {
  return transact(async tx => {
    const month = parseDay(`${query.month ?? ''}-01`) ?? (await monthsDrawn(tx))[0]
    return json({ samples: month ? (await samplesOf(tx, month)).map(shown) : [] })
  })
}

const roundIn = ({ params }: Asked): number => (/^\d{1,4}$/.test(params.round ?? '') ? Number(params.round) : 0)

function score(asked: Asked): Promise<Answer> | Answer {
  const given = givenAs(scoringShape, asked.body)
  if (!given.ok) return problem(given.refusal)
  const it = { ...given.value, reference: asked.params.reference!.toUpperCase(), round: roundIn(asked) }
  return asked.transact(async tx => {
    const done = await scoreAnswer(tx, it, { person: asked.viewer.person!, now: asked.now })
    if (!done.ok) return done.refusal.code === 'not-found' ? missing : problem(done.refusal)
    const { reference, round, score, notes } = done.value
    return json({ reference, round, score, notes })
  })
}

function rate(asked: Asked): Promise<Answer> | Answer {
  const given = givenAs(ratingShape, asked.body)
  if (!given.ok) return problem(given.refusal)
  const { rating } = given.value
  return asked.transact(async tx => {
    const enquiry = await enquiryByReference(tx, asked.params.reference!.toUpperCase())
    if (!enquiry) return missing
    const done = await rateAs(tx, asked, enquiry, roundIn(asked), rating, 'api')
    if (!done.ok) return done.refusal.code === 'not-found' ? missing : problem(done.refusal)
    return json({ reference: enquiry.reference, round: done.value.round, rating, until: done.value.until })
  })
}
