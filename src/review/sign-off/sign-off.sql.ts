import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Late, SignedWeek, SignOff, WeekFigures } from './sign-off.ts'

/** The figures of a mailbox for the week from `from` to `to`, as far as the viewer sees its enquiries. */
export async function readWeek(tx: Tx, mailboxId: string, from: Day, to: Day): Promise<WeekFigures> {
  const [row] = await tx<WeekFigures[]>`
    select
      (select count(*)::int from enquiries.enquiry
        where mailbox_id = ${mailboxId} and received_on between ${from} and ${to}
          and created_at >= ${from}::date - 1 and created_at < ${to}::date + 60) as received,
      answered.n as answered, answered.in_time, now_open.n as open, now_open.overdue, now_open.waiting,
      coalesce(sample.drawn, 0) as sample_drawn, coalesce(sample.scored, 0) as sample_scored
    from (${answeredIn(tx, mailboxId, from, to)}) as answered, (
      select count(*)::int as n, count(*) filter (where due_on <= ${to})::int as overdue,
        count(*) filter (where status = 'waiting-for-member')::int as waiting
      from enquiries.enquiry
      where mailbox_id = ${mailboxId} and status not in ('answered', 'closed') and received_on <= ${to}) as now_open
    left join lateral (
      select count(d.enquiry_id)::int as drawn, count(c.enquiry_id)::int as scored
      from quality.sampled d left join quality.score c on c.enquiry_id = d.enquiry_id and c.round = d.round
      where d.sample_id = (
        select id from quality.sample where mailbox_id = ${mailboxId} and drawn_on <= ${to}::date + 7
        order by month desc limit 1)) as sample on true
  `
  return row!
}

const answeredIn = (tx: Tx, mailboxId: string, from: Day, to: Day) => tx`
  select count(*)::int as n, count(*) filter (where e.first_answered_on <= e.headline_due_on)::int as in_time
  from enquiries.enquiry e
  where e.mailbox_id = ${mailboxId} and e.first_answered_on between ${from} and ${to}
    and e.id in (select v.enquiry_id from enquiries.event v where v.type = 'answered' and v.on_day between ${from} and ${to})
`

/** What was late in that week, the latest first; with what was said of it when a week was last signed. */
export const readLate = (tx: Tx, mailboxId: string, from: Day, to: Day): Promise<Late[]> => tx<Late[]>`
  select e.id as enquiry_id, e.reference, e.subject, e.late_from as due_on, e.answered_on, x.words as said_before
  from (
    select id, reference, subject, due_on as late_from, null::date as answered_on
    from enquiries.enquiry
    where mailbox_id = ${mailboxId} and status not in ('answered', 'closed') and due_on <= ${to} and received_on <= ${to}
    union all
    select id, reference, subject, headline_due_on, first_answered_on
    from enquiries.enquiry
    where mailbox_id = ${mailboxId} and first_answered_on between ${from} and ${to} and first_answered_on > headline_due_on
      and status in ('answered', 'closed')
      and id in (select v.enquiry_id from enquiries.event v where v.type = 'answered' and v.on_day between ${from} and ${to})
  ) as e
  left join lateral (
    select x.words from review.exception x join review.sign_off s on s.id = x.sign_off_id
    where x.enquiry_id = e.id order by s.week_on desc, s.version desc limit 1) as x on true
  order by e.late_from, e.reference
`

/** The newest version of each sign-off of those mailboxes since a week, the newest week first. */
export const readSignOffs = (tx: Tx, mailboxIds: readonly string[], since: Day): Promise<SignOff[]> => tx<SignOff[]>`
  select distinct on (s.week_on, s.mailbox_id) ${columns(tx)}
  from review.sign_off s left join review.signed_week w on w.sign_off_id = s.id
  where s.mailbox_id = any (${mailboxIds}) and s.week_on >= ${since}
  order by s.week_on desc, s.mailbox_id, s.version desc
`

/** Every version of one sign-off, the newest first. */
export const readVersions = (tx: Tx, mailboxId: string, weekOn: Day): Promise<SignOff[]> => tx<SignOff[]>`
  select ${columns(tx)}
  from review.sign_off s left join review.signed_week w on w.sign_off_id = s.id
  where s.mailbox_id = ${mailboxId} and s.week_on = ${weekOn} order by s.version desc
`

const columns = (tx: Tx) => tx`
  s.id, s.mailbox_id, s.week_on, s.version, s.signed_by, s.signed_on,
  case when w.sign_off_id is not null then json_build_object('figures', w.figures, 'exceptions', w.exceptions,
    'sampleDone', w.sample_done, 'sampleWords', w.sample_words, 'words', w.words, 'reason', w.reason) end as signed
`

export type Explained = { readonly reference: string; readonly subject: string; readonly words: string }

/** The late answers of a sign-off with their explanations, as far as the viewer sees the enquiries. */
export const readExplained = (tx: Tx, signOffId: string): Promise<Explained[]> => tx<Explained[]>`
  select e.reference, e.subject, x.words
  from review.exception x join enquiries.enquiry e on e.id = x.enquiry_id
  where x.sign_off_id = ${signOffId} order by e.reference
`

export type NewSignOff = Omit<SignOff, 'id' | 'signed'> & {
  readonly signedAt: Date
  readonly signed: SignedWeek
  readonly explained: readonly { readonly enquiryId: string; readonly words: string }[]
}

/** Undefined when that version was signed meanwhile. Throws when the mailbox is not the signer's. */
export async function insertSignOff(tx: Tx, it: NewSignOff): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`
    insert into review.sign_off (mailbox_id, week_on, version, signed_by, signed_on, signed_at)
    values (${it.mailboxId}, ${it.weekOn}, ${it.version}, ${it.signedBy}, ${it.signedOn}, ${it.signedAt})
    on conflict (mailbox_id, week_on, version) do nothing
    returning id
  `
  if (!row) return undefined
  const { figures, exceptions, sampleDone, sampleWords, words, reason } = it.signed
  await tx`
    insert into review.signed_week (sign_off_id, figures, exceptions, sample_done, sample_words, words, reason)
    values (${row.id}, ${tx.json(figures)}, ${exceptions}, ${sampleDone}, ${sampleWords}, ${words}, ${reason})
  `
  for (const { enquiryId, words } of it.explained)
    await tx`
      insert into review.exception (sign_off_id, enquiry_id, words) values (${row.id}, ${enquiryId}, ${words})
    `
  return row.id
}

/** Who runs which mailbox on a day, as owner or deputy. */
export const readRunners = (tx: Tx, on: Day) => tx<{ mailboxId: string; personId: string }[]>`
  select mailbox_id, person_id from mailboxes.named_person
  where part in ('owner', 'deputy') and from_on <= ${on} and (until_on is null or until_on >= ${on})
  order by mailbox_id, part desc
`
