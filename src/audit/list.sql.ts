import type { Tx } from '#platform/db/database.ts'

export type EntryFilter = {
  /** exactly this person, by their id */
  readonly who?: string
  /** part of a name, or a whole address */
  readonly person?: string
  /** one act, or those of a whole room: `people.` */
  readonly act?: string
  readonly reference?: string
  readonly from?: Date
  readonly before?: Date
}

export type ListedEntry = {
  readonly id: number
  readonly at: Date
  readonly actor: string | null
  readonly actorName: string | null
  readonly onBehalfOfName: string | null
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectReference: string | null
  /** ids and codes, as JSON */
  readonly details: string
  /** the name that stands in the details, where a part of the council was added or changed */
  readonly named: string | null
}

/** The newest entries that fit, below an id when one is given; rows are read by key, never skipped over. */
export const entriesMatching = (
  tx: Tx,
  it: EntryFilter,
  belowId: number | undefined,
  limit: number,
): Promise<ListedEntry[]> =>
  tx<ListedEntry[]>`
    select e.id, e.at, e.actor, a.name as actor_name, b.name as on_behalf_of_name, e.act, e.subject_kind, e.subject_id,
      e.subject_reference, e.details ->> 'name' as named, e.details::text as details
    from audit.entry e
    left join people.person a on a.id = e.actor
    left join people.person b on b.id = e.on_behalf_of
    where true
      ${belowId === undefined ? tx`` : tx`and e.id < ${belowId}`}
      ${it.who ? tx`and ${it.who} in (e.actor, e.on_behalf_of)` : tx``}
      ${it.person ? tx`and (e.actor in (${personsCalled(tx, it.person)}) or e.on_behalf_of in (${personsCalled(tx, it.person)}))` : tx``}
      ${it.act ? actIs(tx, it.act) : tx``}
      ${it.reference ? tx`and e.subject_reference in (${it.reference}, ${it.reference.toUpperCase()}, ${it.reference.toLowerCase()})` : tx``}
      ${it.from ? tx`and e.at >= ${it.from}` : tx``}
      ${it.before ? tx`and e.at < ${it.before}` : tx``}
    order by e.id desc limit ${limit}
  `

const actIs = (tx: Tx, act: string) => (act.endsWith('.') ? tx`and starts_with(e.act, ${act})` : tx`and e.act = ${act}`)

const personsCalled = (tx: Tx, called: string) => tx`
  select id from people.person
  where position(platform.plain(${called}) in platform.plain(name)) > 0 or email = ${called}
`
