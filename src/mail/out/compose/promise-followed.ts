import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, note, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'

export type PromiseFollowed = {
  readonly about: About
  readonly to: string
  readonly mailbox: string
  /** what was promised */
  readonly promise: string
  readonly dueOn: Day
}

const promised = (it: PromiseFollowed) =>
  facts(...aboutFacts(it.about), it.about.restricted !== true && { name: 'What was promised', value: it.promise }, {
    name: 'Promised for',
    value: inWordsWithWeekday(it.dueOn),
  })

/** To whoever owes it: a promise is due soon, or today. */
export const promiseDue = (council: Council, it: PromiseFollowed & { readonly today: boolean }): Composed =>
  toOfficer(council, it, {
    says: it.today ? 'A promise is due today' : 'A promise is due soon',
    advice:
      'If it is done, mark it as kept. If it cannot be kept in time, give the member a new date and the reason before they have to ask.',
  })

/** To whoever owes it, and who runs the mailbox: its day has passed without a word. */
export const promiseLapsed = (council: Council, it: PromiseFollowed): Composed =>
  toOfficer(council, it, {
    says: 'A promise was broken',
    advice:
      'Its day has passed and nobody marked it as kept. The member was told. Mark it as kept if it was done, or give a new date and the reason.',
  })

const toOfficer = (
  council: Council,
  it: PromiseFollowed,
  { says, advice }: { readonly says: string; readonly advice: string },
): Composed =>
  compose({
    council,
    about: it.about,
    says,
    to: it.to,
    blocks: [
      paragraph(advice),
      promised(it),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because an answer of ${it.mailbox} made this promise.`,
  })

/** To the member, before they have to ask: we did not keep our word in time. */
export const promiseNotKept = (council: Council, it: PromiseFollowed): Composed =>
  compose({
    council,
    about: it.about,
    says: 'A promise we have not kept in time',
    to: it.to,
    blocks: [
      paragraph(
        `We promised you something by ${inWordsWithWeekday(it.dueOn)}. Nobody here has confirmed that it was done. We are sorry. Whoever owes it and whoever runs ${it.mailbox} have been told.`,
      ),
      promised(it),
      action('See where it is', it.about.trackingUrl),
      note('You can chase it on that page. If it was done, you need do nothing.'),
    ],
    because: 'You get this email because we made you a promise in an answer to your enquiry.',
  })
