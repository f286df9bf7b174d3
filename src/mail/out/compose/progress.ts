import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, paragraph, prose } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Progress = {
  readonly about: About
  readonly to: string
  readonly by: string
  readonly mailbox: string
  /** how far it is, as the officer wrote it */
  readonly words: string
  readonly nextUpdateOn: Day
  readonly dueOn: Day | null
}

/** How far it is. Not an answer: the clock goes on, and the mail names both dates. */
export function progress(council: Council, it: Progress): Composed {
  const by = isolated(it.by)
  return compose({
    council,
    about: it.about,
    says: 'News of your enquiry',
    to: it.to,
    blocks: [
      prose(it.words),
      paragraph(`${by}, ${it.mailbox}`),
      facts(
        ...aboutFacts(it.about),
        { name: 'You will hear from us again by', value: inWordsWithWeekday(it.nextUpdateOn) },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
      paragraph(`To reach ${by}, just reply to this email.`),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}

export type DateChanged = {
  readonly about: About
  readonly to: string
  readonly mailbox: string
  readonly dueOn: Day
  /** the date before; undefined: not said */
  readonly before?: Day
  /** why, a sentence */
  readonly reason?: string
}

/** The answer is due on another day. The page shows how the date was worked out, day by day (domain, section 3). */
export function dateChanged(council: Council, it: DateChanged): Composed {
  const before = it.before ? ` instead of ${inWordsWithWeekday(it.before)}` : ''
  return compose({
    council,
    about: it.about,
    says: 'A new date for our answer',
    to: it.to,
    blocks: [
      paragraph(`${it.mailbox} will now answer you by ${inWordsWithWeekday(it.dueOn)}${before}.`),
      ...(it.reason?.trim() ? [prose(it.reason)] : []),
      facts(...aboutFacts(it.about), { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) }),
      paragraph('The page of your enquiry shows, day by day, how this date was worked out.'),
      action('See where it is', it.about.trackingUrl),
    ],
    because: 'You get this email because you sent us an enquiry. It was sent automatically.',
  })
}
