import { refuse, refuseAll, allow, type Refusal, type Refused, type Result } from '#kernel/result.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import type { Enquiry } from '../enquiry.ts'
import { needsSecondPerson } from '../review/second-person.ts'
import { questionsOf, type Question } from '../question.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { answering, answerShape, type GivenAnswer } from './composed.ts'

type Facts = { questions: readonly Question[]; promiseIds: readonly string[]; secondPerson: boolean }

/**
 * The substantive answer, which alone stops the clock (domain, section 3, rule 4). Every numbered question of this
 * round is answered or excused; what is promised carries a date and is tracked until kept. Where a second person has to
 * read it first, it is submitted instead.
 */
export const answer = act<GivenAnswer, Facts>({
  name: 'answer',
  label: 'Send the answer',
  may: 'enquiries.answer',
  from: ['in-progress'],
  to: ['answered'],
  by: ['holder'],
  shape: answerShape,
  gather: async (tx, enquiry, given) => ({
    ...(await askedIn(tx, enquiry)),
    promiseIds: given.promises.map(() => crypto.randomUUID()),
    secondPerson: await needsSecondPerson(tx, enquiry),
  }),
  decide: (enquiry, it): Result<Decision> =>
    (it.secondPerson ? readFirst : undefined) ?? incomplete(enquiry, it) ?? allow(answering(it, it)),
})

export const readFirst = refuse('needs-review', 'Somebody else has to read this answer first: submit it for review')

type Asked = { readonly questions: readonly Question[] }

/** The numbered questions of the round that runs. */
export const askedIn = async (tx: Tx, { id, round }: Enquiry): Promise<Asked> => ({
  questions: (await questionsOf(tx, id)).filter(question => question.round === round),
})

/** Why an answer cannot go as it is: a part is still awaited, a question open, a promise in the past. */
export const incomplete = (enquiry: Enquiry, it: GivenAnswer & Asked & Circumstances): Refused | undefined =>
  stillOpen(enquiry) ?? refuseAll([...unanswered(it), ...inThePast(it)])

type Answering = Asked & Pick<GivenAnswer, 'answers'>

/** A refusal for each question that is neither answered nor excused. */
export function unanswered({ questions, answers }: Answering): Refusal[] {
  const given = new Set(answers.filter(it => it.answer || it.excuse).map(it => it.number))
  return questions
    .filter(question => !given.has(question.number))
    .map(
      ({ number }) =>
        refuse('unanswered', `Answer question ${number}, or say why it cannot be answered`, `answers/${number}`)
          .refusal,
    )
}

function inThePast({ promises, today }: GivenAnswer & Circumstances): Refusal[] {
  return promises.flatMap((promise, i) =>
    promise.dueOn < today ? [refuse('past', 'A promise must not lie in the past', `promises/${i}/dueOn`).refusal] : [],
  )
}
