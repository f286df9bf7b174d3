import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'

export type NewWork = {
  readonly about: About
  readonly to: string
  readonly member: string
  readonly mailbox: string
  readonly receivedOn: Day
  readonly dueOn: Day | null
  /** it was somewhere else before */
  readonly moved: boolean
}

/** To whoever runs a mailbox: something came that nobody has taken yet. */
export const newWork = (council: Council, it: NewWork): Composed =>
  compose({
    council,
    about: it.about,
    says: it.moved ? 'An enquiry was moved to you' : 'A new enquiry for you',
    to: it.to,
    blocks: [
      paragraph(
        `${it.mailbox} has ${it.moved ? 'an enquiry that was somewhere else before' : 'a new enquiry'}. Nobody has taken it yet.`,
      ),
      facts(
        ...aboutFacts(it.about),
        !it.about.restricted && { name: 'From', value: it.member },
        { name: 'Received', value: inWordsWithWeekday(it.receivedOn) },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Take it or give it to somebody', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you are responsible for ${it.mailbox}.`,
  })
