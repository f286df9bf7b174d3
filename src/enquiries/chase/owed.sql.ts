import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** What a second chase is owed, as it stands among the promises. */
export const owedWords = 'An answer, because you chased a second time'

export async function insertOwed(
  tx: Tx,
  enquiryId: string,
  { id, dueOn, messageId }: { readonly id: string; readonly dueOn: Day; readonly messageId: string | null },
): Promise<void> {
  await tx`
    insert into enquiries.promise (id, enquiry_id, message_id, words, who, due_on)
    values (${id}, ${enquiryId}, ${messageId}, ${owedWords}, '', ${dueOn})
  `
}
