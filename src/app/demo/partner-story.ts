import { dayOf, instantOn, laterOf, type Day } from '#kernel/day.ts'
import { asPart, type Player } from './cast.ts'
import { later } from './stage.ts'
import type { Held } from './taking.ts'
import { step, timely, workingDayFrom, type Telling } from './telling.ts'
import { town } from './town/town.ts'

/** What mailboxes whose work touches homes ask the housing association, and what it answers. */
const askedOfHomes: Readonly<Record<string, { readonly wanted: string; readonly answered: string }>> = {
  streets: {
    wanted: 'Part of this may be your land. Please tell us whether it is, and when you would put it right.',
    answered:
      'We looked at the deeds and went there. It is public highway; we swept our own path beside it the same day.',
  },
  'housing-advice': {
    wanted: 'Your tenancy team may know the household. Please tell us what can be said to the councillor.',
    answered: 'We have spoken to them and will see them this week. They agree that you say so.',
  },
  'housing-repairs': {
    wanted: 'Please look at this at the property and tell us what you will do, and by when.',
    answered: 'We went there this week. Our contractor starts on Monday and needs two days.',
  },
  'anti-social-behaviour': {
    wanted: 'It comes from one of your blocks. Please tell us what you have done and what you will do.',
    answered: 'We have written to everybody in the block, and our officer is there on Thursday evening.',
  },
  'environmental-health': {
    wanted: 'The house is one of yours. Please look at it and tell us what you will do, and by when.',
    answered: 'Our surveyor went there this week. The work is ordered and is done by the end of the month.',
  },
}

const numberOf = ({ played }: Telling): number => Number(played.enquiry.reference.split('-').at(-1))

/**
 * Every fourth of some mailboxes is handed over to the partner, who answers after a few working days, or never. The moment
 * at which the handler has it again; undefined when the story stops with the partner.
 */
export function withPartner(it: Telling, { handler }: Held, ready: Date): Date | undefined {
  const { stage, played, cast, box } = it
  const number = numberOf(it)
  const partner = cast.boxes.get(town.partner.mailbox)!
  if (number % 4 !== 3 || !askedOfHomes[box.key]) return ready
  const at = instantOn(workingDayFrom(stage, dayOf(ready), 1), 11, number % 60)
  const dueOn = later(stage, laterOf(dayOf(at), dayOf(it.played.changedAt)), 5)
  const shared = [
    { name: 'The subject', words: played.subject },
    { name: 'What the member wrote', words: played.messages[0]!.words },
  ]
  const id = stage.newId()
  const text = askedOfHomes[box.key]!.wanted
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
      return acts('partner-answer', { text: askedOfHomes[it.box.key]!.answered }) ? at : undefined
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
