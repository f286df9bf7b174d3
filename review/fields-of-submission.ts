import type { FormFields } from '#platform/http/form.ts'
import { dateBoxes } from '../page/fields.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { lastSubmission } from './submission.sql.ts'

/** An answer that came back is taken up where it was left. */
export async function fieldsOfSubmission({ tx, enquiry }: Opened): Promise<FormFields> {
  const submission = await lastSubmission(tx, enquiry.id, enquiry.round)
  if (!submission) return {}
  const { text, answers, promises } = submission.answer
  return Object.assign(
    { text },
    ...answers.map(it => ({ [`answer-${it.number}`]: it.answer, [`excuse-${it.number}`]: it.excuse })),
    ...promises.map((it, i) => ({
      [`promises-${i}-words`]: it.words,
      [`promises-${i}-who`]: it.who,
      ...dateBoxes(`promises-${i}-dueOn`, it.dueOn),
    })),
  ) as FormFields
}
