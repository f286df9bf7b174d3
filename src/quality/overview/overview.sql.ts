import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** What was said of the answers of one mailbox, topic or month: how many scores and ratings there are, and what they come to. */
export type Judged = {
  readonly id: string
  readonly name: string
  readonly scores: number
  /** from 1 to 4; null without any */
  readonly average: number | null
  readonly ratings: number
  /** how many of the ratings say that it answers everything */
  readonly everything: number
  readonly notUseful: number
}

export type By = 'mailbox' | 'topic'

/** Every score and rating since a day that the viewer may see, by the day of the answer and of the first rating. */
const judged = (tx: Tx, since: Day) => tx`
  select e.mailbox_id, e.topic_id, s.answered_on as on_day, c.score, null::int as rating
  from quality.score c
  join quality.sampled s on s.enquiry_id = c.enquiry_id and s.round = c.round
  join enquiries.enquiry e on e.id = c.enquiry_id
  where s.answered_on >= ${since}
  union all
  select e.mailbox_id, e.topic_id, r.first_rated_on, null, r.rating
  from quality.rating r join enquiries.enquiry e on e.id = r.enquiry_id
  where r.first_rated_on >= ${since}
`

const counts = (tx: Tx) => tx`
  count(j.score)::int as scores, round(avg(j.score), 2)::float8 as average, count(j.rating)::int as ratings,
  (count(*) filter (where j.rating = 3))::int as everything, (count(*) filter (where j.rating = 1))::int as not_useful
`

/** Since a day, by mailbox or by topic, in the order of their names. */
export const judgedBy = (tx: Tx, by: By, since: Day): Promise<Judged[]> =>
  by === 'mailbox'
    ? tx<Judged[]>`
        select b.id, b.name, ${counts(tx)} from (${judged(tx, since)}) j
        join mailboxes.mailbox b on b.id = j.mailbox_id group by b.id, b.name order by b.name, b.id`
    : tx<Judged[]>`
        select b.id, b.name, ${counts(tx)} from (${judged(tx, since)}) j
        join mailboxes.topic b on b.id = j.topic_id group by b.id, b.name order by b.name, b.id`

/** One mailbox or topic month by month since a day, the latest first. `name` is the first day of the month. */
export const judgedByMonth = (tx: Tx, by: By, id: string, since: Day): Promise<Judged[]> => tx<Judged[]>`
  select to_char(date_trunc('month', j.on_day), 'YYYY-MM-DD') as id, to_char(date_trunc('month', j.on_day), 'YYYY-MM-DD') as name,
    ${counts(tx)}
  from (${judged(tx, since)}) j
  where ${by === 'mailbox' ? tx`j.mailbox_id` : tx`j.topic_id`} = ${id}
  group by date_trunc('month', j.on_day) order by date_trunc('month', j.on_day) desc
`
