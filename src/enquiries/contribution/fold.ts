import type { Day } from '#kernel/day.ts'
import type { Asked, Enquiry } from '../enquiry.ts'
import type { ContributionEvent } from '../events.ts'

type Contributions = Pick<Enquiry, 'contributions'>

/** What an event does to the parts that were asked for. */
export function contributionsAfter({ contributions }: Contributions, event: ContributionEvent, on: Day): Contributions {
  const { contributionId: id } = event
  const changed = (change: Partial<Asked>): Contributions => ({
    contributions: contributions.map(it => (it.id === id ? { ...it, ...change } : it)),
  })
  switch (event.type) {
    case 'contribution-asked':
      return { contributions: [...contributions, { id, of: event.of, askedOn: on, dueOn: event.dueOn }] }
    case 'contribution-given':
      return changed({ endedOn: on, ended: 'given' })
    case 'contribution-withdrawn':
      return changed({ endedOn: on, ended: 'withdrawn' })
    case 'contribution-reminded':
      return event.because === 'chased' ? { contributions } : changed({ reminded: event.because })
  }
}

/** Whoever was asked for a part need not answer any more. */
export const nothingAsked = ({ contributions }: Contributions, on: Day): Contributions => ({
  contributions: contributions.map(it => (it.endedOn ? it : { ...it, endedOn: on, ended: 'withdrawn' })),
})
