import { z } from 'zod'
import { parseReference } from '#kernel/reference.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Act, Circumstances, Part } from '../act.ts'
import { enquiryByReference, partsOf } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'

/** The number of another enquiry, as people type it. */
export const givenReference = z
  .string({ error: 'Enter the number of the other enquiry' })
  .transform((text, context) => {
    const reference = parseReference(text)
    if (reference) return reference
    context.addIssue({ code: 'custom', message: 'Enter the number of the other enquiry, like ME-2026-000123' })
    return z.NEVER
  })

/** Another enquiry as the doer sees it, with their parts in it; undefined when it is not there or not theirs to see. */
export type OtherSeen = { readonly enquiry: Enquiry; readonly parts: readonly Part[] } | undefined

export async function otherNamed(tx: Tx, reference: string, { by }: Circumstances): Promise<OtherSeen> {
  const [enquiry, parts] = await Promise.all([
    enquiryByReference(tx, reference),
    partsOf(tx, reference, by.person ?? 'system'),
  ])
  return enquiry && { enquiry, parts }
}

/** An act on two enquiries needs a part in both; the reason when the other one will not do. */
export function mayActOnOther(other: OtherSeen, enquiry: Enquiry, { by }: Pick<Act, 'by'>): Result<Enquiry> {
  if (!other) return refuse('no-such-enquiry', 'There is no such enquiry', 'other')
  if (other.enquiry.id === enquiry.id) return refuse('same-enquiry', 'Enter the number of another enquiry', 'other')
  if (!by.some(part => other.parts.includes(part)))
    return refuse('not-allowed-there', 'Your part in the other enquiry does not allow this', 'other')
  return allow(other.enquiry)
}
