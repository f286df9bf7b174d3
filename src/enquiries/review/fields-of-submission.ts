import type { FormFields } from '#platform/http/form.ts'
import type { GivenAnswer } from '../answer/composed.ts'
import { dateBoxes } from '../page/fields.ts'

/** An answer as the fields of its form hold it, so that it can be taken up where it was left. */
export const fieldsOf = ({ text, contact, mayShare, answers, promises }: GivenAnswer): Record<string, string> =>
  Object.assign(
    { text, contact, ...(mayShare !== undefined && { mayShare: mayShare ? 'yes' : 'no' }) },
    ...answers.map(it => ({ [`answer-${it.number}`]: it.answer, [`excuse-${it.number}`]: it.excuse })),
    ...promises.map((it, i) => ({
      [`promises-${i}-words`]: it.words,
      [`promises-${i}-who`]: it.who,
      ...dateBoxes(`promises-${i}-dueOn`, it.dueOn),
    })),
  ) as FormFields as Record<string, string>
