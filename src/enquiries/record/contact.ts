import { inWords, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { isSensitivity, type Sensitivity } from '#mailboxes/door.ts'
import type { Member } from '#people/door.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDay } from '#platform/http/typed-day.ts'
import { placeIn, type Place } from '../place/place.ts'
import { channels, type Channel } from '../enquiry.ts'
import { memberMeant } from './whom.ts'

/** How a contact that was not typed by the member can have come. */
export const recordedChannels = [
  'phone',
  'in-person',
  'letter',
  'senior-manager',
  'email',
] as const satisfies readonly Channel[]

/** What becomes of it once it is on record. */
export const nexts = ['answered', 'take', 'place'] as const
export type Next = (typeof nexts)[number]

/** A contact as an officer wrote it down. */
export type Contact = {
  readonly member: Member
  readonly channel: Channel
  readonly receivedOn: Day
  readonly direct: boolean
  readonly subject: string
  readonly text: string
  readonly place: Place | undefined
  readonly sensitive: Sensitivity | undefined
  readonly next: Next
  /** what was said, when it was answered already */
  readonly said: string
  /** a topic's id, `unplaced` for member services, '' to be suggested */
  readonly topic: string
  /** which of their own mailboxes they keep it in; '' for the one it belongs to */
  readonly ownMailbox: string
}

/** Reads the form; everything that has to be mended at once, each at its field. */
export function contactIn(form: Form, members: readonly Member[], today: Day): Result<Contact> {
  const member = memberMeant(members, form.text('member'))
  const receivedOn = receivedIn(form, today)
  const channel = channels.find(it => it === form.text('channel'))
  const next = nexts.find(it => it === form.text('next'))
  const said = form.text('said')
  const place = placeIn(form.text('place'), form.text('point'))
  const refused = refuseAll([
    ...(member.ok ? [] : [member.refusal]),
    ...missing(!channel, 'Select how it came', 'channel'),
    ...(receivedOn.ok ? [] : [receivedOn.refusal]),
    ...missing(!form.text('subject'), 'Enter what it was about', 'subject'),
    ...missing(form.text('subject').length > 20_000, 'Enter a shorter line about it', 'subject'),
    ...(place.ok ? [] : [place.refusal]),
    ...missing(!next, 'Select what happens now', 'next'),
    ...missing(next === 'answered' && !said, 'Enter what was said', 'said'),
  ])
  if (refused) return refused
  if (!member.ok || !receivedOn.ok || !place.ok) return refuse('invalid', 'Check what you entered')
  const sensitive = form.text('sensitive')
  return allow({
    member: member.value,
    channel: channel!,
    receivedOn: receivedOn.value,
    direct: form.text('direct') === 'yes',
    subject: form.text('subject'),
    // a line is often all there is to say
    text: form.text('text') || form.text('subject'),
    place: place.value,
    sensitive: isSensitivity(sensitive) ? sensitive : undefined,
    next: next!,
    said,
    topic: form.text('topic'),
    ownMailbox: form.text('ownMailbox'),
  })
}

function receivedIn(form: Form, today: Day): Result<Day> {
  const typed = typedDay(form, 'receivedOn', 'Day it was received')
  return typed.ok && typed.value > today
    ? refuse('future', `The day it was received must be today, ${inWords(today)}, or before`, 'receivedOn')
    : typed
}

const missing = (is: boolean, words: string, field: string): Refusal[] =>
  is ? [refuse('missing', words, field).refusal] : []
