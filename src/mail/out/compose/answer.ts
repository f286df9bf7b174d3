import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { action, choice, facts, heading, note, numbered, paragraph, points, prose, type Block } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council, type Letter } from './letter.ts'
import { isolated } from './writing.ts'

export type AnswerMail = {
  readonly about: About
  readonly to: string
  readonly by: string
  readonly mailbox: string
  /** the answer as a whole, as the officer wrote it */
  readonly text: string
  /** the enquiry's numbered questions, each with its answer or why there is none */
  readonly questions: readonly { readonly question: string; readonly answer: string }[]
  readonly promises: readonly { readonly what: string; readonly who: string; readonly dueOn: Day }[]
  /** whom to ask about it: "Priya Shah, 01632 960 114" */
  readonly contact?: string
  /** whether it may be passed on to the resident; undefined: not stated */
  readonly mayShare?: boolean
  readonly files: readonly string[]
  /** they come with this very mail, and not only on the page */
  readonly attached: boolean
  /** pages with a button each: opening them does nothing by itself */
  readonly answersItUrl: string
  readonly doesNotUrl: string
  /** the page on which it is rated, without signing in; undefined: it cannot be rated */
  readonly rateUrl?: string
  /** the day it closes by itself */
  readonly closesOn: Day
}

/** The answer, with what was promised by when, and the question whether it answers (domain, sections 2 and 8). */
export const answerMail = (council: Council, it: AnswerMail): Composed => compose(answerLetter(council, it))

/** The same, to be shown before it goes. */
export function answerLetter(council: Council, it: AnswerMail): Letter {
  return {
    council,
    about: it.about,
    says: 'Our answer to your enquiry',
    // who answers often begins with a greeting of their own
    ...(!greets(it.text) && { to: it.to }),
    blocks: [
      ...(it.text.trim() ? [prose(it.text)] : []),
      ...questions(it),
      ...promises(it),
      ...sharing(it),
      paragraph(`${isolated(it.by)}, ${it.mailbox}`),
      ...asking(it),
      ...rating(it),
      facts(...aboutFacts(it.about), it.contact !== undefined && { name: 'Contact', value: it.contact }),
      action('See the whole enquiry', it.about.trackingUrl),
    ],
    because: 'You get this email because you sent us an enquiry.',
  }
}

const greets = (text: string): boolean => /^(dear|hello|hi|hiya|good (morning|afternoon|evening))\b/i.test(text.trim())

function questions({ questions }: AnswerMail): Block[] {
  if (questions.length === 0) return []
  return [heading('Your questions'), numbered(...questions.map(it => ({ lead: it.question, body: it.answer })))]
}

function promises({ promises }: AnswerMail): Block[] {
  if (promises.length === 0) return []
  const one = promises.map(it => ({ lead: it.what, body: `${it.who}, by ${inWordsWithWeekday(it.dueOn)}` }))
  return [
    heading('What we will do'),
    points(...one),
    note('We keep track of these dates and will tell you when each is done, or if a date has to move.'),
  ]
}

function sharing({ mayShare, files, attached }: AnswerMail): Block[] {
  return [
    ...(files.length > 0 ? [paragraph(`${attached ? withThis : onThePage}: ${files.join(', ')}.`)] : []),
    ...(mayShare === undefined ? [] : [paragraph(mayShare ? shareable : notShareable)]),
  ]
}

const withThis = 'Attached to this email, and on the enquiry’s page'
const onThePage = 'Files with this answer, too large for an email, are on the enquiry’s page'

const shareable = 'You may share this answer with the resident.'
const notShareable =
  'Please do not share this answer with the resident as it stands. Ask us if you need words you can share.'

const asking = ({ answersItUrl, doesNotUrl, closesOn }: AnswerMail): Block[] => [
  heading('Does this answer it?'),
  choice('Yes, this answers it', answersItUrl),
  choice('No, I need more', doesNotUrl),
  paragraph(`Or just reply to this email. If we hear nothing, we will close the enquiry on ${inWords(closesOn)}.`),
]

/** One quiet line: whether it answers is asked first, how good it was only besides. */
function rating({ rateUrl }: AnswerMail): Block[] {
  if (!rateUrl) return []
  const tap = (rating: number, words: string) => ({ words, href: `${rateUrl}?rating=${rating}` })
  return [
    note(
      'How good was this answer? ',
      tap(3, 'It answers everything'),
      ', ',
      tap(2, 'useful, but not everything'),
      ', or ',
      tap(1, 'not useful'),
      '.',
    ),
  ]
}
