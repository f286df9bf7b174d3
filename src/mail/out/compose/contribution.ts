import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, heading, numbered, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

export type ContributionAsked = {
  readonly about: About
  /** whoever is asked: an officer, or somebody outside the council */
  readonly to: string
  readonly by: string
  readonly mailbox: string
  readonly questions: readonly string[]
  /** what they need to know; empty: nothing */
  readonly background: string
  readonly dueOn: Day
  /** where it is answered without signing in */
  readonly url: string
  readonly why: 'asked' | 'reminded' | 'late'
}

const says = {
  asked: 'We need a part of an answer from you',
  reminded: 'A reminder: we need a part of an answer from you',
  late: 'Late: we still need a part of an answer from you',
}

/**
 * A part of an answer is asked of somebody who need not know the enquiry: its subject may name a resident, so that they
 * learn its number and what the questions say. The link opens a form and does nothing by itself.
 */
export const contributionAsked = (council: Council, it: ContributionAsked): Composed =>
  compose({
    council,
    says: says[it.why],
    to: it.to,
    blocks: [
      paragraph(
        `${isolated(it.by)} of ${it.mailbox} is answering an enquiry of a councillor and ${it.why === 'late' ? 'needed' : 'needs'} this from you by ${inWordsWithWeekday(it.dueOn)}.`,
      ),
      heading(it.questions.length === 1 ? 'The question' : 'The questions'),
      numbered(...it.questions.map(lead => ({ lead }))),
      ...(it.background.trim() ? [heading('What you need to know'), words(it.background)] : []),
      facts(
        { name: 'Reference', value: it.about.reference },
        { name: 'Needed by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Answer', it.url),
      paragraph('You need no password. The link is yours: please do not pass it on.'),
      paragraph(
        'Or reply to this email from the address it came to. What you write, with its files, is sent as your part.',
      ),
    ],
    because: `You get this email because ${isolated(it.by)} named you as the one who knows.`,
  })

export type ContributionTaken = { readonly about: About; readonly to: string; readonly files: number }

/** The plain receipt for a part that came by email. */
export const contributionTaken = (council: Council, it: ContributionTaken): Composed =>
  compose({
    council,
    says: 'Thank you, we have your part',
    to: it.to,
    blocks: [
      paragraph(
        it.files > 0
          ? `It has been passed on, with ${counted(it.files, 'file')}. There is nothing else for you to do.`
          : 'It has been passed on. There is nothing else for you to do.',
      ),
      facts({ name: 'Reference', value: it.about.reference }),
    ],
    because: 'You get this email because you answered a request for a part of an answer. It was sent automatically.',
  })

export type ContributionTooLate = {
  readonly about: About
  readonly to: string
  readonly why: 'given' | 'withdrawn' | 'expired'
}

const tooLate = {
  given: 'You have sent your part already, so this has not been added to it.',
  withdrawn: 'The part you were asked for is no longer needed, so this has not been added.',
  expired: 'The time for it has run out, so this has not been added.',
}

/** It came when it was over: nothing is lost, and somebody decides. */
export const contributionTooLate = (council: Council, it: ContributionTooLate): Composed =>
  compose({
    council,
    says: 'Your email came after your part was closed',
    to: it.to,
    blocks: [
      paragraph(`Thank you for writing. ${tooLate[it.why]} We keep your email, and somebody will look at it.`),
      facts({ name: 'Reference', value: it.about.reference }),
    ],
    because: 'You get this email because you answered a request for a part of an answer. It was sent automatically.',
  })

export type ContributionUnreached = {
  readonly about: About
  /** whoever answers the enquiry */
  readonly to: string
  /** who was asked, and where */
  readonly asked: string
  readonly address: string
  /** a whole enquiry was handed over to them, rather than a part asked */
  readonly handedOver: boolean
}

const insteadOfPart = 'Ask again at another address or somebody else, and say that this one is no longer needed.'
const insteadOfPartner = 'It stands on the partner’s own page all the same. Ring them, or take it back.'

/** To whoever waits for it: the letter that asked came back. */
export const contributionUnreached = (council: Council, it: ContributionUnreached): Composed =>
  compose({
    council,
    about: it.about,
    says: it.handedOver ? 'What you handed over did not arrive' : 'Your request for a part of an answer did not arrive',
    to: it.to,
    blocks: [
      paragraph(
        `The email to ${isolated(it.asked)} (${it.address}) came back undelivered. ${it.handedOver ? insteadOfPartner : insteadOfPart}`,
      ),
      facts(...aboutFacts(it.about)),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because you are answering this enquiry.',
  })

export type ContributionOver = { readonly about: About; readonly to: string; readonly by: string }

export const contributionOver = (council: Council, it: ContributionOver): Composed =>
  compose({
    council,
    says: 'Your part is no longer needed',
    to: it.to,
    blocks: [
      paragraph(
        `${isolated(it.by)} asked you for a part of an answer. It is no longer needed, and the link has ended.`,
      ),
      facts({ name: 'Reference', value: it.about.reference }),
      paragraph('Thank you all the same.'),
    ],
    because: 'You get this email because you were asked for a part of an answer.',
  })

export type ContributionCame = {
  readonly about: About
  /** whoever answers the enquiry */
  readonly to: string
  readonly from: string
  readonly said: string
  /** false: it is late */
  readonly came: boolean
}

/** To whoever waits for it: it has come, or it is late. */
export const contributionCame = (council: Council, it: ContributionCame): Composed =>
  compose({
    council,
    about: it.about,
    says: it.came ? 'A part of your answer has come' : 'A part of your answer is late',
    to: it.to,
    blocks: [
      paragraph(
        it.came
          ? `${isolated(it.from)} has sent the part you asked for.`
          : `${isolated(it.from)} has not sent the part you asked for. We have reminded them; you can answer without it once you say that it is no longer needed.`,
      ),
      ...(it.came && !it.about.restricted ? [words(it.said)] : []),
      facts(...aboutFacts(it.about)),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because you are answering this enquiry.',
  })
