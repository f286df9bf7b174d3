import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Candidate, Drawn } from './draw.ts'
import type { Sample, Sampled } from './sample.ts'

/** The last month that was drawn. */
export async function latestMonth(tx: Tx): Promise<Day | undefined> {
  const [row] = await tx<{ month: Day | null }[]>`select max(month) as month from quality.sample`
  return row?.month ?? undefined
}

export type AnswerOfMonth = Candidate & { readonly mailboxId: string }

/** Every answer given from a day until before another that stands, by the mailbox that has its enquiry now. */
export const answersGiven = (tx: Tx, from: Day, until: Day): Promise<AnswerOfMonth[]> => tx<AnswerOfMonth[]>`
  select distinct on (m.enquiry_id, m.round) m.enquiry_id, m.round, m.id as message_id, m.from_person as author_id,
    v.on_day as answered_on, e.mailbox_id
  from enquiries.event v
  join enquiries.message m on m.id = (v.data ->> 'messageId')::uuid
  join enquiries.enquiry e on e.id = v.enquiry_id
  where v.type = 'answered' and v.on_day >= ${from} and v.on_day < ${until}
    and e.mailbox_id is not null and m.from_person is not null
    and not exists (
      select from enquiries.event u
      where u.enquiry_id = v.enquiry_id and u.type = 'answer-undelivered' and u.data ->> 'messageId' = v.data ->> 'messageId')
    and not exists (select from quality.sampled s where s.enquiry_id = m.enquiry_id and s.round = m.round)
  order by m.enquiry_id, m.round, v.sequence desc
`

export type NewSample = Pick<Sample, 'mailboxId' | 'month' | 'drawnOn' | 'seed' | 'answers' | 'percent' | 'least'>

/** Gives the id; undefined when this mailbox has its sample of the month already. */
export async function insertSample(tx: Tx, it: NewSample): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`
    insert into quality.sample (mailbox_id, month, drawn_on, seed, answers, percent, least)
    values (${it.mailboxId}, ${it.month}, ${it.drawnOn}, ${it.seed}, ${it.answers}, ${it.percent}, ${it.least})
    on conflict (mailbox_id, month) do nothing returning id
  `
  return row?.id
}

export async function insertSampled(tx: Tx, sampleId: string, drawn: readonly Drawn[]): Promise<void> {
  if (drawn.length === 0) return
  const rows = drawn.map(({ enquiryId, round, messageId, authorId, answeredOn, draw }) => ({
    sampleId,
    enquiryId,
    round,
    messageId,
    authorId,
    answeredOn,
    draw,
  }))
  await tx`insert into quality.sampled ${tx(rows)}`
}

const sampleColumns = (tx: Tx) => tx`
  s.id, s.mailbox_id, b.name as mailbox, s.month, s.drawn_on, s.seed, s.answers, s.percent, s.least,
  (select count(*)::int from quality.sampled d where d.sample_id = s.id) as drawn,
  (select count(*)::int from quality.sampled d join quality.score c on c.enquiry_id = d.enquiry_id and c.round = d.round
    where d.sample_id = s.id) as scored,
  s.mailbox_id = any ((select quality.viewer_runs())::uuid[]) as runs
`

/** The samples of a month that the viewer may follow; those they score first, then by mailbox. */
export const samplesOf = (tx: Tx, month: Day): Promise<Sample[]> => tx<Sample[]>`
  select ${sampleColumns(tx)} from quality.sample s join mailboxes.mailbox b on b.id = s.mailbox_id
  where s.month = ${month} order by runs desc, b.name, s.id
`

/** The months of which the viewer may follow a sample, the latest first. */
export async function monthsDrawn(tx: Tx): Promise<Day[]> {
  const rows = await tx<{ month: Day }[]>`select distinct month from quality.sample order by month desc limit 60`
  return rows.map(row => row.month)
}

export async function sampleById(tx: Tx, id: string): Promise<Sample | undefined> {
  const [row] = await tx<Sample[]>`
    select ${sampleColumns(tx)} from quality.sample s join mailboxes.mailbox b on b.id = s.mailbox_id where s.id = ${id}
  `
  return row
}

const sampledColumns = (tx: Tx) => tx`
  d.sample_id, s.mailbox_id, d.enquiry_id, e.reference, e.subject, e.restricted, d.round, d.message_id, d.author_id,
  a.name as author, d.answered_on, d.draw, c.score, c.notes, c.scored_on, p.name as scorer,
  s.mailbox_id = any ((select quality.viewer_runs())::uuid[]) as runs
`

const sampledFrom = (tx: Tx) => tx`
  from quality.sampled d
  join quality.sample s on s.id = d.sample_id
  join enquiries.enquiry e on e.id = d.enquiry_id
  join people.person a on a.id = d.author_id
  left join quality.score c on c.enquiry_id = d.enquiry_id and c.round = d.round
  left join people.person p on p.id = c.scored_by
`

/** The answers of a sample that the viewer may see, in the order they were drawn. */
export const sampledIn = (tx: Tx, sampleId: string): Promise<Sampled[]> =>
  tx<Sampled[]>`select ${sampledColumns(tx)} ${sampledFrom(tx)} where d.sample_id = ${sampleId} order by d.draw`

/** One sampled answer, by the reference of its enquiry. */
export async function sampledAnswer(tx: Tx, reference: string, round: number): Promise<Sampled | undefined> {
  const [row] = await tx<Sampled[]>`
    select ${sampledColumns(tx)} ${sampledFrom(tx)} where e.reference = ${reference} and d.round = ${round}
  `
  return row
}

/** A sample that is not wholly scored: who wrote what still waits, and how many steps of reminding were taken. */
export type Unscored = {
  readonly id: string
  readonly mailboxId: string
  readonly mailbox: string
  readonly month: Day
  readonly drawnOn: Day
  readonly drawn: number
  readonly authors: readonly string[]
  readonly step: number
}

/** Those drawn on or after a day that wait for a score. */
export const unscoredSince = (tx: Tx, since: Day): Promise<Unscored[]> => tx<Unscored[]>`
  select s.id, s.mailbox_id, b.name as mailbox, s.month, s.drawn_on, count(*)::int as drawn,
    array_agg(d.author_id::text order by d.draw) filter (where c.score is null) as authors,
    coalesce((select max(r.step) from quality.reminder r where r.sample_id = s.id), 0) as step
  from quality.sample s
  join mailboxes.mailbox b on b.id = s.mailbox_id
  join quality.sampled d on d.sample_id = s.id
  left join quality.score c on c.enquiry_id = d.enquiry_id and c.round = d.round
  where s.drawn_on >= ${since}
  group by s.id, b.name
  having count(*) filter (where c.score is null) > 0
  order by s.month, b.name, s.id
`

/** Takes the steps up to one; false when somebody took it before. */
export async function takeSteps(tx: Tx, sampleId: string, upTo: number, on: Day): Promise<boolean> {
  const rows = await tx<{ step: number }[]>`
    insert into quality.reminder (sample_id, step, on_day)
    select ${sampleId}, n, ${on} from generate_series(1, ${upTo}::int) n
    on conflict (sample_id, step) do nothing returning step
  `
  return rows.some(({ step }) => step === upTo)
}
