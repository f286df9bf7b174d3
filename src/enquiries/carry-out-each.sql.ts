import { isDeepStrictEqual } from 'node:util'
import postgres from 'postgres'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { enquiryColumns, eventRows, rowOf, type Happening } from './enquiry.sql.ts'
import type { Enquiry } from './enquiry.ts'

/** Locks many, in the order in which everybody does, and gives them as they stand. */
export async function lockAll(tx: Tx, references: readonly string[]): Promise<Enquiry[]> {
  return tx<Enquiry[]>`
    select ${enquiryColumns(tx)} from enquiries.enquiry e
    where e.reference = any (${references as string[]}) order by e.reference for no key update of e
  `
}

/** An enquiry as it was and as an act made it. */
export type Change = { readonly before: Enquiry; readonly after: Enquiry }

/**
 * Writes what an act changed in many, by one statement. Only the columns that differ in any of them: reading and checking
 * the others is most of the work. Only carryOutEach calls it.
 */
export function saveEnquiries(tx: Tx, changes: readonly Change[], at: Date): Statement {
  const rows = changes.map(({ before, after }) => ({ id: after.id, was: plainRowOf(before), is: plainRowOf(after) }))
  const columns = Object.keys(rows[0]!.is) as (keyof ReturnType<typeof plainRowOf>)[]
  const changed = columns
    .filter(name => rows.some(({ was, is }) => !isDeepStrictEqual(was[name], is[name])))
    .map(name => [name, postgres.fromCamel(name)] as const)
  const told = rows.map(({ id, is }) =>
    Object.fromEntries([['id', id], ...changed.map(([from, to]) => [to, is[from]])]),
  )
  const listed = (of: string) => changed.map(([, name]) => tx`, ${tx(of + name)}`)
  return tx`
    update enquiries.enquiry e
    set (changed_at${listed('')}) = row(${at}::timestamptz${listed('n.')})
    from jsonb_populate_recordset(null::enquiries.enquiry, ${JSON.stringify(told)}::jsonb) n
    where e.id = n.id
  `
}

/** The same as it stands inside other JSON. */
const plainRowOf = (it: Enquiry) => {
  const { pauses, extensions, promises, climbed, links, contributions, handedOver } = it
  return { ...rowOf(it), pauses, extensions, promises, climbed, links, contributions, handedOver }
}

/**
 * Appends what happened to many, handed over as one value: thousands of single ones are named, parsed and planned anew for
 * every other number of rows.
 */
export const insertAllEvents = (tx: Tx, happenings: readonly Happening[]): Statement =>
  tx`
    insert into enquiries.event (id, enquiry_id, sequence, type, at, on_day, by_person, as_part, on_behalf_of, data)
    select id, "enquiryId", sequence, type, at, "onDay", "byPerson", "asPart", "onBehalfOf", data
    from jsonb_to_recordset(${JSON.stringify(happenings.flatMap(eventRows))}::jsonb) as n (
      id uuid, "enquiryId" uuid, sequence int, type text, at timestamptz, "onDay" date, "byPerson" uuid, "asPart" text,
      "onBehalfOf" uuid, data jsonb)
  `
