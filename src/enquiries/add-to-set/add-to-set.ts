import { z } from 'zod'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { asTheHouse } from '../doer.ts'
import { referencesInSetOf, setLedBy } from '../enquiry.sql.ts'
import { joinedTo, statuses, type Enquiry } from '../enquiry.ts'
import { joiners } from '../join/join.ts'
import { givenReference, mayActOnOther, otherNamed, type OtherSeen } from '../together/other.ts'

const shape = z.object({ other: givenReference })

const notClosed = statuses.filter(it => it !== 'closed')

/** `set`: everything in the set of either of the two. */
type Facts = { readonly found: OtherSeen; readonly set: readonly Enquiry[] }

/**
 * Several members asked about one matter: their enquiries make a set, in which one leads and has the work done. Each
 * keeps its own clock and gets its own answer, and no member learns that others asked (domain, section 1). Whichever of
 * the two is in no set yet comes to the other; where neither is, the other one leads.
 */
export const addToSet = act<z.infer<typeof shape>, Facts>({
  name: 'add-to-set',
  label: 'Put into a set with another member’s enquiry',
  may: 'enquiries.join',
  from: notClosed,
  to: notClosed,
  by: joiners,
  shape,
  others: async (tx, reference, { other }) => [
    other,
    ...(await referencesInSetOf(tx, reference)),
    ...(await referencesInSetOf(tx, other)),
  ],
  gather: async (tx, enquiry, { other }, at) => {
    const found = await otherNamed(tx, other, at)
    const lead = enquiry.setLeadId ?? found?.enquiry.setLeadId ?? null
    return { found, set: await asTheHouse(tx, at.by.person ?? 'system', () => setLedBy(tx, lead)) }
  },
  decide: (enquiry, it): Result<Decision> => {
    const found = mayActOnOther(it.found, enquiry, { by: joiners })
    if (!found.ok) return found
    const other = found.value
    const refused = noSetOf(enquiry, other) ?? sameMemberTwice([...it.set, enquiry, other])
    if (refused) return refused
    const lead = enquiry.setLeadId ?? other.setLeadId ?? other.id
    const added = [{ type: 'added-to-set', lead } as const]
    return allow({
      events: enquiry.setLeadId === null ? added : [{ type: 'set-widened', by: other.id }],
      ...(other.setLeadId === null && { others: [{ enquiry: other, events: added }] }),
    })
  },
})

/** Why these two cannot be in one set. */
function noSetOf(enquiry: Enquiry, other: Enquiry): Refused | undefined {
  const no = (code: string, words: string) => refuse(code, words, 'other')
  if (enquiry.memberId === other.memberId)
    return no('same-member', `${other.reference} is the same member’s: join them instead`)
  if (joinedTo(other)) return no('joined-itself', `${other.reference} is joined to another enquiry: choose that one`)
  if (other.status === 'closed') return no('not-open', `${other.reference} is closed`)
  if (enquiry.restricted !== other.restricted)
    return no('restricted', 'A restricted enquiry cannot be in a set with one that is not')
  if (enquiry.setLeadId && other.setLeadId) {
    return enquiry.setLeadId === other.setLeadId
      ? no('in-this-set', `${other.reference} is in this set already`)
      : no('in-a-set', 'Both are in sets: take one of them out first')
  }
  return undefined
}

function sameMemberTwice(set: readonly Enquiry[]): Refused | undefined {
  const each = new Map(set.map(it => [it.id, it.memberId]))
  return new Set(each.values()).size < each.size
    ? refuse('same-member', 'An enquiry of the same member is in this set already: join them instead', 'other')
    : undefined
}
