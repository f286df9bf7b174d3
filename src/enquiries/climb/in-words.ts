import { inWords, type Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import type { ClimbedEvent } from '../events.ts'

/** Who was told, and the new date where there is one: `Marcus Lowe was told. It stood so on 16 June 2026.` */
export function climbedInWords(
  { rung, told, trueOn, nextUpdateOn }: ClimbedEvent,
  { person }: { readonly person: (id: string) => string },
): string {
  const stoodOn = `since ${inWords(trueOn)}`
  if (rung === 'leadership') return `It stands there ${stoodOn}, until it is answered.`
  if (rung === 'new-date') return nextUpdateOn ? toldNewDate(nextUpdateOn) : 'The member was told.'
  const who = told.length > 0 ? listInWords(told.map(person)) : 'Member services'
  return `${who} ${told.length > 1 ? 'were' : 'was'} told: so it stands ${stoodOn}.`
}

const toldNewDate = (on: Day): string => `The member was told: news by ${inWords(on)}.`
