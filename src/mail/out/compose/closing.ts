import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, heading, paragraph, points, prose, words, type Block } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Closing = {
  readonly about: About
  readonly to: string
  /** the heading; usually that it is closed */
  readonly says?: string
  /** the outcome in plain words, perhaps with what was written at closing: "You told us that our answer settles it." */
  readonly outcome: string
  readonly closedOn: Day
  readonly reopenUntil: Day
  /** a page with a button */
  readonly reopenUrl: string
  /** what is still promised: promises outlive the closing */
  readonly promises: readonly { readonly what: string; readonly dueOn: Day }[]
}

/** It is closed: why, what is still to come, and how to open it again. */
export function closing(council: Council, it: Closing): Composed {
  return compose({
    council,
    about: it.about,
    says: it.says ?? 'Your enquiry is closed',
    to: it.to,
    blocks: [
      prose(it.outcome),
      facts(...aboutFacts(it.about), { name: 'Closed', value: inWordsWithWeekday(it.closedOn) }),
      ...stillPromised(it),
      paragraph(
        `If that is not right, reply to this email by ${inWordsWithWeekday(it.reopenUntil)} and we will open it again. ` +
          'After that, a reply starts a new enquiry that is linked to this one.',
      ),
      action('Open it again', it.reopenUrl),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}

function stillPromised({ promises }: Closing): Block[] {
  if (promises.length === 0) return []
  return [
    heading('What we still owe you'),
    points(...promises.map(it => ({ lead: it.what, body: `By ${inWordsWithWeekday(it.dueOn)}` }))),
  ]
}

export type Reopened = {
  readonly about: About
  readonly to: string
  /** why, as it was given; empty: not said */
  readonly reason: string
  readonly round: number
  readonly mailbox: string
  readonly handler?: string
  readonly dueOn: Day
}

/** It is open again: who has it and the new date. */
export function reopened(council: Council, it: Reopened): Composed {
  const who = it.handler ? `${isolated(it.handler)} in ${it.mailbox}` : it.mailbox
  return compose({
    council,
    about: it.about,
    says: 'Your enquiry is open again',
    to: it.to,
    blocks: [
      paragraph(`We are sorry that it is not settled yet. ${who} will answer by ${inWordsWithWeekday(it.dueOn)}.`),
      ...(it.reason.trim() ? [paragraph('This is what we were told:'), words(it.reason)] : []),
      facts(
        ...aboutFacts(it.about),
        { name: 'Round', value: String(it.round) },
        { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
      paragraph('To add something, just reply to this email.'),
    ],
    because: 'You get this email because you sent us an enquiry.',
  })
}
