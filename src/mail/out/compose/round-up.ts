import { action, note, paragraph, points, type Point } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type RoundUp = {
  readonly to: string
  /** the subject line and the heading */
  readonly says: string
  readonly intro: string
  /** `href`: a page of ours */
  readonly points: readonly Point[]
  readonly link: { readonly words: string; readonly url: string }
  /** where the choice is changed; undefined where it comes whatever they chose */
  readonly choiceUrl?: string
  readonly because: string
}

/** What is to be looked at, gathered for its reader: a morning's list, a week, a month, or what they agreed to do. */
export const roundUp = (council: Council, it: RoundUp): Composed =>
  compose({
    council,
    says: it.says,
    to: it.to,
    blocks: [
      paragraph(it.intro),
      ...(it.points.length > 0 ? [points(...it.points)] : []),
      action(it.link.words, it.link.url),
      ...(it.choiceUrl ? [note({ words: 'Choose what we email you', href: it.choiceUrl })] : []),
    ],
    because: it.because,
  })
