import { record } from '#audit/door.ts'
import type { Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { proposeExample } from '../example/example.ts'
import { sampledAnswer } from '../sample/sample.sql.ts'
import type { Sampled } from '../sample/sample.ts'
import { standardOn } from '../standard.sql.ts'
import { keepScore } from './score.sql.ts'

/** What each score means, so that two people who score mean the same. */
export const scores = [
  { value: 4, text: 'Excellent', means: 'Everything of the standard, and others could learn from it' },
  { value: 3, text: 'Good', means: 'It meets the standard' },
  { value: 2, text: 'Nearly', means: 'Something of the standard is missing' },
  { value: 1, text: 'Not good enough', means: 'It does not answer, or leads the member wrong' },
] as const

export const scoreWords = (score: number): string => scores.find(it => it.value === score)?.text ?? ''

export type Scoring = {
  readonly reference: string
  readonly round: number
  readonly score: number
  readonly notes: string
}

export type Scorer = { readonly person: string; readonly now: Now }

const longestNotes = 5000

/**
 * Scores a sampled answer, or scores it anew: whoever runs its mailbox, and never who wrote it. Refusals: `not-found`
 * (also for what the scorer may not see), `not-allowed`, `own-answer`, and one for each wrong field.
 */
export async function scoreAnswer(tx: Tx, it: Scoring, { person, now }: Scorer): Promise<Result<Sampled>> {
  const sampled = await sampledAnswer(tx, it.reference, it.round)
  if (!sampled) return refuse('not-found', 'There is no such answer to score')
  const allowed = mayScore(sampled, person)
  if (!allowed.ok) return allowed
  if (!scores.some(({ value }) => value === it.score)) return refuse('score', 'Select a score', 'score')
  if (it.notes.length > longestNotes)
    return refuse('notes', `Notes must be ${longestNotes.toLocaleString('en-GB')} characters or fewer`, 'notes')
  if (it.score < 3 && it.notes === '')
    return refuse('notes', 'Enter what is missing, so that whoever wrote it can learn from it', 'notes')
  const { version } = await standardOn(tx, sampled.answeredOn)
  await keepScore(tx, sampled, { score: it.score, notes: it.notes, standard: version, by: person, now })
  await record(tx, {
    at: now.at,
    actor: person,
    act: 'quality.score',
    subject: { kind: 'enquiry', id: sampled.enquiryId, reference: sampled.reference },
    details: { round: it.round, score: it.score, ...(sampled.score !== null && { before: sampled.score }) },
  })
  const scored = (await sampledAnswer(tx, it.reference, it.round))!
  await proposeExample(tx, scored, { person, now })
  return allow(scored)
}

/** Whether this person may score it, as far as they see it. */
export function mayScore({ runs, authorId }: Pick<Sampled, 'runs' | 'authorId'>, person: string): Result<true> {
  if (!runs) return refuse('not-allowed', 'Answers are scored by whoever runs the mailbox')
  return authorId === person ? refuse('own-answer', 'You wrote this answer: somebody else scores it') : allow(true)
}
