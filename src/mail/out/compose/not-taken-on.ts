import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

export type Declined = {
  readonly about: About
  readonly to: string
  /** who gave it back */
  readonly by: string
  /** the reason, where it belongs, and a word for whoever gets it next */
  readonly said: string
  readonly mailbox: string
  readonly dueOn: Day | null
}

/** Given work came back: whoever runs the mailbox places it anew. */
export const declined = (council: Council, it: Declined): Composed =>
  compose({
    council,
    about: it.about,
    says: 'An enquiry was declined',
    to: it.to,
    blocks: [
      paragraph(`${isolated(it.by)} has declined this enquiry. It is in ${it.mailbox} again, and nobody works on it.`),
      ...(it.about.restricted ? [] : [words(it.said)]),
      facts(...aboutFacts(it.about), dueFact(it.dueOn)),
      action('Move it or give it to somebody', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you run ${it.mailbox}.`,
  })

const dueFact = (on: Day | null) => on !== null && { name: 'Answer due by', value: inWordsWithWeekday(on) }
