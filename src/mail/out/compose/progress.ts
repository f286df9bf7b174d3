import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Progress = {
  readonly about: About
  readonly to: string
  readonly by: string
  readonly mailbox: string
  /** how it stands, as the officer wrote it */
  readonly words: string
  readonly nextUpdateOn: Day
  readonly dueOn: Day | null
}

/** How it stands and when they hear again. It is no answer and does not stop the clock (domain, section 3, rule 4). */
export function progress(council: Council, it: Progress): Composed {
  return compose({
    council,
    about: it.about,
    says: 'How your enquiry stands',
    to: it.to,
    blocks: [
      paragraph(`${isolated(it.by)} in ${it.mailbox} writes:`),
      words(it.words),
      facts(
        ...aboutFacts(it.about),
        { name: 'You will hear from us by', value: inWordsWithWeekday(it.nextUpdateOn) },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
      paragraph('To add something, just reply to this email.'),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}
