import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { askedIn, incomplete } from '../answer/answer.ts'
import { answerShape, type GivenAnswer } from '../answer/composed.ts'
import type { Question } from '../question.sql.ts'
import { insertSubmission } from './submission.sql.ts'

/**
 * The answer is given to a second person to read, whole: its words, its answers and promises, whom to contact, whether it
 * may be shared, and its files (domain, section 2). The clock runs on.
 */
export const submit = act<GivenAnswer, { questions: readonly Question[] }>({
  name: 'submit',
  label: 'Submit for review',
  may: 'enquiries.answer',
  from: ['in-progress'],
  to: ['in-review'],
  by: ['holder'],
  shape: answerShape,
  gather: askedIn,
  decide: (enquiry, it): Result<Decision> =>
    incomplete(enquiry, it) ??
    allow({
      events: [{ type: 'submitted', by: it.by.person!, messageId: it.messageId }],
      words: { kind: 'submission', words: it.text, internal: true },
    }),
  keep: (tx, { enquiry, it, at }) =>
    insertSubmission(tx, {
      id: it.messageId,
      enquiryId: enquiry.id,
      round: enquiry.round,
      submittedBy: it.by.person!,
      answer: answerShape.parse(it),
      at,
    }),
})
