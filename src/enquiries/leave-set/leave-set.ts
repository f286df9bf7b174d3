import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { asTheHouse } from '../doer.ts'
import { referencesInSetOf, setLedBy } from '../enquiry.sql.ts'
import { statuses, type Enquiry } from '../enquiry.ts'
import { optionalWords } from '../given.ts'
import { joiners } from '../join/join.ts'
import { outOfSet } from '../together/out-of-set.ts'

const shape = z.object({ why: optionalWords })

/** It is another matter after all. The rest stay a set while there are two of them, led by the earliest if need be. */
export const leaveSet = act<z.infer<typeof shape>, { set: readonly Enquiry[] }>({
  name: 'leave-set',
  label: 'Take out of its set',
  may: 'enquiries.join',
  from: statuses,
  to: statuses,
  by: joiners,
  shape,
  others: (tx, reference) => referencesInSetOf(tx, reference),
  gather: async (tx, { setLeadId }, _given, at) => ({
    set: await asTheHouse(tx, at.by.person ?? 'system', () => setLedBy(tx, setLeadId)),
  }),
  decide: (enquiry, { set, why, messageId }): Result<Decision> => {
    const left = outOfSet(enquiry, set)
    if (!left) return refuse('not-in-a-set', 'This enquiry is in no set')
    return allow({
      events: left.events.map(event => ({ ...event, ...(why && { messageId }) })),
      others: left.others,
      ...(why && { words: { kind: 'note', words: `Taken out of its set: ${why}`, internal: true } as const }),
    })
  },
})
