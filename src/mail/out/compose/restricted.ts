import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { action, facts, paragraph } from './block.ts'
import { compose, type About, type Composed, type Council } from './letter.ts'

export type RestrictedToYou = {
  readonly about: About
  readonly to: string
  readonly mailbox: string
  readonly open: boolean
  readonly dueOn: Day | null
}

/** A matter that slipped came to its proper officer. The letter says nothing of it. */
export const restrictedToYou = (council: Council, it: RestrictedToYou): Composed =>
  compose({
    council,
    about: it.about,
    says: 'An enquiry was restricted to you',
    to: it.to,
    blocks: [
      paragraph(
        `An enquiry that more people had seen was restricted to ${it.mailbox}. Only the member and the people of this mailbox see it now.`,
      ),
      facts(
        { name: 'Reference', value: it.about.reference },
        it.open && it.dueOn !== null && { name: 'Due', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Open the enquiry', it.about.trackingUrl),
    ],
    because: `You get this email because you are responsible for ${it.mailbox}.`,
  })

export type Guidance = {
  readonly to: string
  readonly reference: Reference
  /** of member services; empty when the council set none */
  readonly phone: string
  readonly url: string
}

/** How a private matter goes straight to the proper officer next time: kind, and without a word of what was sent. */
export const guidance = (council: Council, it: Guidance): Composed =>
  compose({
    council,
    says: 'How to send private matters straight to the right person',
    to: it.to,
    blocks: [
      paragraph(
        `Enquiry ${it.reference} turned out to be a private matter, so we made it confidential: now only the member and the proper officer see it. It goes on as before, and you need do nothing.`,
      ),
      paragraph('It happens easily, and nobody blames you. Next time it can be confidential from the start:'),
      facts(
        {
          name: 'On the web',
          value: 'Answer yes to one of the three questions before the text. Only the proper officer gets it.',
        },
        {
          name: 'By email',
          value: 'Write only “I have a private matter” and your telephone number. Somebody calls you back.',
        },
        it.phone !== '' && { name: 'By telephone', value: `Call ${it.phone} and ask for the proper officer.` },
        { name: 'In danger now', value: 'If somebody is in danger now, call 999.' },
      ),
      action('Send a private matter', it.url),
      paragraph(
        'If you are not sure whether something is private, treat it as if it were. It is never wrong to ask us.',
      ),
    ],
    because: 'You get this email because you sent an enquiry that was made confidential afterwards.',
  })
