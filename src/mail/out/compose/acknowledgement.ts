import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Acknowledgement = {
  readonly about: About
  readonly to: string
  /** the person who deals with it now */
  readonly handler: string
  readonly mailbox: string
  /** what they do next, a sentence of theirs */
  readonly nextStep?: string
  readonly nextUpdateOn: Day
  /** null while a question to the member holds the clock back */
  readonly dueOn: Day | null
}

/** A person has it now: who, what they do next, when they will be in touch (domain, section 3, rule 9). */
export function acknowledgement(council: Council, it: Acknowledgement): Composed {
  const handler = isolated(it.handler)
  return compose({
    council,
    about: it.about,
    says: `${handler} is dealing with your enquiry`,
    to: it.to,
    blocks: [
      paragraph(`${handler} in ${it.mailbox} has read your enquiry and is dealing with it.`),
      ...(it.nextStep ? [paragraph(`What happens next: ${it.nextStep}`)] : []),
      facts(
        ...aboutFacts(it.about),
        { name: 'Dealing with it', value: it.handler },
        { name: 'You will hear from us by', value: inWordsWithWeekday(it.nextUpdateOn) },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
      paragraph(`To reach ${handler}, just reply to this email.`),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}
