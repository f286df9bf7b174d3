import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, facts, heading, paragraph, words } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Question = {
  readonly about: About
  readonly to: string
  readonly asker: string
  readonly mailbox: string
  /** as the officer wrote it */
  readonly question: string
  /** the day it closes when nobody replies */
  readonly closesOn: Day
  /** a day of an earlier asking: this is a reminder */
  readonly firstAskedOn?: Day
}

/** Asks the member. The clock stands still until they reply, and the mail says so. */
export function question(council: Council, it: Question): Composed {
  const again = it.firstAskedOn !== undefined
  const asker = isolated(it.asker)
  return compose({
    council,
    about: it.about,
    says: again ? 'We still need your reply' : 'We have a question for you',
    to: it.to,
    blocks: [
      paragraph(
        it.firstAskedOn
          ? `On ${inWordsWithWeekday(it.firstAskedOn)} ${asker} in ${it.mailbox} asked you this. We cannot go on without your reply.`
          : `${asker} in ${it.mailbox} needs to know something before we can answer you.`,
      ),
      heading('The question'),
      words(it.question),
      paragraph('To answer, just reply to this email. One line is enough.'),
      facts(...aboutFacts(it.about)),
      paragraph(
        'While we wait for you the days do not count towards our answer date. They count again from the day you reply. ' +
          `If we hear nothing by ${inWordsWithWeekday(it.closesOn)}, we will close the enquiry. You can reopen it.`,
      ),
      action('See your enquiry', it.about.trackingUrl),
    ],
    because: `You get this email because you sent us an enquiry and ${asker} asked you something.`,
  })
}
