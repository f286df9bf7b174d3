import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { keepDraft } from '../draft.sql.ts'
import { withFiles } from '../drafts/draft.ts'
import { optionalWords } from '../given.ts'
import { draftAbout } from '../page/act-page.ts'
import { fieldsOf } from './fields-of-submission.ts'
import { noSubmission, submittedFor, type Submitted } from './submitted.ts'

const returnShape = z.object({ text: optionalWords })

/**
 * It goes back to whoever wrote it, with a note; they may also take it back themselves. Their answer stands in their
 * composer again, as they submitted it.
 */
export const returnAnswer = act<z.infer<typeof returnShape>, Submitted>({
  name: 'return',
  label: 'Return it with a note',
  may: 'enquiries.review',
  from: ['in-review'],
  to: ['in-progress'],
  by: ['holder', 'owner', 'responder', 'member-services'],
  shape: returnShape,
  gather: submittedFor,
  decide: (enquiry, it): Result<Decision> => {
    if (!it.submission) return noSubmission
    if (!it.text && enquiry.submittedBy !== it.by.person)
      return refuse('no-note', 'Enter what should be changed', 'text')
    return allow({
      events: [{ type: 'returned', messageId: it.messageId }],
      words: { kind: 'return', words: it.text || 'Taken back by whoever wrote it.', internal: true },
    })
  },
  keep: async (tx, { enquiry, it: { submission, files }, at }) => {
    const { submittedBy, answer } = submission!
    await keepDraft(tx, submittedBy, draftAbout(enquiry.reference, 'answer'), withFiles(fieldsOf(answer), files), at)
  },
})
