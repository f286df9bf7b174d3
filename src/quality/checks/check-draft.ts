import { fieldsLeftIn, strayDataIn, type OurOwn } from '#mailboxes/door.ts'
import type { Draft } from '#enquiries/door.ts'
import type { Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import type { Standard } from '../standard.ts'
import { jargonIn } from './jargon.ts'
import { pointsOf, type Checked } from './points.ts'
import { readingOf } from './readability.ts'

/** One thing that would make an answer better; never a bar. `good` says that nothing is wrong. */
export type Advice = { readonly kind: 'good' | 'reading' | 'words' | 'personal' | 'field'; readonly words: string }

export type CheckedDraft = { readonly points: readonly Checked[]; readonly advice: readonly Advice[] }

export type Circumstances = { readonly standard: Standard; readonly today: Day; readonly ours: OurOwn }

/**
 * The one rule by which a draft is judged before it goes (domain, section 8): how far each point of the standard has
 * come, then at most one line about each of the fields left in it, personal data, how it reads, long sentences and
 * jargon. It only advises: what bars an answer is the act's own rule, an unanswered question without an excuse.
 */
export const checkDraft = (draft: Draft, { standard, today, ours }: Circumstances): CheckedDraft => ({
  points: pointsOf(draft, standard.points),
  advice: [
    ...leftOpen(draft),
    ...personal(draft, today, ours),
    ...reading(draft, standard),
    ...plainWords(draft, standard),
  ],
})

function leftOpen({ all }: Draft): Advice[] {
  const left = fieldsLeftIn(all)
  return left.length > 0 ? [{ kind: 'field', words: `Fill in ${listInWords(left)} before you send it` }] : []
}

function personal({ all }: Draft, today: Day, ours: OurOwn): Advice[] {
  const stray = strayDataIn(all, today, ours).map(it => it.words)
  if (stray.length === 0) return []
  const it = stray.length === 1 ? 'it' : 'them'
  return [{ kind: 'personal', words: `It holds ${listInWords(stray)}. Take ${it} out unless the member needs ${it}` }]
}

function reading({ all }: Draft, { readingAge, longestSentenceWords }: Standard): Advice[] {
  const { age, long } = readingOf(all, longestSentenceWords)
  return [
    ...(age !== undefined && age > readingAge ? [hard(age, readingAge)] : []),
    ...(long.length > 0 ? [tooLong(long, longestSentenceWords)] : []),
    ...(age !== undefined && age <= readingAge && long.length === 0 ? [easy(age)] : []),
  ]
}

const hard = (age: number, wanted: number): Advice => ({
  kind: 'reading',
  words: `It reads like a text for ${age === 22 ? 'experts' : `people of ${age}`}; ${wanted} or younger is better. Short sentences and everyday words help`,
})

const tooLong = (long: readonly string[], limit: number): Advice => ({
  kind: 'reading',
  words: `${long.length === 1 ? 'One sentence is' : `${long.length} sentences are`} longer than ${limit} words: ${listInWords(long.slice(0, 3).map(it => `“${it}”`))}`,
})

const easy = (age: number): Advice => ({ kind: 'good', words: `It reads easily: at ${age} most people can read it` })

function plainWords({ all }: Draft, { jargon }: Standard): Advice[] {
  const found = jargonIn(all, jargon)
  if (found.length === 0) return []
  const said = found
    .slice(0, 3)
    .map(({ say, instead }) => (instead ? `“${say}” (${instead})` : `“${say}” (leave it out)`))
  const more = found.length > 3 ? `, and ${found.length - 3} more` : ''
  return [{ kind: 'words', words: `Plainer words help: ${said.join(', ')}${more}` }]
}
