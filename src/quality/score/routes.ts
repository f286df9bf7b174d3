import { viewed } from '#audit/door.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Refusal } from '#kernel/result.ts'
import { ratingsOf } from '../rating/rating.sql.ts'
import { sampledAnswer, sampledIn } from '../sample/sample.sql.ts'
import type { Sampled } from '../sample/sample.ts'
import { standardOn } from '../standard.sql.ts'
import { addressOfScore, scorePage } from './pages.ts'
import { answerGiven } from './score.sql.ts'
import { mayScore, scoreAnswer } from './score.ts'

const path = '/quality/answers/:reference/:round'

/** Scoring one answer after the other. */
export const scoreRoutes: readonly Route[] = [
  { method: 'GET', path, may: 'quality.view', handle: show },
  { method: 'POST', path, may: 'quality.score', handle: save },
]

const roundIn = ({ params }: Asked): number => (/^\d{1,4}$/.test(params.round ?? '') ? Number(params.round) : 0)

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const found = await drawn(tx, asked)
    return found ? page(found) : missing
  })
}

/** What is there to be scored, as a page; a view of what is restricted is written down. */
async function drawn(tx: Tx, asked: Asked, refusal?: Refusal) {
  const sampled = await sampledAnswer(tx, asked.params.reference ?? '', roundIn(asked))
  const given = sampled && (await answerGiven(tx, sampled.messageId))
  if (!sampled || !given) return undefined
  const { enquiryId: id, reference, round, restricted, score, notes } = sampled
  const [standard, ratings] = await Promise.all([
    standardOn(tx, sampled.answeredOn),
    ratingsOf(tx, id),
    restricted &&
      viewed(tx, { at: asked.now.at, actor: asked.viewer.person, subject: { kind: 'enquiry', id, reference } }),
  ])
  const { form } = asked
  const typed = refusal
    ? { score: form.text('score'), notes: form.text('notes') }
    : { score: score === null ? '' : String(score), notes: notes ?? '' }
  const rating = ratings.find(it => it.round === round)?.rating
  return scorePage({ asked, sampled, given, standard, rating, typed, refusal })
}

function save(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { params, form, viewer, now } = asked
    const scoring = {
      reference: params.reference ?? '',
      round: roundIn(asked),
      score: Number(form.text('score')),
      notes: form.text('notes'),
    }
    const done = await scoreAnswer(tx, scoring, { person: viewer.person!, now })
    if (done.ok) return redirect(await onward(tx, done.value, viewer.person!), `Score saved: ${done.value.reference}`)
    const again = done.refusal.code === 'not-found' ? undefined : await drawn(tx, asked, done.refusal)
    if (!again) return missing
    return isTheirs(done.refusal) ? pageAgain(again) : page(again, 403)
  })
}

const isTheirs = ({ code }: Refusal): boolean => code !== 'not-allowed' && code !== 'own-answer'

/** To the next answer that this person still has to score, and to the sample when there is none. */
async function onward(tx: Tx, { sampleId }: Sampled, person: string): Promise<string> {
  const next = (await sampledIn(tx, sampleId)).find(it => it.score === null && mayScore(it, person).ok)
  return next ? addressOfScore(next) : `/quality/samples/${sampleId}`
}
