import type { Day } from '#kernel/day.ts'
import { paragraphs } from './wording.ts'
import type { Slots } from './phrases.ts'
import { capitalised, fill, oneOf, oneOrNone, sentence } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { promiseAfter, slotsOn } from './scene.ts'

/** How well an answer keeps the standard: all of it, most of it, or hardly any. */
export type Quality = 'good' | 'plain' | 'poor'

export type AnswerWish = {
  readonly officer: { readonly name: string; readonly title: string; readonly phone: string }
  readonly answeredOn: Day
  readonly quality: Quality
  /** 1 unless the member said that an earlier answer did not answer */
  readonly round?: number
  /** when the answer may promise something, the day it will name; chosen when not said */
  readonly promisedOn?: Day
  /** the questions are answered in fields of their own, so the letter does not go through them */
  readonly answersApart?: boolean
  /** leave promises out */
  readonly withoutPromise?: boolean
}

export type AnswerText = {
  readonly body: string
  /** what the answer says will happen, and when; never more than one thing, and none in poor answers */
  readonly promises: readonly { readonly what: string; readonly on: Day }[]
  /** each question with what is said to it, where the answer takes them one by one */
  readonly answered: readonly { readonly question: string; readonly answer: string }[]
}

/** What an officer writes back. */
export function answerText(random: Random, scene: Scene, wish: AnswerWish): AnswerText {
  const on = wish.promisedOn ?? promiseAfter(random, wish.answeredOn)
  const slots = {
    ...slotsOn(random, scene, wish.answeredOn, { officer: wish.officer.name, promisedOn: on }),
    phone: wish.officer.phone,
  }
  if (wish.quality === 'poor') return { body: poor(random, slots, wish), promises: [], answered: [] }
  if (settles(random, scene, wish)) return { body: settled(random, scene, slots, wish), promises: [], answered: [] }
  return full(random, scene, slots, { ...wish, on })
}

/** A settled answer stands alone, so only where one thing was asked, or where no promise is wanted. */
function settles(random: Random, scene: Scene, wish: AnswerWish): boolean {
  return (
    scene.plot.settled.length > 0 && scene.asks.length === 1 && (wish.withoutPromise === true || random.chance(0.5))
  )
}

function full(random: Random, scene: Scene, slots: Slots, wish: AnswerWish & { on: Day }): AnswerText {
  const answered = scene.asks.map(ask => ({ question: ask.question, answer: sentence(ask.answer, random, slots) }))
  const promise = wish.withoutPromise ? '' : fill(random.pick(scene.plot.promises), random, slots)
  const good = wish.quality === 'good'
  const body = paragraphs([
    greeting(random, slots),
    opening(random, slots, wish, scene.plot.answers),
    !wish.answersApart && (good || answered.length > 1 || random.chance(0.6)) ? oneByOne(random, answered) : '',
    promise === '' ? '' : promised(random, slots, promise),
    good ? oneOrNone(scene.family.nexts, random, slots) : '',
    good ? share(random, scene, slots) : '',
    signature(random, slots, wish),
  ])
  return { body, promises: promise === '' ? [] : [{ what: capitalised(promise), on: wish.on }], answered }
}

const settled = (random: Random, scene: Scene, slots: Slots, wish: AnswerWish): string =>
  paragraphs([
    greeting(random, slots),
    opening(random, slots, wish, scene.plot.settled),
    wish.quality === 'good' ? share(random, scene, slots) : '',
    oneOf(routes, random, slots),
    signature(random, slots, wish),
  ])

const poor = (random: Random, slots: Slots, wish: AnswerWish): string =>
  paragraphs([
    random.chance(0.6) ? greeting(random, slots) : '',
    oneOf(poorly, random, slots),
    random.chance(0.5) ? signature(random, slots, wish) : (slots['officer'] ?? ''),
  ])

function oneByOne(random: Random, answered: AnswerText['answered']): string {
  const [only] = answered
  if (only && answered.length === 1)
    return `${random.pick(['You asked:', 'Your question:'])} ${only.question}\n${only.answer}`
  const lines = answered.map(({ question, answer }, at) => `${at + 1}. ${question}\n${answer}`)
  return [
    random.pick(['To your questions:', 'I take your questions in turn.', 'Your questions, one by one:']),
    ...lines,
  ].join('\n\n')
}

const promised = (random: Random, slots: Slots, promise: string): string =>
  oneOf(
    [
      `We will ${promise} by {soon}.`,
      `By {soon} we will ${promise}.`,
      `What happens next: we will ${promise} by {soon}.`,
    ],
    random,
    slots,
  )

const greeting = (random: Random, slots: Slots): string =>
  oneOf(['Dear {surname},', 'Dear {surname},', 'Hello {surname},', 'Good morning, {surname}.'], random, slots)

/** Thanks and the decision; a decision that says thank you needs no other thanks. */
function opening(random: Random, slots: Slots, wish: AnswerWish, answers: readonly string[]): string {
  const answer = oneOf(answers, random, slots)
  const thanks = oneOf((wish.round ?? 1) > 1 ? secondThanks : firstThanks, random, slots)
  return answer.startsWith('Thank you') ? answer : `${thanks} ${answer}`
}

const share = (random: Random, scene: Scene, slots: Slots): string => oneOf(sharesOf(scene), random, slots)

function sharesOf({ family, plot }: Scene): readonly string[] {
  if (family.shares.length > 0) return family.shares
  return plot.issue.includes('{resident}') ? sharingWithOne : sharing
}

function signature(random: Random, slots: Slots, { officer }: AnswerWish): string {
  const close = oneOf(['Kind regards,', 'Yours sincerely,', 'With best wishes,', 'Regards,'], random, slots)
  return `${close}\n${officer.name}\n${officer.title}\n${officer.phone}`
}

const firstThanks = [
  'Thank you for raising this.',
  'Thank you for your enquiry.',
  'Thank you for bringing this to us.',
  'Thank you for your message, and for your patience.',
  'Thank you for getting in touch about this.',
  'I have looked into this for you.',
]

const secondThanks = [
  'Thank you for coming back to me. I am sorry that my first answer did not deal with what you asked.',
  'I am sorry that you had to ask again. I have spoken to {team} and can now answer properly.',
  'You are right that the first answer missed the point, and I have gone through it again.',
]

const sharing = [
  'You are welcome to share this answer with anybody who asked.',
  'You may share all of this with residents.',
  'Please share the answer, though not the names of officers.',
  'This may be shared as it stands.',
]

const sharingWithOne = [
  'You are welcome to share this answer with {resident}.',
  'Please pass this on to {resident}, and to nobody else for now.',
  'You may share this with {resident}.',
]

const routes = [
  'If you think that I have overlooked something, please reply and I will look again.',
  'I know that this is not all that was hoped for. Please come back to me if anything changes.',
  'Please ring me on {phone} if you would like to talk it through.',
]

const poorly = [
  'Thank you for your email. This has been passed to the relevant team.',
  'This is in hand.',
  'Please note that the team is dealing with a high number of reports at the moment and will get to this in due course.',
  'I understand that this was dealt with some time ago. If not, it can be reported on the website.',
  'We have logged this as job {job}. No further update is available.',
  'This would be a matter for another department. I have forwarded it to them.',
  'An inspection will be carried out as part of the normal cycle.',
  'As per previous correspondence, works are programmed subject to resources.',
  'Noted, thank you. We will monitor the situation.',
  'I have asked a colleague to look at this and they will be in touch if needed.',
]
