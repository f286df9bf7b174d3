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

export type NotAccepted = {
  readonly about: About
  readonly to: string
  readonly holder: string
  /** the reader is who was given it */
  readonly isHolder: boolean
  readonly givenOn: Day
  readonly mailbox: string
  readonly dueOn: Day | null
}

/** Work was given and nobody said whether they take it on (domain, sections 2 and 4). */
export const notAccepted = (council: Council, it: NotAccepted): Composed =>
  compose({
    council,
    about: it.about,
    says: 'Nobody has accepted this enquiry yet',
    to: it.to,
    blocks: [
      paragraph(
        `${it.isHolder ? 'You were' : `${isolated(it.holder)} was`} given this enquiry on ${inWordsWithWeekday(it.givenOn)} and ${it.isHolder ? 'have' : 'has'} neither accepted nor declined it. The member does not know yet who deals with it.`,
      ),
      facts(...aboutFacts(it.about), { name: 'Mailbox', value: it.mailbox }, dueFact(it.dueOn)),
      action(it.isHolder ? 'Accept or decline it' : 'Give it to somebody who is there', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you answer for ${it.mailbox} or for member services.`,
  })

const dueFact = (on: Day | null) => on !== null && { name: 'Answer due by', value: inWordsWithWeekday(on) }
