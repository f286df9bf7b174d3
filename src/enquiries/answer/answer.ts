import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { act, type AnsweredQuestion, type Circumstances, type Decision, type PromisedWords } from '../act.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import { givenDay, optionalWords, words } from '../given.ts'
import { questionsOf, type Question } from '../question.sql.ts'

const promised = z.object({
  id: z.uuid().optional(),
  words: words('Enter what will happen'),
  who: optionalWords,
  dueOn: givenDay('Enter by when it will happen'),
})

const shape = z.object({
  text: words('Enter your answer'),
  answers: z
    .array(z.object({ number: z.number().int().min(1), answer: optionalWords, excuse: optionalWords }))
    .default([]),
  promises: z.array(promised).max(20, 'Make at most 20 promises in one answer').default([]),
  contact: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(300, 'Whom to contact must be 300 characters or fewer'))
    .default(''),
  mayShare: z.boolean({ error: 'Select whether it may be shared with the resident' }).optional(),
})

type Given = z.infer<typeof shape>
type Facts = { questions: readonly Question[]; promiseIds: readonly string[] }

/**
 * The substantive answer, which alone stops the clock (domain, section 3, rule 4). Every numbered question of this
 * round is answered or excused; what is promised carries a date and is tracked until kept.
 */
export const answer = act<Given, Facts>({
  name: 'answer',
  label: 'Send the answer',
  may: 'enquiries.answer',
  from: ['in-progress'],
  to: ['answered'],
  by: ['holder'],
  shape,
  gather: async (tx, enquiry, given) => ({
    questions: (await questionsOf(tx, enquiry.id)).filter(question => question.round === enquiry.round),
    promiseIds: given.promises.map(() => crypto.randomUUID()),
  }),
  decide: (enquiry, it): Result<Decision> => {
    const promises = it.promises.map((promise, i): PromisedWords => ({ ...promise, id: it.promiseIds[i]! }))
    const refused = stillOpen(enquiry) ?? refuseAll([...unanswered(it), ...inThePast(it)])
    if (refused) return refused
    return allow({
      events: [
        {
          type: 'answered',
          messageId: it.messageId,
          atOnce: false,
          promises: promises.map(({ id, dueOn }) => ({ id, dueOn })),
        },
      ],
      words: { kind: 'answer', words: it.text, contact: it.contact, mayShare: it.mayShare },
      answers: it.answers.filter(given => given.answer || given.excuse).map(tidy),
      promises,
    })
  },
})

type Answering = { readonly questions: readonly Question[]; readonly answers: Given['answers'] }

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

function inThePast({ promises, today }: Given & Circumstances): Refusal[] {
  return promises.flatMap((promise, i) =>
    promise.dueOn < today ? [refuse('past', 'A promise must not lie in the past', `promises/${i}/dueOn`).refusal] : [],
  )
}

const tidy = ({ number, answer, excuse }: { number: number; answer: string; excuse: string }): AnsweredQuestion =>
  answer ? { number, answer } : { number, excuse }
