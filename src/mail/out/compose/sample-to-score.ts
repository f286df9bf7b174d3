import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type SampleToScore = {
  readonly to: string
  readonly mailbox: string
  /** `May 2026` */
  readonly month: string
  /** how many this reader still has to score */
  readonly left: number
  readonly drawn: number
  /** the day by which they should be scored */
  readonly by: Day
  /** 1 when it was just drawn, more for each reminder */
  readonly time: number
  readonly url: string
}

/** Answers of a month were drawn and wait for their scores. It names no enquiry: the page shows each to who may see it. */
export const sampleToScore = (council: Council, it: SampleToScore): Composed =>
  compose({
    council,
    says: `${it.time === 1 ? 'Answers to score' : 'Answers still to score'}: ${it.mailbox}, ${it.month}`,
    to: it.to,
    blocks: [
      paragraph(
        it.time === 1
          ? `${counted(it.drawn, 'answer')} of ${it.month} ${it.drawn === 1 ? 'was' : 'were'} drawn at random. Please score each against the standard: it takes a few minutes for each.`
          : `${counted(it.left, 'answer')} of ${it.month} still ${it.left === 1 ? 'waits' : 'wait'} for your score. Until they are scored, nobody can say how good the answers were.`,
      ),
      facts(
        { name: 'Mailbox', value: it.mailbox },
        { name: 'For you to score', value: String(it.left) },
        { name: 'Please score by', value: inWordsWithWeekday(it.by) },
      ),
      action('Score the answers', it.url),
    ],
    because: `You get this email because you run the mailbox ${it.mailbox}, or are its deputy.`,
  })
