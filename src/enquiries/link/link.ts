import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import type { Relation } from '../enquiry.ts'
import { givenReference, type OtherSeen } from '../together/other.ts'
import { linking, otherEnd } from './linking.ts'

const choices = ['follows', 'related'] as const

const shape = z.object({
  other: givenReference,
  as: z.enum(choices, 'Select how they belong together'),
})

/** How the other one is told of it. */
const fromThere: Record<(typeof choices)[number], Relation> = { follows: 'followed-by', related: 'related' }

/**
 * Two enquiries that have to do with each other are shown on both pages, to whoever may see the other. Nothing else
 * changes: each keeps its work, its clock and its answer.
 */
export const link = act<z.infer<typeof shape>, { found: OtherSeen }>({
  name: 'link',
  label: 'Link to another enquiry',
  ...linking,
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const found = otherEnd(enquiry, it)
    if (!found.ok) return found
    const other = found.value
    if (enquiry.links.some(known => known.to === other.id))
      return refuse('linked-already', `It is linked to ${other.reference} already`, 'other')
    return allow({
      events: [{ type: 'linked', to: other.id, as: it.as }],
      others: [{ enquiry: other, events: [{ type: 'linked', to: enquiry.id, as: fromThere[it.as] }] }],
    })
  },
})
