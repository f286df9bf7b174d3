import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision, type Part } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { givenReference, mayActOnOther, otherNamed, type OtherSeen } from '../together/other.ts'

const shape = z.object({ other: givenReference })

const by: readonly Part[] = ['member-services', 'owner', 'holder', 'responder']

/** Two enquiries have nothing to do with each other after all. What is joined is unjoined instead. */
export const unlink = act<z.infer<typeof shape>, { found: OtherSeen }>({
  name: 'unlink',
  label: 'Take a link away',
  may: 'enquiries.link',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by,
  shape,
  others: (_tx, _reference, { other }) => [other],
  gather: async (tx, _enquiry, { other }, at) => ({ found: await otherNamed(tx, other, at) }),
  decide: (enquiry, it): Result<Decision> => {
    const found = mayActOnOther(it.found, enquiry, { by })
    if (!found.ok) return found
    const other = found.value
    const here = enquiry.links.find(known => known.to === other.id)
    const there = other.links.find(known => known.to === enquiry.id)
    if (!here || !there) return refuse('not-linked', `It is not linked to ${other.reference}`, 'other')
    if (here.as === 'joined-to' || here.as === 'took-in')
      return refuse('joined', 'These enquiries are joined: unjoin them instead', 'other')
    return allow({
      events: [{ type: 'unlinked', to: other.id, as: here.as }],
      others: [{ enquiry: other, events: [{ type: 'unlinked', to: enquiry.id, as: there.as }] }],
    })
  },
})
