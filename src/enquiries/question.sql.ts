import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { AnsweredQuestion } from './act.ts'

export type Question = {
  readonly id: string
  readonly round: number
  readonly number: number
  readonly words: string
  readonly answer: string | null
  readonly excuse: string | null
  /** the message that answered it */
  readonly answeredIn: string | null
}

export const questionsOf = (tx: Tx, enquiryId: string): Promise<Question[]> => ask(tx, askQuestions(tx, enquiryId))

export const askQuestions = (tx: Tx, enquiryId: string): Asking<Question[]> => ({
  statement: tx`
    select id, round, number, words, answer, excuse, answered_in
    from enquiries.question
    where enquiry_id = ${enquiryId}
    order by round, number
  `,
  read: rows => rows,
})

/** Numbers the questions of a round; nothing to send when there are none. */
export function keepQuestions(
  tx: Tx,
  enquiryId: string,
  round: number,
  questions: readonly string[],
): Statement | undefined {
  if (questions.length === 0) return undefined
  return tx`
    insert into enquiries.question (enquiry_id, round, number, words)
    select ${enquiryId}, ${round}, number, words
    from unnest(${questions as string[]}::text[]) with ordinality as given (words, number)
  `
}

/** What each numbered question was answered with, a statement for each; of two answers to one question the last counts. */
export const keepAnswers = (
  tx: Tx,
  enquiryId: string,
  round: number,
  messageId: string,
  answers: readonly AnsweredQuestion[],
): Statement[] =>
  [...new Map(answers.map(it => [it.number, it])).values()].map(
    ({ number, answer, excuse }) => tx`
      update enquiries.question
      set answer = ${answer ?? null}, excuse = ${excuse ?? null}, answered_in = ${messageId}
      where enquiry_id = ${enquiryId} and round = ${round} and number = ${number}
    `,
  )
