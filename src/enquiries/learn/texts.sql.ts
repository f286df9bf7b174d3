import type { Tx } from '#platform/db/database.ts'

/** What there is to learn of a topic: how many enquiries it has, and the newest of them. */
export type TopicPast = { readonly topicId: string; readonly enquiries: number; readonly newest: readonly string[] }

/** Every topic with enquiries, restricted ones left out; `until`: only those raised before. One walk over them all. */
export const pastByTopic = (tx: Tx, most: number, until?: Date): Promise<TopicPast[]> => tx<TopicPast[]>`
  select topic_id, enquiries, array_agg(id) as newest
  from (
    select e.topic_id, e.id, count(*) over (partition by e.topic_id)::int as enquiries,
      row_number() over (partition by e.topic_id order by e.created_at desc, e.id desc) as nth
    from enquiries.enquiry e
    where e.topic_id is not null and not e.restricted and ${until ? tx`e.created_at < ${until}` : tx`true`}
  ) e
  where nth <= ${most}
  group by topic_id, enquiries
`

/** What members wrote in these enquiries: subject and first message. */
export async function firstWords(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx<{ text: string }[]>`
    select e.subject || E'\n' || left(m.words, 20000) as text
    from enquiries.enquiry e join enquiries.message m on m.enquiry_id = e.id and m.kind = 'enquiry'
    where e.id = any (${ids as string[]}::uuid[])
  `
  return rows.map(row => row.text)
}
