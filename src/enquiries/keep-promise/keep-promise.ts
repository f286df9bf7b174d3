import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { givenId } from '../given.ts'

const shape = z.object({ promise: givenId('Select which promise was kept') })

/** What an answer said would happen has happened. */
export const keepPromise = act({
  name: 'keep-promise',
  label: 'Promise kept',
  may: 'enquiries.keep-promise',
  from: statuses,
  to: statuses,
  whileJoined: true,
  by: ['holder', 'owner', 'responder'],
  shape,
  decide: (enquiry, it): Result<Decision> => {
    const promise = enquiry.promises.find(({ id }) => id === it.promise)
    if (!promise) return refuse('no-promise', 'This enquiry has no such promise', 'promise')
    if (promise.keptOn) return refuse('kept-already', 'This promise was marked as kept already', 'promise')
    return allow({ events: [{ type: 'promise-kept', promiseId: promise.id }] })
  },
})
