import type { Tx } from '#platform/db/database.ts'
import type { Source } from './item.ts'

/** What stands in one place: its words, or the file that holds them. All of it is read as the viewer sees it. */
export type Content = {
  readonly source: Source
  readonly sourceId: string
  readonly enquiryId: string | null
  readonly reference: string | null
  readonly at: Date
  /** what it is: the subject, the kind of message, the name of the file */
  readonly title: string
  readonly text: string
  readonly file?: {
    readonly name: string
    readonly type: string
    readonly sha256: string
    readonly shownSha256: string
  }
  readonly raw?: Buffer
}

type Ids = readonly string[]

/** The contents of the named places that the viewer sees; what is out of sight is missing. */
export async function contentsOf(
  tx: Tx,
  wanted: readonly { readonly source: Source; readonly sourceId: string }[],
): Promise<Content[]> {
  const of = (source: Source): Ids => wanted.filter(it => it.source === source).map(it => it.sourceId)
  const all = await Promise.all([
    enquiries(tx, of('enquiry')),
    messages(tx, of('message')),
    attachments(tx, of('attachment')),
    mails(tx, of('mail')),
    letters(tx, of('letter')),
    persons(tx, of('person')),
    trails(tx, of('trail')),
  ])
  return all.flat()
}

const enquiries = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'enquiry' as source, e.id as source_id, e.id as enquiry_id, e.reference, e.created_at as at, e.subject as title,
    concat_ws(E'\n', e.subject, nullif(e.constituent, ''), nullif(e.place, '')) as text
  from enquiries.enquiry e where e.id = any (${[...ids]}::uuid[])
`,
  )

const messages = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'message' as source, m.id as source_id, m.enquiry_id, e.reference, m.at, m.kind as title,
    m.words || case when m.quoted = '' then '' else E'\n\n' || m.quoted end as text
  from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id where m.id = any (${[...ids]}::uuid[])
`,
  )

const attachments = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'attachment' as source, a.id as source_id, a.enquiry_id, e.reference, coalesce(m.at, e.created_at) as at,
    a.name as title, '' as text,
    jsonb_build_object('name', a.name, 'type', a.type, 'sha256', a.sha256, 'shownSha256', a.shown_sha256) as file
  from enquiries.attachment a join enquiries.enquiry e on e.id = a.enquiry_id
  join enquiries.message m on m.id = a.message_id where a.id = any (${[...ids]}::uuid[])
`,
  )

const mails = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'mail' as source, i.id as source_id, i.enquiry_id, i.reference, i.received_at as at,
    coalesce(i.subject, '') as title, '' as text, r.bytes as raw
  from mail.intake i join mail.raw r on r.sha256 = i.sha256 where i.id = any (${[...ids]}::uuid[])
`,
  )

const letters = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'letter' as source, o.id as source_id, o.about_enquiry as enquiry_id, o.reference, o.created_at as at,
    o.subject as title, concat_ws(E'\n', o.to_name, o.to_address, o.subject, o.text) as text
  from mail.outbox o where o.id = any (${[...ids]}::uuid[])
`,
  )

const persons = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'person' as source, p.id as source_id, null::uuid as enquiry_id, null::text as reference, p.created_at as at,
    p.name as title, concat_ws(E'\n', p.name, p.email::text, nullif(p.title, ''), nullif(p.phone, '')) as text
  from people.person p where p.id = any (${[...ids]}::uuid[])
`,
  )

/** What the trail says somebody did, by what and how often; each act by itself is for its own page. */
const trails = (tx: Tx, ids: Ids): Promise<Content[]> =>
  some(
    ids,
    () => tx<Content[]>`
  select 'trail' as source, t.actor as source_id, null::uuid as enquiry_id, null::text as reference, max(t.last) as at,
    'Acts of this person' as title,
    string_agg(t.act || ': ' || t.times || ' times, last on ' || to_char(t.last, 'YYYY-MM-DD'), E'\n' order by t.act) as text
  from (
    select actor, act, count(*) as times, max(at) as last from audit.entry
    where actor = any (${[...ids]}::uuid[]) group by actor, act
  ) t group by t.actor
`,
  )

const some = async (ids: Ids, read: () => Promise<Content[]>): Promise<Content[]> => (ids.length === 0 ? [] : read())
