import { inWords, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type CoverOffered = {
  readonly to: string
  /** who is away */
  readonly away: string
  readonly fromOn: Day
  readonly untilOn: Day | null
  /** how much open work they hold, as far as the reader may see it */
  readonly open: number
  /** the page on which it is handed over */
  readonly url: string
}

/** On the first day of an absence: the open work of whoever is away is offered to who stands in and who runs the mailbox. */
export function coverOffered(council: Council, it: CoverOffered): Composed {
  return compose({
    council,
    says: `${it.away} is away: ${counted(it.open, 'open enquiry', 'open enquiries')}`,
    to: it.to,
    blocks: [
      paragraph(
        `${it.away} is away and holds ${counted(it.open, 'open enquiry', 'open enquiries')}. Their due dates stay as they are.`,
      ),
      facts(
        { name: 'Away from', value: inWords(it.fromOn) },
        { name: 'Until', value: it.untilOn ? inWords(it.untilOn) : 'further notice' },
      ),
      paragraph(
        'Look at them, choose which cannot wait, and give them to somebody. You see what changes before it does.',
      ),
      action('Look at their work', it.url),
    ],
    because: 'You get this email because you stand in for them or run their mailbox. It was sent automatically.',
  })
}
