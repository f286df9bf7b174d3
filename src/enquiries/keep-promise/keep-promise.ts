import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Decision } from '../act.ts'
import { statuses } from '../enquiry.ts'
import { givenId } from '../given.ts'
import { openPromise } from './open-promise.ts'

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
    const promise = openPromise(enquiry, it.promise)
    return promise.ok ? allow({ events: [{ type: 'promise-kept', promiseId: promise.value.id }] }) : promise
  },
})
