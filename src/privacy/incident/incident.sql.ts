import type { Tx } from '#platform/db/database.ts'
import type { Fact } from './incident.ts'

export type Incident = {
  readonly id: string
  readonly number: number
  readonly enquiryId: string | null
  readonly reference: string | null
  readonly words: string
  readonly awareAt: Date
  readonly openedAt: Date
  readonly openedBy: string | null
  readonly mailboxId: string | null
  readonly topicId: string | null
  readonly channel: string | null
  readonly senderId: string | null
  readonly facts: readonly Fact[]
}

export type NewIncident = Omit<Incident, 'id' | 'number' | 'facts'> & { readonly memberId: string | null }

export async function insertIncident(tx: Tx, it: NewIncident): Promise<{ id: string; number: number }> {
  const [row] = await tx<{ id: string; number: number }[]>`
    insert into privacy.incident (enquiry_id, reference, words, aware_at, opened_at, opened_by, mailbox_id, topic_id,
      channel, sender_id, member_id)
    values (${it.enquiryId}, ${it.reference}, ${it.words}, ${it.awareAt}, ${it.openedAt}, ${it.openedBy},
      ${it.mailboxId}, ${it.topicId}, ${it.channel}, ${it.senderId}, ${it.memberId})
    returning id, number
  `
  return row!
}

type Row = Omit<Incident, 'facts'> & { readonly facts: readonly (Omit<Fact, 'at'> & { at: string })[] }

const read = (rows: readonly Row[]): Incident[] =>
  rows.map(({ facts, ...it }) => ({ ...it, facts: facts.map(fact => ({ ...fact, at: new Date(fact.at) })) }))

const columns = (tx: Tx) => tx`
  i.id, i.number, i.enquiry_id, i.reference, i.words, i.aware_at, i.opened_at, i.opened_by, i.mailbox_id, i.topic_id,
  i.channel, i.sender_id,
  coalesce((
    select jsonb_agg(jsonb_build_object('what', f.what, 'words', f.words, 'data', f.data, 'at', f.at,
      'byPerson', f.by_person) order by f.at, f.id)
    from privacy.incident_fact f where f.incident_id = i.id
  ), '[]') as facts
`

/** Those the viewer may follow, the newest first; the open ones before those that are closed. */
export const readIncidents = async (tx: Tx): Promise<Incident[]> =>
  read(
    await tx<Row[]>`
      select ${columns(tx)} from privacy.incident i
      order by exists (select from privacy.incident_fact f where f.incident_id = i.id and f.what = 'closed'), i.number desc
      limit 500
    `,
  )

export const readIncident = async (tx: Tx, number: number): Promise<Incident | undefined> =>
  read(await tx<Row[]>`select ${columns(tx)} from privacy.incident i where i.number = ${number}`)[0]

/** Those about which nobody has decided. */
export const readUndecided = async (tx: Tx): Promise<Incident[]> =>
  read(
    await tx<Row[]>`
      select ${columns(tx)} from privacy.incident i
      where not exists (select from privacy.incident_fact f where f.incident_id = i.id and f.what in ('decided', 'closed'))
      order by i.aware_at
    `,
  )

export async function insertFact(tx: Tx, incidentId: string, it: Fact): Promise<void> {
  await tx`
    insert into privacy.incident_fact (incident_id, what, words, data, at, by_person)
    values (${incidentId}, ${it.what}, ${it.words}, ${JSON.stringify(it.data)}, ${it.at}, ${it.byPerson})
  `
}

/** False when this step was told before. */
export async function takeReminder(tx: Tx, incidentId: string, step: number, at: Date): Promise<boolean> {
  const { count } = await tx`
    insert into privacy.incident_reminder (incident_id, step, at)
    select ${incidentId}, ${step}, ${at}
    where not exists (select from privacy.incident_reminder r where r.incident_id = ${incidentId} and r.step >= ${step})
    on conflict do nothing
  `
  return count === 1
}
