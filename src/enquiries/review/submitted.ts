import { refuse } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { attachmentsOf, type Attachment } from '../attachment.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import { lastSubmission, type Submission } from './submission.sql.ts'

export type Submitted = { readonly submission: Submission | undefined; readonly files: readonly Attachment[] }

/** What was submitted last in this round, with the files that go with it. */
export async function submittedFor(tx: Tx, { id, round }: Pick<Enquiry, 'id' | 'round'>): Promise<Submitted> {
  const [submission, files] = await Promise.all([lastSubmission(tx, id, round), attachmentsOf(tx, id)])
  return { submission, files: files.filter(it => it.messageId === submission?.id) }
}

export const noSubmission = refuse('no-submission', 'There is no answer to send')
