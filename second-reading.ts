import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

export type AnswerToRead = {
  readonly about: About
  readonly to: string
  /** who wrote it */
  readonly by: string
  readonly mailbox: string
  readonly dueOn: Day | null
}

/** An answer waits for a second person. Its clock runs until they send it. */
export const answerToRead = (council: Council, it: AnswerToRead): Composed =>
  compose({
    council,
    about: it.about,
    says: 'An answer to read before it goes',
    to: it.to,
    blocks: [
      paragraph(
        `${isolated(it.by)} has written an answer that a second person reads before it goes. The clock runs until it is sent.`,
      ),
      facts(...aboutFacts(it.about), due(it.dueOn)),
      action('Read it and send it, or return it', `${it.about.trackingUrl}/send-reviewed`),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you run ${it.mailbox}.`,
  })

export type AnswerReturned = AnswerToRead & {
  /** what should be changed */
  readonly said: string
}

/** The second person has sent the answer back to whoever wrote it. */
export const answerReturned = (council: Council, it: AnswerReturned): Composed =>
  compose({
    council,
    about: it.about,
    says: 'Your answer came back with a note',
    to: it.to,
    blocks: [
      paragraph(`${isolated(it.by)} has read your answer and returned it. It is kept as you wrote it.`),
      ...(it.about.restricted ? [] : [words(it.said)]),
      facts(...aboutFacts(it.about), due(it.dueOn)),
      action('Change it and submit it again', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because you wrote the answer.',
  })

const due = (on: Day | null) => on !== null && { name: 'Answer due by', value: inWordsWithWeekday(on) }
