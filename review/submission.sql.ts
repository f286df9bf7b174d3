import type { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { answerShape } from '../answer/answer.ts'

/** An answer as it was given to a second person to read. */
export type Submission = {
  readonly id: string
  readonly submittedBy: string
  readonly answer: z.infer<typeof answerShape>
}

type New = Submission & { readonly enquiryId: string; readonly round: number; readonly at: Date }

export async function insertSubmission(tx: Tx, { id, enquiryId, round, submittedBy, answer, at }: New): Promise<void> {
  await tx`
    insert into enquiries.submission (id, enquiry_id, round, submitted_by, answer, submitted_at)
    values (${id}, ${enquiryId}, ${round}, ${submittedBy}, ${JSON.stringify(answer)}, ${at})
  `
}

/** What was submitted last in a round; undefined when nothing was. */
export async function lastSubmission(tx: Tx, enquiryId: string, round: number): Promise<Submission | undefined> {
  const [row] = await tx<Submission[]>`
    select id, submitted_by, answer from enquiries.submission
    where enquiry_id = ${enquiryId} and round = ${round}
    order by submitted_at desc
    limit 1
  `
  return row
}
