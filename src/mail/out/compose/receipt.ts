import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, note, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'

export type Receipt = {
  readonly about: About
  readonly to: string
  /** who will answer, as people say it: "Streets and lighting" */
  readonly mailbox: string
  readonly phone?: string
  /** where it is about, as it was said */
  readonly place?: string
  readonly receivedOn: Day
  readonly dueOn: Day
  /** `9 in 10 like this are answered within 6 working days`, where enough is known */
  readonly usually?: string
}

/** Sent at once: the number, who will answer, by when, how to follow it and how to add to it. */
export function receipt(council: Council, it: Receipt): Composed {
  return compose({
    council,
    about: it.about,
    says: 'We have your enquiry',
    to: it.to,
    blocks: [
      paragraph(`Thank you for your enquiry. ${it.mailbox} will answer it by ${inWordsWithWeekday(it.dueOn)}.`),
      facts(
        ...aboutFacts(it.about),
        ...(it.place ? [{ name: 'Where', value: it.place }] : []),
        { name: 'Who will answer', value: it.mailbox },
        { name: 'Received', value: inWordsWithWeekday(it.receivedOn) },
        { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
        ...(it.usually ? [{ name: 'Usually', value: it.usually }] : []),
      ),
      action('See where it is', it.about.trackingUrl),
      paragraph('To add something, or to correct it, just reply to this email. Photos and files are welcome.'),
      paragraph('By the end of the next working day we will tell you who is dealing with it.'),
      ...(it.phone ? [note(`You can also ring us on ${it.phone} and give the reference.`)] : []),
    ],
    because: 'You get this email because you sent us an enquiry. It was sent automatically.',
  })
}
