import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph, prose } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type PromiseMoved = {
  readonly about: About
  readonly to: string
  readonly by: string
  readonly mailbox: string
  /** what was promised */
  readonly promise: string
  readonly before: Day
  readonly dueOn: Day
  /** why it cannot be kept, as the officer wrote it */
  readonly reason: string
}

/** A promise is broken openly: the member hears it from the council, with the new date, before they have to ask. */
export const promiseMoved = (council: Council, it: PromiseMoved): Composed =>
  compose({
    council,
    about: it.about,
    says: 'A promise we cannot keep in time',
    to: it.to,
    blocks: [
      paragraph(
        `We promised you something by ${inWordsWithWeekday(it.before)}. It will now happen by ${inWordsWithWeekday(it.dueOn)}.`,
      ),
      prose(it.reason),
      paragraph(`${isolated(it.by)}, ${it.mailbox}`),
      facts(
        ...aboutFacts(it.about),
        it.about.restricted !== true && { name: 'What we promised', value: it.promise },
        { name: 'Promised for', value: inWordsWithWeekday(it.before) },
        { name: 'New date', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
    ],
    because: 'You get this email because we made you a promise in an answer to your enquiry.',
  })
