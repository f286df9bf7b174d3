import type { Draft } from '#enquiries/door.ts'
import { counted } from '#kernel/text.ts'
import type { Check, Point } from '../standard.ts'

/** A point of the standard and how far a draft has come: `open` where only a reader can say. */
export type Checked = { readonly words: string; readonly so: 'yes' | 'not-yet' | 'open'; readonly note?: string }

/** A machine sees the fields and a few plain signs, not whether the reason is a good one. */
export const pointsOf = (draft: Draft, points: readonly Point[]): Checked[] =>
  points.map(({ check, words }) => ({ words, ...(check ? found[check](draft) : { so: 'open' as const }) }))

const found: Record<Check, (draft: Draft) => Omit<Checked, 'words'>> = {
  answers: ({ text, questions }) => {
    if (questions.length === 0) return { so: text ? 'yes' : 'not-yet' }
    const answered = questions.filter(it => it.answered).length
    return {
      so: answered === questions.length ? 'yes' : 'not-yet',
      note: `${answered} of ${counted(questions.length, 'question')}`,
    }
  },
  reason: ({ all }) => (givesReason.test(all) ? { so: 'yes' } : { so: 'open' }),
  'next-step': nextStep,
  contact: ({ contact }) => ({ so: contact ? 'yes' : 'not-yet' }),
  sharing: ({ saysSharing }) => ({ so: saysSharing ? 'yes' : 'not-yet' }),
}

/** How people begin a reason. Without one of them there may still be a reason, so it is never called missing. */
const givesReason =
  /\b(because|since|as a result|due to|owing to|so that|that is why|this is why|the reasons? (?:is|was|are|for)|in order to|this means|which means)\b/i

/** Words that announce something: with a promise it would have a date, and somebody who does it. */
const announces = /\b(?:we|i|they|the (?:team|crew|council|contractor|officer)) (?:will|shall|are going to)\b/i

function nextStep({ all, promises }: Draft): Omit<Checked, 'words'> {
  if (promises.length === 0)
    return announces.test(all) ? { so: 'not-yet', note: 'you write “will”: add it below with a date' } : { so: 'open' }
  const lacking = (part: 'who' | 'dueOn') => promises.some(it => !it[part])
  if (lacking('dueOn')) return { so: 'not-yet', note: 'by when?' }
  return lacking('who')
    ? { so: 'not-yet', note: 'who does it?' }
    : { so: 'yes', note: counted(promises.length, 'promise') }
}
