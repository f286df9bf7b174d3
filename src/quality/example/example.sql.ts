import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Sampled } from '../sample/sample.ts'
import type { Deciding, Example } from './example.ts'

/** Who is named in an enquiry, by what they are in it. */
export async function namesToRemove(tx: Tx, enquiryId: string): Promise<Record<string, string | null>> {
  const [row] = await tx<{ names: Record<string, string | null> }[]>`
    select json_build_object('the resident', e.constituent, 'the member', m.name, 'an officer', h.name) as names
    from enquiries.enquiry e join people.person m on m.id = e.member_id left join people.person h on h.id = e.holder_id
    where e.id = ${enquiryId}
  `
  return row?.names ?? {}
}

/** Proposed once for an answer, whatever it scores later. Needs the system. */
export async function insertExample(
  tx: Tx,
  { enquiryId, round, mailboxId }: Pick<Sampled, 'enquiryId' | 'round' | 'mailboxId'>,
  { asked, words }: Pick<Example, 'asked' | 'words'>,
  today: Day,
): Promise<void> {
  await tx`
    insert into quality.example (enquiry_id, round, mailbox_id, topic_id, state, asked, words, proposed_on)
    select ${enquiryId}, ${round}, ${mailboxId}, e.topic_id, 'proposed', ${asked}, ${words}, ${today}
    from enquiries.enquiry e where e.id = ${enquiryId}
    on conflict (enquiry_id, round) do nothing
  `
}

const columns = (tx: Tx) => tx`
  x.id, x.mailbox_id, b.name as mailbox, t.name as topic, x.state, x.asked, x.words, x.proposed_on, x.decided_on, x.version,
  e.reference, x.round, x.mailbox_id = any ((select quality.viewer_runs())::uuid[]) as runs
`
const from = (tx: Tx) => tx`
  from quality.example x
  join mailboxes.mailbox b on b.id = x.mailbox_id
  left join mailboxes.topic t on t.id = x.topic_id
  left join enquiries.enquiry e on e.id = x.enquiry_id
`

/** Those the viewer may see: what waits for their decision first, then the newest; at most 200. */
export const examplesSeen = (tx: Tx): Promise<Example[]> => tx<Example[]>`
  select ${columns(tx)} ${from(tx)}
  order by x.state = 'proposed' desc, x.state = 'offered' desc, x.proposed_on desc, x.id limit 200
`

export async function exampleById(tx: Tx, id: string): Promise<Example | undefined> {
  const [row] = await tx<Example[]>`select ${columns(tx)} ${from(tx)} where x.id = ${id}`
  return row
}

/** The example that was made of an answer. */
export async function exampleOf(
  tx: Tx,
  { enquiryId, round }: Pick<Sampled, 'enquiryId' | 'round'>,
): Promise<Example | undefined> {
  const [row] = await tx<Example[]>`
    select ${columns(tx)} ${from(tx)} where x.enquiry_id = ${enquiryId} and x.round = ${round}
  `
  return row
}

/** False when it was changed meanwhile, or is not the viewer's to change. */
export async function changeExample(tx: Tx, id: string, it: Deciding, by: string, on: Day): Promise<boolean> {
  const { count } = await tx`
    update quality.example
    set state = ${it.state}, asked = ${it.asked}, words = ${it.words}, decided_on = ${on}, decided_by = ${by}, version = version + 1
    where id = ${id} and version = ${it.version}
  `
  return count === 1
}

/** Up to three examples for whoever answers something like it: the same topic first, then by the words it shares. */
export const examplesFor = (
  tx: Tx,
  { id, topicId }: { readonly id: string; readonly topicId: string | null },
  text: string,
): Promise<Example[]> => tx<Example[]>`
  with said as (
    select string_agg(quote_literal(word), ' | ')::tsquery as words
    from unnest(tsvector_to_array(to_tsvector('english', ${text}))) word)
  select ${columns(tx)} ${from(tx)}, said
  where x.state = 'offered' and x.enquiry_id <> ${id} and (x.topic_id = ${topicId} or x.found_by @@ said.words)
  order by (x.topic_id = ${topicId}) desc nulls last, ts_rank(x.found_by, said.words) desc nulls last, x.decided_on desc, x.id
  limit 3
`
