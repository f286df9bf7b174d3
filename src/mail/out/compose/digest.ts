import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { note, paragraph, points } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type DigestEntry = { readonly says: string; readonly url: string }

export type Digest = {
  readonly to: string
  readonly on: Day
  readonly entries: readonly DigestEntry[]
  /** whether its reader chose to hear of any of it so; else it was too much for a letter each */
  readonly chosen: boolean
  /** where the choice is changed */
  readonly choiceUrl: string
}

/** What happened since the last one, a line each with its page. */
export function digest(council: Council, { to, on, entries, chosen, choiceUrl }: Digest): Composed {
  return compose({
    council,
    says: `${counted(entries.length, 'piece of news', 'pieces of news')}, ${inWordsWithWeekday(on)}`,
    to,
    blocks: [
      paragraph('This is what happened since we last wrote.'),
      points(...entries.map(it => ({ lead: it.says, href: it.url }))),
      note(chosen ? 'You chose to hear of this in one email. ' : 'It was too much for a letter each. ', {
        words: 'Change what we email you',
        href: choiceUrl,
      }),
    ],
    because: chosen
      ? 'You get this email because of what you chose in your profile. It was sent automatically.'
      : 'You get this email because you sent us these enquiries. It was sent automatically.',
  })
}
