import { placeInWords } from '#enquiries/door.ts'
import type { Composed, LetterAbout, LetterCouncil, MailFile, MailKind } from '#mail/door.ts'
import type { NoticeTopic, Person } from '#people/door.ts'
import type { Facts } from './facts.ts'
import { topicOfEvent } from './topic.ts'

/** One letter to one person, before it has an address and a number. */
export type Letter = {
  readonly kind: MailKind
  readonly to: Recipient
  readonly composed: Composed
  readonly automatic: boolean
  /** under which choice of its reader it falls, where its event does not say so */
  readonly topic?: NoticeTopic
  /** its reader may not see the enquiry: it says no more than the number */
  readonly byNumber?: boolean
  /** what goes with it */
  readonly files?: readonly MailFile[]
}

/** A person, or an address of the council's own that is nobody's alone. */
export type Recipient = Pick<Person, 'name' | 'email' | 'disabled'> & { readonly id: string | null }

/** What letters need beside the facts of the event. */
export type Desk = {
  readonly council: LetterCouncil
  readonly publicUrl: string
  readonly silence: number
  readonly waiting: number
  readonly reopen: number
  /** a promise found broken more working days after its day is told nobody */
  readonly promiseTold: number
  readonly mailbox: string
  /** up to this size together an answer's files go with its letter */
  readonly attachBytes: number
  /** where the part of an answer that the event is about is given, without signing in */
  readonly contributionUrl?: string
  /** where the answer that the event is about is rated, without signing in */
  readonly rateUrl?: string
  /** member services, where no one person is meant */
  readonly oneStop: Recipient
}

/** To the member, under the name they were told: whoever raised it for them gets a copy by delegation, not by mail. */
export const toMember = (it: Facts, kind: MailKind, composed: Composed, automatic: boolean): Letter => ({
  kind,
  to: it.member,
  composed,
  automatic,
})

/** To whoever holds it, unless that is who just acted. */
export function toHolder(it: Facts, composed: Composed, kind: MailKind): Letter[] {
  if (!it.holder || it.holder.disabled || it.holder.id === it.recorded.by) return []
  return [{ kind, to: it.holder, composed, automatic: true }]
}

/** To whoever runs the mailbox, but not to who just acted. */
export const toOwners = ({ owners, recorded }: Facts, composedFor: (to: Person) => Composed): Letter[] =>
  owners
    .filter(it => !it.disabled && it.id !== recorded.by)
    .map(to => ({ kind: 'notice', to, composed: composedFor(to), automatic: true }))

/** A chase reaches whoever holds it and who is responsible for the mailbox, each once (domain, section 4). */
export const whoAnswersFor = ({ holder, owners }: Facts): Person[] =>
  [...new Map([...(holder ? [holder] : []), ...owners].map(it => [it.id, it])).values()].filter(it => !it.disabled)

/** For letters to officers. */
export const about = (it: Facts, desk: Desk): LetterAbout => aboutFor(it, desk, '', topicOfEvent(it.event.type, false))

/** For letters to the member: it leads to the page on which they follow it. */
export const tracked = (it: Facts, desk: Desk): LetterAbout =>
  aboutFor(it, desk, '/track', topicOfEvent(it.event.type, true))

const aboutFor = (
  { enquiry, names }: Facts,
  { publicUrl }: Desk,
  page: string,
  topic: NoticeTopic | undefined,
): LetterAbout => ({
  reference: enquiry.reference,
  subject: names.subject,
  restricted: enquiry.restricted,
  trackingUrl: `${publicUrl}/enquiries/${enquiry.reference}${page}`,
  ...(topic && { choiceUrl: choiceUrl(publicUrl) }),
})

/** Where it is about, as its member said it; mail about a restricted matter says nothing of it. */
export const placeToTell = ({ enquiry, names }: Facts): { place?: string } =>
  names.place && !enquiry.restricted ? { place: placeInWords(names.place) } : {}

export const choiceUrl = (publicUrl: string): string => `${publicUrl}/people/me/notices`
