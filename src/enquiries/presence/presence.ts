import { listInWords } from '#kernel/text.ts'

/** Somebody at an enquiry: looking at it, or writing the form of an act. */
export type Present = { readonly name: string; readonly doing: string }

export const looking = 'looking'

/** So long somebody counts as there after their last sign of life; signs come every 15 seconds. */
export const secondsPresent = 45

const writing: Record<string, string> = {
  answer: 'an answer',
  'answer-at-once': 'an answer',
  ask: 'a question to the member',
  update: 'an update to the member',
  note: 'a note',
  disagree: 'why the answer does not answer it',
}

/** `Jakub Nowak is writing an answer. Priya Nair is looking at this enquiry.`; '' when nobody else is there. */
export function presentInWords(all: readonly Present[]): string {
  const { true: lookers = [], false: writers = [] } = Object.groupBy(all, it => `${it.doing === looking}` as const)
  const sentences = writers.map(it => `${it.name} is ${doingInWords(it.doing)}.`)
  const names = lookers.map(it => it.name)
  if (names.length > 0)
    sentences.push(`${listInWords(names)} ${names.length === 1 ? 'is' : 'are'} looking at this enquiry.`)
  return sentences.join(' ')
}

/** Acts that are chosen rather than written. */
const doingInWords = (act: string): string => {
  const what = writing[act]
  return what ? `writing ${what}` : 'about to do something here'
}

export const isDoing = (text: string): boolean => /^[a-z][a-z-]{1,40}$/.test(text)
