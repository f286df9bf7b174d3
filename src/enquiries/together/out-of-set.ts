import type { Changing, Decision } from '../act.ts'
import type { Enquiry } from '../enquiry.ts'

/**
 * What happens when an enquiry leaves its set: the earliest of the others leads when the lead goes, and one alone is no
 * set. `set` is everything in it, the earliest first. Undefined where the enquiry is in no set.
 */
export function outOfSet(
  { id, setLeadId: lead }: Enquiry,
  set: readonly Enquiry[],
): Required<Pick<Decision, 'events' | 'others'>> | undefined {
  if (lead === null) return undefined
  const staying = set.filter(it => it.id !== id)
  return {
    events: [{ type: 'left-set', lead }],
    others: staying.length === 1 || lead === id ? staying.map(it => afterwards(it, staying, lead)) : [],
  }
}

const afterwards = (enquiry: Enquiry, staying: readonly Enquiry[], lead: string): Changing => ({
  enquiry,
  events: [
    staying.length === 1
      ? { type: 'left-set', lead }
      : { type: 'set-lead-changed', lead: staying[0]!.id, before: lead },
  ],
})
