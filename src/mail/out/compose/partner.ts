import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

export type HandedOver = {
  readonly about: About
  /** somebody of the partner */
  readonly to: string
  readonly by: string
  readonly wanted: string
  readonly dueOn: Day
  /** where they read it and answer, signed in */
  readonly url: string
  readonly late: boolean
}

/** Work for a partner. The mail says what is needed; what they may know of the enquiry stands behind sign-in, and its subject may name a resident. */
export const handedOver = (council: Council, it: HandedOver): Composed =>
  compose({
    council,
    says: it.late ? 'Late: we still need your answer' : 'The council hands an enquiry over to you',
    to: it.to,
    blocks: [
      paragraph(`${isolated(it.by)} needs an answer from you by ${inWordsWithWeekday(it.dueOn)}.`),
      ...(it.about.restricted ? [] : [words(it.wanted)]),
      facts(
        { name: 'Reference', value: it.about.reference },
        { name: 'Answer by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Read it and answer', it.url),
      paragraph(
        'Or reply to this email from the address it came to: what you write, and its files, is then your answer.',
      ),
    ],
    because: 'You get this email because you answer for a partner of the council.',
  })

export type PartnerAnswerTaken = { readonly about: About; readonly to: string; readonly files: number }

/** The plain receipt for a partner’s answer that came by email. */
export const partnerAnswerTaken = (council: Council, it: PartnerAnswerTaken): Composed =>
  compose({
    council,
    says: 'Thank you, we have your answer',
    to: it.to,
    blocks: [
      paragraph(`It has been passed on${it.files > 0 ? `, with ${counted(it.files, 'file')}` : ''}.`),
      facts({ name: 'Reference', value: it.about.reference }),
    ],
    because: 'You get this email because you answer for a partner of the council. It was sent automatically.',
  })

export type HandOverEnded = Pick<HandedOver, 'about' | 'to' | 'wanted' | 'url'>

/** The council took it back, or it is settled another way: nobody need go on with it. */
export const handOverEnded = (council: Council, it: HandOverEnded): Composed =>
  compose({
    council,
    says: 'We no longer need your answer',
    to: it.to,
    blocks: [
      paragraph('We handed this over to you. You need not go on with it; thank you for what you have done.'),
      ...(it.about.restricted ? [] : [words(it.wanted)]),
      facts({ name: 'Reference', value: it.about.reference }),
      action('See what is still with you', it.url),
    ],
    because: 'You get this email because you answer for a partner of the council.',
  })

export type PartnerHas = {
  readonly about: About
  readonly to: string
  /** who still answers the member */
  readonly by: string
  readonly mailbox: string
  readonly partner: string
  readonly dueOn: Day | null
}

/** The member hears who works on it. Nothing about the council’s own date changes. */
export const partnerHas = (council: Council, it: PartnerHas): Composed =>
  compose({
    council,
    about: it.about,
    says: 'A partner works on your enquiry',
    to: it.to,
    blocks: [
      paragraph(
        `We have handed your enquiry over to ${isolated(it.partner)}, who can settle it. They got only what they need for that.`,
      ),
      paragraph(`${isolated(it.by)} of ${it.mailbox} still answers you.`),
      facts(
        ...aboutFacts(it.about),
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See where it is', it.about.trackingUrl),
    ],
    because: 'You get this email because you sent us an enquiry. It was sent automatically.',
  })

export type PartnerNews = {
  readonly about: About
  readonly to: string
  readonly what: 'answered' | 'declined' | 'silent' | 'back'
  readonly said: string
  readonly mailbox: string
}

const newsOf = {
  answered: ['The partner has answered', 'It is with you again: answer the member with it.'],
  declined: ['The partner says that it is not theirs', 'It is with you again.'],
  back: ['The partner did not answer', 'Their date is long past, so it is with you again. Their people were told.'],
  silent: ['The partner is late', 'Their date has passed. We have reminded them; you can take it back at any time.'],
} as const

/** To whoever answers for it here. */
export const partnerNews = (council: Council, it: PartnerNews): Composed =>
  compose({
    council,
    about: it.about,
    says: newsOf[it.what][0],
    to: it.to,
    blocks: [
      paragraph(newsOf[it.what][1]),
      ...(it.said.trim() && !it.about.restricted ? [words(it.said)] : []),
      facts(...aboutFacts(it.about)),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you answer for ${it.mailbox}.`,
  })
