import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'

export type DateChanged = { readonly about: About; readonly to: string; readonly mailbox: string; readonly dueOn: Day }

/** A bank holiday or a closure day was added or taken away while the clock was running (domain, section 3, rule 3). */
export function dateChanged(council: Council, it: DateChanged): Composed {
  return compose({
    council,
    about: it.about,
    says: 'The answer date of your enquiry has changed',
    to: it.to,
    blocks: [
      paragraph('The calendar of working days has changed, so we worked out the answer date again.'),
      facts(
        ...aboutFacts(it.about),
        { name: 'Who will answer', value: it.mailbox },
        { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See how this date was worked out', `${it.about.trackingUrl.replace(/\/track$/, '')}/clock`),
    ],
    because: 'You get this email because you sent us an enquiry. It was sent automatically.',
  })
}
