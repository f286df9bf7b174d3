import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { About } from '../request/sought.ts'
import type { Disclosure } from './disclosure.ts'

const columns = (tx: Tx) => tx`
  d.id, d.number, d.kind, d.enquiry_id, d.about, d.received_on, d.identity, d.identity_on, d.extended_on, d.extended_because,
  d.search, d.search_at, d.made_by, d.made_at, d.submitted_by, d.submitted_at, d.confirmed_by, d.confirmed_at,
  d.handed_over_on, d.handed_over_how, d.closed_on, d.outcome`

export async function disclosureNumbered(tx: Tx, number: number, lock = false): Promise<Disclosure | undefined> {
  const [row] = await tx<Disclosure[]>`
    select ${columns(tx)} from privacy.disclosure d where d.number = ${number} ${lock ? tx`for no key update` : tx``}
  `
  return row
}

export async function disclosureById(tx: Tx, id: string): Promise<Disclosure | undefined> {
  const [row] = await tx<Disclosure[]>`select ${columns(tx)} from privacy.disclosure d where d.id = ${id}`
  return row
}

/** Requests the viewer sees, the open ones and those that ended last; the newest first. */
export const readRequests = (tx: Tx): Promise<Disclosure[]> => tx<Disclosure[]>`
  select ${columns(tx)} from privacy.disclosure d where d.kind = 'request'
  order by d.closed_on is not null, d.number desc limit 200
`

export const copiesOf = (tx: Tx, enquiryId: string): Promise<Disclosure[]> => tx<Disclosure[]>`
  select ${columns(tx)} from privacy.disclosure d where d.enquiry_id = ${enquiryId} order by d.number
`

export type NewDisclosure = {
  readonly kind: 'copy' | 'request'
  readonly enquiryId?: string
  readonly about: About
  readonly receivedOn: Day
  readonly identity: 'known' | 'asked'
  readonly by: string
  readonly at: Date
}

export async function insertDisclosure(tx: Tx, it: NewDisclosure): Promise<{ id: string; number: number }> {
  const [row] = await tx<{ id: string; number: number }[]>`
    insert into privacy.disclosure (kind, enquiry_id, about, received_on, identity, made_by, made_at)
    values (${it.kind}, ${it.enquiryId ?? null}, ${JSON.stringify(it.about)}, ${it.receivedOn}, ${it.identity}, ${it.by}, ${it.at})
    returning id, number
  `
  return row!
}

export type Change = Partial<
  Pick<
    Disclosure,
    | 'identity'
    | 'identityOn'
    | 'extendedOn'
    | 'extendedBecause'
    | 'search'
    | 'submittedBy'
    | 'submittedAt'
    | 'confirmedBy'
    | 'confirmedAt'
    | 'handedOverOn'
    | 'handedOverHow'
    | 'closedOn'
    | 'outcome'
  >
>

/** Changes what is named; false where the viewer may not. */
export async function changeDisclosure(tx: Tx, id: string, change: Change): Promise<boolean> {
  const changed = await tx`update privacy.disclosure set ${tx(change)} where id = ${id} returning id`
  return changed.length > 0
}

export async function searchMoved(tx: Tx, id: string, searchAt: object, done: Date | null): Promise<void> {
  await tx`
    update privacy.disclosure
    set search = ${done ? 'done' : 'running'}, search_at = ${JSON.stringify(searchAt)}, searched_at = ${done}
    where id = ${id}
  `
}

/** What waits for somebody at the desk: open requests, and the receipt day of each. */
export const openRequests = (tx: Tx): Promise<Disclosure[]> => tx<Disclosure[]>`
  select ${columns(tx)} from privacy.disclosure d where d.kind = 'request' and d.closed_on is null
`
