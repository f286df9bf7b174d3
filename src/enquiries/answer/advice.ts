import { fieldsLeftIn, mailboxById, strayDataIn, type Stray } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import type { Form } from '#platform/http/form.ts'
import { setting } from '#platform/settings.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { readingOf } from './readability.ts'

/** One thing that would make an answer better; never a bar. `good` says that nothing is wrong. */
export type Advice = { readonly kind: 'good' | 'reading' | 'personal' | 'field'; readonly words: string }

export type Measure = {
  /** the age at which people should be able to read it */
  readonly readingAge: number
  readonly longestSentence: number
  readonly ours: Parameters<typeof strayDataIn>[2]
  readonly today: Day
}

/** What can be said about words to a member before they are sent: how they read, what they give away, what is left to fill in. */
export function adviceOn(text: string, { readingAge, longestSentence, ours, today }: Measure): Advice[] {
  const { age, long } = readingOf(text, longestSentence)
  const left = fieldsLeftIn(text)
  return [
    ...(left.length > 0 ? [{ kind: 'field' as const, words: `Fill in ${listInWords(left)} before you send it` }] : []),
    ...strayDataIn(text, today, ours).map(personal),
    ...(age !== undefined && age > readingAge ? [hard(age, readingAge)] : []),
    ...(long.length > 0 ? [tooLong(long, longestSentence)] : []),
    ...(age !== undefined && age <= readingAge && long.length === 0 ? [easy(age)] : []),
  ]
}

const personal = ({ words }: Stray): Advice => ({
  kind: 'personal',
  words: `It holds ${words}. Take it out unless the member needs it`,
})

const hard = (age: number, wanted: number): Advice => ({
  kind: 'reading',
  words: `It reads like a text for ${age === 22 ? 'experts' : `people of ${age}`}; ${wanted} or younger is better. Short sentences and everyday words help`,
})

const tooLong = (long: readonly string[], limit: number): Advice => ({
  kind: 'reading',
  words: `${long.length === 1 ? 'One sentence is' : `${long.length} sentences are`} longer than ${limit} words: ${listInWords(long.slice(0, 3).map(it => `“${it}”`))}`,
})

const easy = (age: number): Advice => ({ kind: 'good', words: `It reads easily: at ${age} most people can read it` })

/** The same for what stands in a form: the council's own measure, and the mailbox's own number as no stray one. */
export async function adviceFor({ tx, enquiry, names, asked }: Opened, text: string): Promise<Advice[]> {
  const [readingAge, longestSentence, domain, phone, mailbox] = await Promise.all([
    setting(tx, 'enquiries.reading-age'),
    setting(tx, 'enquiries.longest-sentence-words'),
    setting(tx, 'council.domain'),
    setting(tx, 'council.phone'),
    enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
  ])
  const phones = [phone, mailbox?.phone, names.mailboxPhone].filter(it => it !== undefined && it !== null && it !== '')
  return adviceOn(text, {
    readingAge,
    longestSentence,
    today: asked.now.today,
    ours: { phones: phones as string[], domain },
  })
}

/** Everything the member would read of what was typed. */
export const allTyped = (typed: Form): string =>
  Object.keys(typed.typed)
    .filter(name => /^(?:text|answer-\d+|excuse-\d+|promises-\d+-(?:words|who))$/.test(name))
    .map(name => typed.text(name))
    .filter(Boolean)
    .join('\n')
