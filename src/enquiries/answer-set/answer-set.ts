import { refuse, type Refused } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { mayAct, type Actor } from '../act.ts'
import { answer } from '../answer/answer.ts'
import { needsSecondPerson } from '../review/second-person.ts'
import { partsOf, setLedBy } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import { othersOf, type Other } from '../together/together.sql.ts'

/** Another enquiry of the set, and why it cannot be answered by this person now; undefined when it can. */
export type ToAnswer = { readonly other: Other; readonly cannot: string | undefined }

/** The others in the set of a lead, as far as whoever answers sees them. */
export async function othersToAnswer(tx: Tx, lead: Enquiry, { person, name }: Actor): Promise<ToAnswer[]> {
  const [others, set] = await Promise.all([othersOf(tx, lead), setLedBy(tx, lead.id)])
  const rows = new Map(set.map(it => [it.id, it]))
  return Promise.all(
    others.flatMap(other => {
      const enquiry = rows.get(other.id)
      return enquiry ? [toAnswer(tx, other, enquiry, { person, name })] : []
    }),
  )
}

async function toAnswer(tx: Tx, other: Other, enquiry: Enquiry, by: Omit<Actor, 'parts'>): Promise<ToAnswer> {
  const parts = await partsOf(tx, enquiry.reference, by.person ?? 'public')
  const allowed = mayAct(enquiry, { ...by, parts }, answer)
  if (allowed.ok)
    return {
      other,
      cannot: (await needsSecondPerson(tx, enquiry))
        ? 'A second person reads its answer first: submit it on its own page'
        : undefined,
    }
  const notTheirs = allowed.refusal.code === 'not-allowed'
  return { other, cannot: notTheirs ? 'You do not hold it: take it first' : allowed.refusal.words }
}

type Asking = Pick<Other, 'id' | 'reference' | 'memberName'>

/** Members never learn that others asked: words that name another enquiry of the set, or its member, are not sent. */
export function namesAnother(words: string, about: Asking, set: readonly Asking[]): Refused | undefined {
  const said = words.toLowerCase()
  const named = set
    .filter(it => it.id !== about.id)
    .flatMap(it => [it.reference, nameOf(it.memberName)])
    .find(it => said.includes(it.toLowerCase()))
  return named
    ? refuse('names-another', `The words name ${named}: this member must not learn who else asked`)
    : undefined
}

/** `Sean O'Brien` of `Cllr Sean O'Brien`. */
const nameOf = (memberName: string): string => memberName.replace(/^(?:cllr|councillor)\.?\s+/i, '')
