import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

/** What a message of the member's side did to their enquiry. */
export type Done =
  | 'raised'
  | 'added'
  | 'replied'
  | 'chased'
  | 'chased-early'
  | 'wrote-after-answer'
  | 'agreed'
  | 'disagreed'
  | 'withdrawn'

export type Confirmation = {
  readonly about: About
  readonly to: string
  readonly done: Done
  /** who has it, or the mailbox while nobody does: "Dan O'Brien in Streets and lighting" */
  readonly who: string
  readonly files: number
  /** null once it is answered or closed */
  readonly dueOn: Day | null
  /** a second chase is owed a word by then */
  readonly owedBy?: Day
  /** by when somebody reads what came after the answer */
  readonly readBy: Day
}

/** The plain receipt for everything a member does by email: what it did, who has it, what comes next. */
export const confirmation = (council: Council, it: Confirmation): Composed =>
  compose({
    council,
    about: it.about,
    says: says[it.done],
    to: it.to,
    blocks: [
      paragraph(whatItDid(it)),
      ...(it.files > 0 ? [paragraph(`With it came ${counted(it.files, 'file')}.`)] : []),
      ...(it.done === 'wrote-after-answer' ? [paragraph(howToSayIt)] : []),
      facts(
        ...aboutFacts(it.about),
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See your enquiry', it.about.trackingUrl),
    ],
    because: 'You get this email because you wrote to us about this enquiry. It was sent automatically.',
  })

const says: Record<Done, string> = {
  raised: 'We have the enquiry you sent',
  added: 'We have added this to your enquiry',
  replied: 'We have your reply',
  chased: 'We have passed on that you are waiting',
  'chased-early': 'We have passed your message on',
  'wrote-after-answer': 'We have your message',
  agreed: 'You told us that this is answered',
  disagreed: 'Your enquiry goes on',
  withdrawn: 'The enquiry is withdrawn',
}

function whatItDid({ done, who, dueOn, readBy, owedBy }: Confirmation): string {
  const by = dueOn ? ` by ${inWordsWithWeekday(dueOn)}` : ''
  const them = isolated(who)
  switch (done) {
    case 'raised':
      return `You sent this for a member, who gets the receipt. ${them} will answer it${by}.`
    case 'added':
      return `Your message went to ${them}.`
    case 'replied':
      return `Your reply went to ${them}. The days count again: the answer is due${by}.`
    case 'chased':
      return `${them} and whoever is responsible for the mailbox now know that you are waiting. We are sorry that it takes so long.${owedBy ? ` Because you have asked again, whoever is next above them has been told too, and you are owed a word by ${inWordsWithWeekday(owedBy)}.` : ''}`
    case 'chased-early':
      return `No date has been missed so far, so we took this as a message and not as a chase. It went to ${them}.`
    case 'wrote-after-answer':
      return `Somebody reads it by ${inWordsWithWeekday(readBy)}. If nobody has looked at it by then, the enquiry opens again by itself.`
    case 'agreed':
      return 'Thank you. The enquiry is closed. What we promised is still kept track of.'
    case 'disagreed':
      return `We are sorry that the answer was not enough. A new round has begun: ${them} will answer${by}.`
    case 'withdrawn':
      return 'There is nothing more to do. The enquiry is closed.'
  }
}

const howToSayIt =
  'If the answer settles it, reply with “Yes, this answers it”. If it does not, begin your reply with “No” and say what is missing.'
