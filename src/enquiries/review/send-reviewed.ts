import { z } from 'zod'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { act, type Actor, type Decision } from '../act.ts'
import { answering } from '../answer/composed.ts'
import type { Enquiry } from '../enquiry.ts'
import type { Submission } from './submission.sql.ts'
import { noSubmission, submittedFor, type Submitted } from './submitted.ts'

type Facts = Submitted & { readonly promiseIds: readonly string[] }

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
    const found = await submittedFor(tx, enquiry)
    return { ...found, promiseIds: (found.submission?.answer.promises ?? []).map(() => crypto.randomUUID()) }
  },
  decide: (enquiry, it): Result<Decision> => {
    const { submission, files, messageId, promiseIds } = it
    if (!submission) return noSubmission
    const refused = ownAnswer(enquiry, it.by) ?? overtaken(submission, it.today)
    if (refused) return refused
    const { answer, submittedBy: writtenBy } = submission
    return allow({ ...answering(answer, { messageId, promiseIds, writtenBy }), files })
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
