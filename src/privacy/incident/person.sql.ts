import type { Tx } from '#platform/db/database.ts'

/** How somebody came across it. */
export const ways = ['saw', 'acted', 'mailed', 'told', 'asked', 'exported'] as const
export type WayItReached = (typeof ways)[number]

/** Somebody whom it reached, and what became of what they have. */
export type Reached = {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly address: string | null
  readonly how: readonly WayItReached[]
  readonly lastAt: Date
  readonly askedAt: Date | null
  readonly confirmedAt: Date | null
  readonly confirmedWords: string | null
}

/**
 * Writes down everybody whom an enquiry reached before it was restricted, but for those who may go on seeing it: out of
 * who opened, did, watched or wrote something, who was told, asked or mailed, and who took a file of a list since it came.
 * Needs a transaction of the system. Returns how many.
 */
export async function listReached(
  tx: Tx,
  incidentId: string,
  enquiryId: string,
  permitted: readonly string[],
): Promise<number> {
  const { count } = await tx`
    with the as (select id, reference, created_at, raised_by from enquiries.enquiry where id = ${enquiryId}),
    reached (person_id, address, name, how, at) as (
      select s.person_id, null::citext, null, 'saw', s.at from enquiries.recently_seen s join the on s.enquiry_id = the.id
      union all
      select a.actor, null, null, 'saw', a.at from audit.entry a join the on a.subject_id = the.id::text
      where a.act = 'enquiries.viewed' and a.actor is not null
      union all
      select p.person_id, null, null, 'saw', p.at from enquiries.presence p join the on p.enquiry_id = the.id
      union all
      select d.person_id, null, null, 'acted', d.changed_at from enquiries.draft d join the on starts_with(d.about, the.reference || '-')
      union all
      select v.by_person, null, null, 'acted', v.at from enquiries.event v join the on v.enquiry_id = the.id
      where v.by_person is not null
      union all
      select the.raised_by, null, null, 'acted', the.created_at from the where the.raised_by is not null
      union all
      select w.person_id, null, null, 'saw', w.since from enquiries.watch w join the on w.enquiry_id = the.id
      union all
      select n.person_id, null, null, 'told', n.at from enquiries.notice n join the on n.enquiry_id = the.id
      union all
      select l.person_id, null, null, 'mailed', l.taken_at from mail.digest_line l
      join enquiries.event v on v.id = l.event_id join the on v.enquiry_id = the.id where l.taken_at is not null
      union all
      select c.of_person, c.of_address, c.of_name, 'asked', c.asked_at from enquiries.contribution c join the on c.enquiry_id = the.id
      union all
      select n.person_id, null, null, 'asked', h.handed_at from enquiries.hand_over h join the on h.enquiry_id = the.id
      join mailboxes.named_person n on n.mailbox_id = h.mailbox_id and n.from_on <= h.handed_at::date
        and (n.until_on is null or n.until_on >= h.handed_at::date)
      union all
      select o.to_person, o.to_address, o.to_name, 'mailed', coalesce(o.sent_at, o.created_at) from mail.outbox o
      join the on o.about_enquiry = the.id where o.state in ('sent', 'sending', 'bounced')
      union all
      select a.actor, null, null, 'exported', a.at from audit.entry a cross join the
      where a.act = 'enquiries.exported' and a.at >= the.created_at and a.actor is not null
    )
    insert into privacy.incident_person (incident_id, person_id, name, address, how, last_at)
    select ${incidentId}, r.person_id, coalesce(min(p.name), min(nullif(r.name, '')), min(r.address::text)),
      coalesce(min(p.email::text), min(r.address::text))::citext, array_agg(distinct r.how), max(r.at)
    from reached r left join people.person p on p.id = r.person_id
    where r.person_id is null or r.person_id <> all (${permitted as string[]}::uuid[])
    group by r.person_id, case when r.person_id is null then r.address end
  `
  return count
}

export const readReached = (tx: Tx, incidentId: string): Promise<Reached[]> => tx<Reached[]>`
  select id, person_id, name, address::text, how, last_at, asked_at, confirmed_at, confirmed_words
  from privacy.incident_person where incident_id = ${incidentId}
  order by confirmed_at is not null, asked_at is not null, name, id
`

/** Adds somebody by hand. */
export async function insertReached(
  tx: Tx,
  incidentId: string,
  name: string,
  address: string | null,
  at: Date,
): Promise<void> {
  await tx`
    insert into privacy.incident_person (incident_id, name, address, how, last_at)
    values (${incidentId}, ${name}, ${address}, ${['mailed']}, ${at})
  `
}

/** Asks everybody who was not asked yet to delete what they have; letters follow. Returns how many. */
export async function askAll(tx: Tx, incidentId: string, by: string, at: Date): Promise<number> {
  const { count } = await tx`
    update privacy.incident_person set asked_at = ${at}, asked_by = ${by}
    where incident_id = ${incidentId} and asked_at is null
  `
  return count
}

/** False when there is nobody like this, or they had confirmed. */
export async function confirm(
  tx: Tx,
  it: { readonly incidentId: string; readonly id: string; readonly words: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx`
    update privacy.incident_person set confirmed_at = ${it.at}, confirmed_words = ${it.words}
    where id = ${it.id} and incident_id = ${it.incidentId} and confirmed_at is null
  `
  return count === 1
}

export type ToWrite = {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly address: string
  readonly number: number
}

/** Who was asked and got no letter yet; marks that they get one now. Needs a transaction of the system. */
export const takeLettersDue = (tx: Tx, at: Date): Promise<ToWrite[]> => tx<ToWrite[]>`
  with due as (
    update privacy.incident_person set letter_at = ${at}
    where asked_at is not null and letter_at is null and address is not null and confirmed_at is null
    returning id, person_id, name, address, incident_id
  )
  select d.id, d.person_id, d.name, d.address::text, i.number from due d join privacy.incident i on i.id = d.incident_id
`
