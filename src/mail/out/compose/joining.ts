import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'

export type Joining = {
  readonly about: About
  readonly to: string
  readonly other: Reference
  /** null while a question to the member holds the clock back */
  readonly dueOn: Day | null
}

const due = (on: Day | null) => on !== null && { name: 'Answer due by', value: inWordsWithWeekday(on) }

/** To the member: two enquiries about one matter are answered once. */
export function joined(council: Council, it: Joining): Composed {
  return compose({
    council,
    about: it.about,
    says: `Your enquiry goes on as ${it.other}`,
    to: it.to,
    blocks: [
      paragraph(
        `You asked about the same matter twice, so we have joined this enquiry to ${it.other}. It counts from the day the first of them reached us, and the stricter of the two dates holds. You get one answer to both.`,
      ),
      facts(...aboutFacts(it.about), { name: 'Joined to', value: it.other }, due(it.dueOn)),
      action('See where it is', it.about.trackingUrl),
      paragraph('If they are two different matters, reply to this email and we will separate them again.'),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}

/** To the member: what was joined is answered by itself again. */
export function separated(council: Council, it: Joining): Composed {
  return compose({
    council,
    about: it.about,
    says: 'Your enquiry is dealt with on its own again',
    to: it.to,
    blocks: [
      paragraph(`We have separated this enquiry from ${it.other}: each gets an answer of its own.`),
      facts(...aboutFacts(it.about), due(it.dueOn)),
      action('See where it is', it.about.trackingUrl),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}

/** To the holder of the lead: there is more to answer, perhaps sooner. */
export function tookIn(council: Council, it: Joining): Composed {
  return compose({
    council,
    about: it.about,
    says: 'Another enquiry was joined to yours',
    to: it.to,
    blocks: [
      paragraph(
        `${it.other} is about the same matter and was joined to this enquiry. Please see that your answer covers both.`,
      ),
      facts(...aboutFacts(it.about), { name: 'Joined to it', value: it.other }, due(it.dueOn)),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because this enquiry is yours to answer.',
  })
}
