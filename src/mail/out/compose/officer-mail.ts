import { action, facts, note, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'

const because = 'You get this email because you wrote to us about this enquiry. It was sent automatically.'

export type Noted = { readonly about: About; readonly to: string }

/** To an officer who replied to one of our letters: it is a note, and the member has not read it. */
export const noted = (council: Council, it: Noted): Composed =>
  compose({
    council,
    about: it.about,
    says: 'Your email is now a note on the enquiry',
    to: it.to,
    blocks: [
      paragraph(
        'We added your email to the enquiry as an internal note. The member does not see it, and it is not an answer.',
      ),
      facts(...aboutFacts(it.about)),
      action('Open the enquiry to answer', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because,
  })

export type RecordedMail = {
  readonly about: About
  readonly to: string
  readonly member: string
  /** `contact`: it made a new enquiry. `letter`: it is kept with one there was */
  readonly what: 'contact' | 'letter'
  /** a page on which the officer says that this was the answer; undefined where it can be none */
  readonly answeredUrl: string | undefined
}

/** To an officer who sent us a copy or a forward: where it went, and the offer to let it count as the answer. */
export const recordedMail = (council: Council, it: RecordedMail): Composed =>
  compose({
    council,
    about: it.about,
    says: 'Recorded on the enquiry',
    to: it.to,
    blocks: [
      paragraph(
        it.what === 'contact'
          ? 'We recorded what you sent as an enquiry of the member. They get a receipt, and its clock runs from the day it first reached the council.'
          : 'We keep what you sent with the enquiry. By itself it does not count as the answer, and the clock runs on.',
      ),
      facts(...aboutFacts(it.about), !it.about.restricted && { name: 'From', value: it.member }),
      ...(it.answeredUrl
        ? [
            paragraph('Did you answer the member with it?'),
            action('Mark as answered', it.answeredUrl),
            note('That page shows what will be sent before anything happens.'),
          ]
        : [action('Open the enquiry', it.about.trackingUrl)]),
      ...restrictedNote(it.about),
    ],
    because,
  })
