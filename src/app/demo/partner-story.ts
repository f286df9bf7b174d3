import { dayOf, instantOn, laterOf, type Day } from '#kernel/day.ts'
import { asPart, type Player } from './cast.ts'
import { later } from './stage.ts'
import type { Held } from './taking.ts'
import { step, timely, workingDayFrom, type Telling } from './telling.ts'
import { town } from './town/town.ts'

/** Mailboxes whose work touches the homes of the housing association. */
const touchesHomes = ['streets', 'housing-advice', 'housing-repairs', 'anti-social-behaviour', 'environmental-health']

const wanted = [
  'Please look at this at the property and tell us what you will do, and by when.',
  'This is on your land. Please say whether you will put it right, or why not.',
  'Your tenancy team knows the household. Please tell us what can be said to the councillor.',
]

const answered = [
  'We went there this week. Our contractor starts on Monday and needs two days.',
  'It is ours and it is on the list: the work is done by the end of next month.',
  'We have spoken to the tenant. They agree that you say we are dealing with it.',
]

const numberOf = ({ played }: Telling): number => Number(played.enquiry.reference.split('-').at(-1))

/**
 * Every fourth of some mailboxes is handed over to the partner, who answers after a few working days, or never. The moment
 * at which the handler has it again; undefined when the story stops with the partner.
 */
export function withPartner(it: Telling, { handler }: Held, ready: Date): Date | undefined {
  const { stage, played, cast, box } = it
  const number = numberOf(it)
  const partner = cast.boxes.get(town.partner.mailbox)!
  if (number % 4 !== 3 || !touchesHomes.includes(box.key)) return ready
  const at = instantOn(workingDayFrom(stage, dayOf(ready), 1), 11, number % 60)
  const dueOn = later(stage, laterOf(dayOf(at), dayOf(it.played.changedAt)), 5)
  const shared = [
    { name: 'The subject', words: played.subject },
    { name: 'What the member wrote', words: played.messages[0]!.words },
  ]
  const id = stage.newId()
  const text = wanted[number % wanted.length]!
  const given = {
    id,
    mailbox: partner.id,
    text,
    dueOn,
    share: ['subject', 'words'],
    files: [],
    sharable: [],
    pieces: { subject: shared[0], words: shared[1] },
    authority: 'The housing transfer agreement, schedule 7',
    partner: { id: partner.id, name: partner.name, organisationId: partner.id, closedOn: null },
  }
  if (!step(it, 'hand-over', given, asPart(handler, 'holder'), at)) return undefined
  played.handOvers.push({
    id,
    mailboxId: partner.id,
    handedBy: handler.id,
    wanted: text,
    shared,
    dueOn,
    at: played.changedAt,
  })
  return fate(number) === 'silent' ? silent(it, dueOn) : partnerActs(it, partner.responders[number % 3]!, at)
}

const fates = ['answers', 'silent', 'answers', 'declines', 'answers', 'silent', 'answers', 'takes-over'] as const
const fate = (number: number) => fates[Math.floor(number / 4) % fates.length]!

/** They answer or send it back after a few days; some they take over wholly, and the story ends with them. */
function partnerActs(it: Telling, partner: Player, handedAt: Date): Date | undefined {
  const number = numberOf(it)
  const at = instantOn(later(it.stage, dayOf(handedAt), 3 + (number % 4)), 14, number % 60)
  const acts = (name: string, given: object) => step(it, name, given, asPart(partner, 'partner'), at)
  switch (fate(number)) {
    case 'declines':
      return acts('partner-decline', { text: 'This was sold last year: it is not ours any more.' }) ? at : undefined
    case 'takes-over':
      acts('take-over', { text: takenOver, partner: { takesOver: true }, untold: false })
      return undefined
    default:
      return acts('partner-answer', { text: answered[number % answered.length]! }) ? at : undefined
  }
}

const takenOver =
  'We deal with this from now on. Please write to repairs@tess-valley-homes.example or ring 01632 960 190.'

const silence = 5

/** They are reminded the day after, and five working days later it is taken back. */
function silent(it: Telling, dueOn: Day): Date | undefined {
  const on = (days: number) => instantOn(later(it.stage, dueOn, days), 8, 15)
  if (!timely(it, 'remind-partner', {}, on(1))) return undefined
  const back = { text: 'No answer came in time.', silence }
  return timely(it, 'take-back', back, on(silence)) ? on(silence) : undefined
}
