import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, heading, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

/** What the member did, in the subject line and in a sentence that begins with who. */
const done = {
  'member-wrote': { says: 'The member has written', does: 'has written about this enquiry.' },
  resumed: { says: 'The member has replied', does: 'has replied to your question. The days count again.' },
  'wrote-after-answer': {
    says: 'The member has written after the answer',
    does: 'has written after the answer. Please see whether it opens the matter again. Untouched, it reopens after 1 working day.',
  },
  disagreed: {
    says: 'The answer was not enough',
    does: 'says that the answer does not settle it. A new round has begun.',
  },
  withdrawn: {
    says: 'The member has withdrawn this',
    does: 'has withdrawn this enquiry. There is nothing more to do.',
  },
  reopened: { says: 'An enquiry of yours is open again', does: 'has this enquiry open again.' },
} as const

export type MemberWrote = {
  readonly about: About
  readonly to: string
  readonly member: string
  readonly what: keyof typeof done
  /** what they wrote; empty: nothing */
  readonly words: string
  readonly dueOn: Day | null
}

/** To the holder: the member has done something. */
export function memberWrote(council: Council, it: MemberWrote): Composed {
  const open = !it.about.restricted
  const { says, does } = done[it.what]
  return compose({
    council,
    about: it.about,
    says,
    to: it.to,
    blocks: [
      paragraph(`${open ? isolated(it.member) : 'The member'} ${does}`),
      ...(open && it.words.trim() ? [heading('What they wrote'), words(it.words)] : []),
      facts(
        ...aboutFacts(it.about),
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because this enquiry is yours to answer.',
  })
}
