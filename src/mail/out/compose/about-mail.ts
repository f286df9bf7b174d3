import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

/** A mail that came in: what its own header says about itself. */
type CameIn = { readonly subject: string; readonly receivedOn: Day }

const because =
  'You get this email because a message with your address as the sender reached us. It was sent automatically.'

const factsOf = ({ subject, receivedOn }: CameIn) =>
  facts(
    { name: 'Subject', value: shortened(oneLine(subject), 300) || 'none' },
    { name: 'Received', value: inWordsWithWeekday(receivedOn) },
  )

export type InQuarantine = CameIn & {
  /** why, in plain words that follow "because": "we do not know the address it came from" */
  readonly reason: string
  /** a person has looked at it by then: 1 working day */
  readonly lookedAtBy: Day
  readonly phone?: string
}

/** Nothing vanishes: what could not be filed waits for a person, and the sender knows. */
export function inQuarantine(council: Council, it: InQuarantine): Composed {
  return compose({
    council,
    says: 'Your email is waiting for one of us',
    blocks: [
      paragraph(`We have your email, but could not file it by ourselves because ${it.reason}.`),
      factsOf(it),
      paragraph(
        `One of us will look at it by ${inWordsWithWeekday(it.lookedAtBy)}. You need not send it again. The day we got it counts as the day you sent it.`,
      ),
      ...(it.phone ? [paragraph(`If it cannot wait, ring us on ${it.phone}.`)] : []),
    ],
    because,
  })
}

export type Arrived = {
  readonly receivedOn: Day
  /** a person has looked at it by then: 1 working day */
  readonly lookedAtBy: Day
  readonly phone?: string
}

/** For what may be sensitive: it says only that it came, and nothing of what stands in it, its subject included. */
export function arrivedOnly(council: Council, { receivedOn, lookedAtBy, phone }: Arrived): Composed {
  return compose({
    council,
    says: 'We have your email',
    blocks: [
      paragraph(
        `We got your email on ${inWordsWithWeekday(receivedOn)}, and that day counts. One of us reads it by ${inWordsWithWeekday(lookedAtBy)}, before anybody else does, and sends it to the right person. You need not send it again.`,
      ),
      ...(phone ? [paragraph(`If it cannot wait, ring us on ${phone}.`)] : []),
      paragraph('If somebody is in danger now, call 999.'),
    ],
    because,
  })
}

export type TooLarge = CameIn & {
  readonly megabytes: number
  readonly limitMegabytes: number
  readonly newEnquiryUrl: string
}

export function tooLarge(council: Council, it: TooLarge): Composed {
  return compose({
    council,
    says: 'Your email was too large for us',
    blocks: [
      paragraph(
        `Your email was ${it.megabytes} MB. We can take ${it.limitMegabytes} MB, so it did not reach anybody here.`,
      ),
      factsOf(it),
      paragraph(
        'Please send it again with fewer or smaller files, or in several emails. You can also add files on our page.',
      ),
      action('Send an enquiry on our page', it.newEnquiryUrl),
    ],
    because,
  })
}

export type Held = CameIn & {
  readonly to: string
  /** a page with two buttons: it was mine, it was not */
  readonly confirmUrl: string
}

/** To the person whose address was used: the mail failed the checks of who sent it, and changes nothing until they say so. */
export function held(council: Council, it: Held): Composed {
  return compose({
    council,
    says: 'Did you send this email?',
    to: it.to,
    blocks: [
      paragraph(
        'We got an email with your address as its sender, but its origin did not pass our checks. Until you tell us that it is yours, it changes nothing.',
      ),
      factsOf(it),
      action('Tell us whether it is yours', it.confirmUrl),
      paragraph(
        'If you did not send it, somebody may be using your address. You need do nothing, but telling us helps.',
      ),
    ],
    because,
  })
}
