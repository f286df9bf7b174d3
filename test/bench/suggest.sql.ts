import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** What was written between two days, with the topic it has, drawn from all of it. */
export const writtenBetween = (
  tx: Tx,
  from: Day,
  until: Day,
  most: number,
): Promise<{ topicId: string; text: string }[]> =>
  tx<{ topicId: string; text: string }[]>`
    select e.topic_id, e.subject || E'\n' || m.words as text
    from enquiries.enquiry e join enquiries.message m on m.enquiry_id = e.id and m.kind = 'enquiry'
    where e.received_on >= ${from} and e.received_on < ${until} and e.topic_id is not null and not e.restricted
    order by md5(e.id::text) limit ${most}
  `
