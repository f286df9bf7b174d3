import type { Day } from '#kernel/day.ts'
import type { Enquiry, Promised } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'

type PromiseEvent = Extract<EnquiryEvent, { promiseId: string }>

/** The promises of an enquiry after something happened to one of them. */
export const promisesAfter = ({ promises }: Enquiry, event: PromiseEvent, on: Day): Partial<Enquiry> => ({
  promises: promises.map(it => (it.id === event.promiseId ? changed(it, event, on) : it)),
})

function changed(promise: Promised, event: PromiseEvent, on: Day): Promised {
  switch (event.type) {
    case 'promise-kept':
      return { ...promise, keptOn: on }
    case 'promise-reminded':
      return { ...promise, reminded: event.because }
    case 'promise-lapsed':
      return { ...promise, brokenOn: on }
    case 'promise-broken': {
      // the new date is followed from the beginning; the first one stays what it is judged by
      const { reminded: _reminded, brokenOn: _brokenOn, ...it } = promise
      return { ...it, dueOn: event.dueOn, firstDueOn: it.firstDueOn ?? it.dueOn }
    }
  }
}
