import { z } from 'zod'
import { allow, refuse, refuseAll, type Refused, type Result } from '#kernel/result.ts'
import { act, type Actor, type Decision } from '../act.ts'
import { answerShape, inThePast, keptPromises, tidy, unanswered } from '../answer/answer.ts'
import { stillOpen } from '../contribution/follow-contributions.ts'
import type { Enquiry } from '../enquiry.ts'
import { words } from '../given.ts'
import { questionsOf, type Question } from '../question.sql.ts'
import { insertSubmission, lastSubmission, type Submission } from './submission.sql.ts'

/** The answer is given to a second person to read, whole: with its questions and promises (domain, section 2). */
export const submit = act<z.infer<typeof answerShape>, { questions: readonly Question[] }>({
  name: 'submit',
  label: 'Submit for review',
  may: 'enquiries.answer',
  from: ['in-progress'],
  to: ['in-review'],
  by: ['holder'],
  shape: answerShape,
  gather: async (tx, enquiry) => ({
    questions: (await questionsOf(tx, enquiry.id)).filter(question => question.round === enquiry.round),
  }),
  decide: (enquiry, it): Result<Decision> => {
    const refused = stillOpen(enquiry) ?? refuseAll([...unanswered(it), ...inThePast(it)])
    if (refused) return refused
    return allow({
      events: [{ type: 'submitted', by: it.by.person!, messageId: it.messageId }],
      words: { kind: 'submission', words: it.text, internal: true },
    })
  },
  keep: (tx, { enquiry, it, at }) =>
    insertSubmission(tx, {
      id: it.messageId,
      enquiryId: enquiry.id,
      round: enquiry.round,
      submittedBy: it.by.person!,
      answer: { text: it.text, answers: it.answers, promises: it.promises },
      at,
    }),
})

const returnShape = z.object({ text: words('Enter what should be changed') })

/** It goes back to whoever wrote it, with a note; they may also take it back themselves. */
export const returnAnswer = act({
  name: 'return',
  label: 'Return it with a note',
  may: 'enquiries.review',
  from: ['in-review'],
  to: ['in-progress'],
  by: ['holder', 'owner', 'responder', 'member-services'],
  shape: returnShape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'returned', messageId: it.messageId }],
      words: { kind: 'return', words: it.text, internal: true },
    }),
})

type Facts = { submission: Submission | undefined; promiseIds: readonly string[] }

/** The second person sends the answer as it was submitted. It stays the answer of whoever wrote it. */
export const sendReviewed = act<object, Facts>({
  name: 'send-reviewed',
  label: 'Send the answer',
  may: 'enquiries.review',
  from: ['in-review'],
  to: ['answered'],
  by: ['owner', 'responder', 'member-services'],
  shape: z.object({}),
  gather: async (tx, enquiry) => {
    const submission = await lastSubmission(tx, enquiry.id, enquiry.round)
    return { submission, promiseIds: (submission?.answer.promises ?? []).map(() => crypto.randomUUID()) }
  },
  decide: (enquiry, it): Result<Decision> => {
    const { submission, today, messageId } = it
    if (!submission) return refuse('no-submission', 'There is no answer to send')
    const refused = ownAnswer(enquiry, it.by) ?? overtaken(submission, today)
    if (refused) return refused
    const promises = keptPromises(submission.answer.promises, it.promiseIds)
    const writtenBy = submission.submittedBy
    return allow({
      events: [
        {
          type: 'answered',
          messageId,
          atOnce: false,
          promises: promises.map(({ id, dueOn }) => ({ id, dueOn })),
          writtenBy,
        },
      ],
      words: { kind: 'answer', words: submission.answer.text, by: writtenBy },
      answers: submission.answer.answers.filter(given => given.answer || given.excuse).map(tidy),
      promises,
    })
  },
})

/** Nobody is their own second person. */
export const ownAnswer = ({ submittedBy }: Enquiry, { person }: Actor): Refused | undefined =>
  submittedBy === person ? refuse('own-answer', 'You wrote this answer: somebody else has to send it') : undefined

function overtaken({ answer }: Submission, today: string): Refused | undefined {
  return answer.promises.some(({ dueOn }) => dueOn < today)
    ? refuse('overtaken', 'A promise in it lies in the past by now: return it with a note')
    : undefined
}
