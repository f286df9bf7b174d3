import type { Tx } from '#platform/db/database.ts'
import type { Circumstances, Part } from '../act.ts'
import { statuses, type Enquiry } from '../enquiry.ts'
import { mayActOnOther, otherNamed, type OtherSeen } from '../together/other.ts'

const by: readonly Part[] = ['member-services', 'owner', 'holder', 'responder']

type Other = { readonly other: string }

/** What making a link and taking it away have in common: who may, whenever, and that the other end changes with it. */
export const linking = {
  may: 'enquiries.link',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by,
  others: (_tx: Tx, _reference: string, { other }: Other) => [other],
  gather: async (tx: Tx, _enquiry: Enquiry, { other }: Other, at: Circumstances) => ({
    found: await otherNamed(tx, other, at),
  }),
} as const

/** The other end, or why nothing may be done to it. */
export const otherEnd = (enquiry: Enquiry, { found }: { readonly found: OtherSeen }) =>
  mayActOnOther(found, enquiry, { by })
