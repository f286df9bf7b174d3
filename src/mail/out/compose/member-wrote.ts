import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, heading, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type MemberWrote = {
  readonly about: About
  readonly to: string
  readonly member: string
  readonly what: 'member-wrote' | 'resumed' | 'wrote-after-answer' | 'disagreed' | 'withdrawn' | 'reopened'
  readonly words: string
  readonly dueOn: Day | null
}

const says: Record<MemberWrote['what'], string> = {
  'member-wrote': 'The member has written to you',
  resumed: 'The member has replied to your question',
  'wrote-after-answer': 'The member wrote after your answer',
  disagreed: 'Your answer did not settle it',
  withdrawn: 'The member has withdrawn the enquiry',
  reopened: 'The enquiry is open again',
}

const meaning: Record<MemberWrote['what'], string> = {
  'member-wrote': 'has added something to the enquiry you hold.',
  resumed: 'has replied to your question, so the clock is running again.',
  'wrote-after-answer': 'wrote after the answer was sent. Please look whether something more is needed.',
  disagreed: 'says that the answer does not settle it. A second round has begun, with a date of its own.',
  withdrawn: 'no longer needs an answer. You have nothing more to do.',
  reopened: 'has come back to it. It is yours again.',
}

/** For whoever holds the enquiry: the member said something. A restricted enquiry is named by its number alone. */
export function memberWrote(council: Council, it: MemberWrote): Composed {
  const open = !it.about.restricted
  return compose({
    council,
    about: it.about,
    says: says[it.what],
    to: it.to,
    blocks: [
      paragraph(`${open ? isolated(it.member) : 'The member'} ${meaning[it.what]}`),
      ...(open && it.words.trim() ? [heading('What they wrote'), words(it.words)] : []),
      facts(
        ...aboutFacts(it.about),
        it.dueOn !== null && it.what !== 'withdrawn' && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Open the enquiry', it.about.trackingUrl),
    ],
    because: 'You get this email because you hold this enquiry.',
  })
}
