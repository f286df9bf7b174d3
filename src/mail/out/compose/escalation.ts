import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, paragraph } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { restrictedNote } from './to-officers.ts'
import { isolated } from './writing.ts'

/** The steps of the ladder of which officers hear by letter. */
export type ClimbedStep =
  | 'not-accepted'
  | 'still-not-accepted'
  | 'nothing-said'
  | 'due-soon'
  | 'overdue'
  | 'still-overdue'
  | 'leadership'

export type Climbed = {
  readonly about: About
  readonly to: string
  readonly step: ClimbedStep
  /** the day on which it was truly reached */
  readonly trueOn: Day
  /** nobody has it: undefined */
  readonly holder: string | undefined
  readonly isHolder: boolean
  readonly givenOn: Day | null
  readonly mailbox: string
  readonly dueOn: Day | null
  readonly workingDaysLate: number
  /** a member who chased a second time made it climb, and is owed an answer by then */
  readonly chased: boolean
  readonly owedBy?: Day
}

/** Late work climbs, and whoever hears of it is told why, since when, and who has it (domain, section 4). */
export function climbed(council: Council, it: Climbed): Composed {
  const open = !it.about.restricted
  return compose({
    council,
    about: it.about,
    says: it.chased ? 'The member has chased this enquiry again' : says[it.step],
    to: it.to,
    blocks: [
      paragraph(it.chased ? chasedWords(it) : stands[it.step](it)),
      facts(
        ...aboutFacts(it.about),
        open && { name: 'With', value: it.holder ?? 'Nobody yet' },
        open && { name: 'Mailbox', value: it.mailbox },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
        { name: 'This step was reached on', value: inWordsWithWeekday(it.trueOn) },
        it.owedBy !== undefined && { name: 'Word owed to the member by', value: inWordsWithWeekday(it.owedBy) },
      ),
      ...(open
        ? [action(asks[it.step], it.about.trackingUrl)]
        : [paragraph('Please ask whoever answers for it to deal with it.')]),
      ...restrictedNote(it.about),
    ],
    because: 'You get this email because you are told when an enquiry is late, or about to be. Each step is told once.',
  })
}

const says: Record<ClimbedStep, string> = {
  'not-accepted': 'Nobody has accepted this enquiry yet',
  'still-not-accepted': 'Still nobody has accepted this enquiry',
  'nothing-said': 'The member has heard nothing yet',
  'due-soon': 'An answer is due soon',
  overdue: 'An answer is late',
  'still-overdue': 'An answer is still late',
  leadership: 'An answer is so late that it is on the leadership team’s list',
}

const asks: Record<ClimbedStep, string> = {
  'not-accepted': 'Accept it or give it to somebody',
  'still-not-accepted': 'Give it to somebody who is there',
  'nothing-said': 'Tell the member how it stands',
  'due-soon': 'Answer it',
  overdue: 'See what is holding it up',
  'still-overdue': 'See what is holding it up',
  leadership: 'See what is holding it up',
}

const stands: Record<ClimbedStep, (it: Climbed) => string> = {
  'not-accepted': it => notAccepted(it),
  'still-not-accepted': it => `${notAccepted(it)} Please find somebody who can take it.`,
  'nothing-said': it =>
    `${notWritten(it)} written to the member about this enquiry yet. A few words are enough: how it stands, and when they hear again.`,
  'due-soon': ({ dueOn }) =>
    `The answer is due by ${inWordsWithWeekday(dueOn!)}. If it cannot be given by then, tell the member before that day and not after it.`,
  overdue: it => `${late(it)} The member has been told that it is late, and by when they hear next.`,
  'still-overdue': it => `${late(it)} The head of service was told before.`,
  leadership: it => `${late(it)} The head of service and the director were told before.`,
}

const notWritten = ({ isHolder, holder, about }: Climbed): string => {
  if (isHolder) return 'You have not'
  if (!holder) return 'Nobody has'
  return about.restricted ? 'Whoever has it has not' : `${isolated(holder)} has not`
}

const notAccepted = ({ isHolder, holder, givenOn, trueOn, about }: Climbed): string => {
  const [who, has] = isHolder
    ? ['You were', 'have']
    : [`${about.restricted || !holder ? 'Somebody' : isolated(holder)} was`, 'has']
  return `${who} given this enquiry on ${inWordsWithWeekday(givenOn ?? trueOn)} and ${has} neither accepted nor declined it. The member does not yet know who is dealing with it.`
}

const late = ({ dueOn, workingDaysLate }: Climbed): string =>
  `The answer was due by ${inWordsWithWeekday(dueOn!)} and is ${workingDaysLate > 0 ? `${counted(workingDaysLate, 'working day')} late` : 'late'}.`

const chasedWords = ({ owedBy }: Climbed): string =>
  `A date that the member was given has passed, and they have asked again where this is. That is why you are told.${owedBy ? ` They are owed a word by ${inWordsWithWeekday(owedBy)}.` : ''}`

export type AnswerLate = {
  readonly about: About
  readonly to: string
  readonly mailbox: string
  readonly handler: string | undefined
  /** the day by which the answer had been promised */
  readonly dueOn: Day
  readonly nextUpdateOn: Day
}

/** To the member: it is late, who knows of it, and by when they hear again (domain, section 4, due + 1). */
export const answerLate = (council: Council, it: AnswerLate): Composed => ({
  ...compose({
    council,
    about: it.about,
    says: 'Your answer is late',
    to: it.to,
    blocks: [
      paragraph(
        `We said that you would have an answer by ${inWordsWithWeekday(it.dueOn)}. You have none yet, and we are sorry.`,
      ),
      paragraph(
        `Whoever is responsible for the service has been told. You will hear from us by ${inWordsWithWeekday(it.nextUpdateOn)}, with the answer or with what is holding it up.`,
      ),
      facts(
        ...aboutFacts(it.about),
        !it.about.restricted && { name: 'With', value: [it.handler, it.mailbox].filter(Boolean).join(', ') },
        { name: 'You will hear from us by', value: inWordsWithWeekday(it.nextUpdateOn) },
      ),
      paragraph('If that day passes too, you can chase the enquiry: its page shows who is told next, and when.'),
      action('See where it is', it.about.trackingUrl),
    ],
    because: 'You get this email because you sent us an enquiry. It was sent automatically.',
  }),
  // the new date is owed wherever it is told
  says: `Your answer is late. You will hear from us by ${inWordsWithWeekday(it.nextUpdateOn)}`,
})
