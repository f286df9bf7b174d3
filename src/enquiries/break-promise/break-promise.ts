import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { givenDay, givenId, words } from '../given.ts'
import { openPromise } from '../keep-promise/open-promise.ts'

const shape = z.object({
  promise: givenId('Select which promise cannot be kept'),
  newDueOn: givenDay('Enter by when it will happen'),
  text: words('Enter why it cannot be kept: the member reads it'),
})

/**
 * A promise that cannot be kept is broken openly: the member hears the reason and the new date before they have to ask.
 * The first date stays what it is judged by (domain, section 1).
 */
export const breakPromise = act({
  name: 'break-promise',
  label: 'This cannot be kept in time',
  may: 'enquiries.keep-promise',
  from: statuses,
  to: statuses,
  by: ['holder', 'owner', 'responder'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const found = openPromise(enquiry, it.promise)
    if (!found.ok) return found
    const promise = found.value
    if (it.newDueOn < it.today) return refuse('past', 'The new date must not lie in the past', 'newDueOn')
    if (it.newDueOn <= promise.dueOn)
      return refuse('not-later', 'Enter a date after the one that was promised', 'newDueOn')
    const { messageId, newDueOn: dueOn } = it
    return allow({
      events: [{ type: 'promise-broken', promiseId: promise.id, before: promise.dueOn, dueOn, messageId }],
      words: { kind: 'broken-promise', words: it.text },
    })
  },
})
