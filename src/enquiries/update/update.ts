import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { givenDay, words } from '../given.ts'
import { noNextUpdate } from '../next-update.ts'

const shape = z.object({
  text: words('Enter what the member should know'),
  nextUpdateOn: givenDay('Enter the date of your next update'),
})

/** A holding reply: the member hears how it stands and when they will hear again. It never stops the clock. */
export const update = act({
  name: 'update',
  label: 'Tell the member how it stands',
  may: 'enquiries.update',
  from: ['in-progress', 'with-partner', 'in-review'],
  to: ['in-progress', 'with-partner', 'in-review'],
  by: ['holder', 'owner'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const refused = noNextUpdate(it.nextUpdateOn, enquiry, it)
    if (refused) return refused
    return allow({
      events: [{ type: 'updated-member', messageId: it.messageId, nextUpdateOn: it.nextUpdateOn }],
      words: { kind: 'update', words: it.text },
    })
  },
})
