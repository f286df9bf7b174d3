import { inWords, type Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import type { ClimbedEvent } from '../events.ts'

/** Who was told, the new date where there is one, and since when it stood so where nobody looked before. */
export function climbedInWords(
  { rung, told, trueOn, nextUpdateOn }: ClimbedEvent,
  { person }: { readonly person: (id: string) => string },
  on: Day,
): string {
  const since = trueOn < on ? ` It was reached on ${inWords(trueOn)}.` : ''
  if (rung === 'leadership') return `It stands there until it is answered.${since}`
  if (rung === 'new-date') return `${nextUpdateOn ? toldNewDate(nextUpdateOn) : 'The member was told.'}${since}`
  const who = told.length > 0 ? listInWords(told.map(person)) : 'Member services'
  return `${who} ${told.length === 1 ? 'was' : 'were'} told.${since}`
}

const toldNewDate = (on: Day): string => `The member was told: news by ${inWords(on)}.`
