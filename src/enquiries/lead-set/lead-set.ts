import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { addToSet } from '../add-to-set/add-to-set.ts'
import { asTheHouse } from '../doer.ts'
import { referencesInSetOf, setLedBy } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'

const shape = z.object({})

/** The work for a set is done at this enquiry from now on. Clocks and answers stay each enquiry’s own. */
export const leadSet = act<z.infer<typeof shape>, { set: readonly Enquiry[] }>({
  name: 'lead-set',
  label: 'Let this one lead its set',
  may: addToSet.may,
  from: addToSet.from,
  to: addToSet.to,
  by: addToSet.by,
  shape,
  others: (tx, reference) => referencesInSetOf(tx, reference),
  gather: async (tx, { setLeadId }, _given, at) => ({
    set: await asTheHouse(tx, at.by.person ?? 'system', () => setLedBy(tx, setLeadId)),
  }),
  decide: ({ id, setLeadId }, { set }): Result<Decision> => {
    if (setLeadId === null) return refuse('not-in-a-set', 'This enquiry is in no set')
    if (setLeadId === id) return refuse('leads-already', 'This enquiry leads its set already')
    const events = [{ type: 'set-lead-changed', lead: id, before: setLeadId } as const]
    return allow({ events, others: set.filter(it => it.id !== id).map(enquiry => ({ enquiry, events })) })
  },
})
