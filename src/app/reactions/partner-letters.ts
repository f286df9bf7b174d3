import * as letters from '#mail/door.ts'
import type { Composed } from '#mail/door.ts'
import type { Person } from '#people/door.ts'
import { toldDueOn } from '#enquiries/door.ts'
import type { Facts } from './facts.ts'
import { about, toHolder, toMember, tracked, whoAnswersFor, type Desk, type Letter } from './letter.ts'

/** What is written about a hand-over: to the partner, the member, and whoever answers for it here. */
export function partnerLetters(it: Facts, desk: Desk): Letter[] {
  switch (it.event.type) {
    case 'handed-over':
      return [...toPartner(it, handedOver(it, desk, false), false), theMemberHears(it, desk)]
    case 'partner-silent':
      return [...toPartner(it, handedOver(it, desk, true)), ...toAnswer(it, desk)]
    case 'taken-back':
    case 'hand-over-ended':
      return [
        ...toPartner(it, handOverEnded(it, desk)),
        // what the timetable took back is news here too
        ...(it.event.type === 'taken-back' && !it.doer ? toAnswer(it, desk) : []),
      ]
    default:
      return it.holder ? toHolder(it, news(it, desk, it.holder), 'notice') : []
  }
}

/** To the partner’s people; none of them sees more than was handed over. */
const toPartner = (it: Facts, composedFor: (to: Person) => Composed, automatic = true): Letter[] =>
  it.partners
    .filter(person => !person.disabled)
    .map(to => ({ kind: 'hand-over', to, automatic, composed: composedFor(to) }))

const toAnswer = (it: Facts, desk: Desk): Letter[] =>
  whoAnswersFor(it).map(to => ({ kind: 'notice', to, composed: news(it, desk, to), automatic: true }))

const handedOver =
  (it: Facts, desk: Desk, late: boolean) =>
  (to: Person): Composed =>
    letters.handedOver(desk.council, {
      about: about(it, desk),
      to: to.name,
      by: (late ? it.holder?.name : it.doer?.name) ?? 'The council',
      wanted: it.handOver?.wanted ?? '',
      dueOn: it.handOver?.dueOn ?? it.recorded.on,
      url: `${desk.publicUrl}/hand-overs/${it.handOver?.id ?? ''}`,
      late,
    })

const handOverEnded =
  (it: Facts, desk: Desk) =>
  (to: Person): Composed =>
    letters.handOverEnded(desk.council, {
      about: about(it, desk),
      to: to.name,
      wanted: it.handOver?.wanted ?? '',
      url: `${desk.publicUrl}/hand-overs`,
    })

const theMemberHears = (it: Facts, desk: Desk): Letter =>
  toMember(
    it,
    'notice',
    letters.partnerHas(desk.council, {
      about: tracked(it, desk),
      to: it.member.name,
      by: it.holder?.name ?? it.doer?.name ?? 'One Stop',
      mailbox: desk.mailbox,
      partner: it.names.partner ?? 'a partner of the council',
      dueOn: toldDueOn(it.enquiry),
    }),
    true,
  )

const whats = {
  'partner-answered': 'answered',
  'partner-declined': 'declined',
  'partner-silent': 'silent',
  'taken-back': 'back',
} as const

const news = (it: Facts, desk: Desk, to: Person) =>
  letters.partnerNews(desk.council, {
    about: about(it, desk),
    to: to.name,
    what: whats[it.event.type as keyof typeof whats],
    said: it.words,
    mailbox: desk.mailbox,
  })
