import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { givenReference, type OtherSeen } from '../together/other.ts'
import { linking, otherEnd } from '../link/linking.ts'

const shape = z.object({ other: givenReference })

/** Two enquiries have nothing to do with each other after all. What is joined is unjoined instead. */
export const unlink = act<z.infer<typeof shape>, { found: OtherSeen }>({
  name: 'unlink',
  label: 'Take a link away',
  ...linking,
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const found = otherEnd(enquiry, it)
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
