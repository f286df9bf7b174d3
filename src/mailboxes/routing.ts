import { inWords, type Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { isOpen, type Mailbox } from './mailbox.ts'
import type { Sensitivity } from './sensitivity.ts'
import type { Responsibility, Topic } from './topic.ts'

export type RoutingQuestion = {
  readonly topic?: Topic
  readonly ward?: string | null
  readonly on: Day
  /** the kind of sensitive matter, when it is one: then only a proper officer's mailbox will do */
  readonly sensitive?: Sensitivity
  readonly responsibilities: readonly Responsibility[]
  readonly mailboxes: readonly Mailbox[]
}

export type Routing = {
  readonly mailbox: Mailbox
  /** why there, in a sentence for the person who asks */
  readonly words: string
}

/**
 * The mailbox that answers for a topic, in a ward, on a day (domain, section 5). A ward's own arrangement goes before
 * the general one; a sensitive matter goes to its proper officer whatever the topic. Refusals: `no-topic`,
 * `no-mailbox` (nobody answers for it that day), `mailbox-closed`, `no-proper-officer`.
 */
export function routeTo(question: RoutingQuestion): Result<Routing> {
  if (question.sensitive) return toProperOfficer(question, question.sensitive)
  if (!question.topic) return refuse('no-topic', 'Select what the enquiry is about', 'topic')
  return toWhoeverAnswers(question, question.topic)
}

/** The mailbox somebody named themselves, as long as it still takes enquiries. Refusal: `mailbox-closed`. */
export function routeToNamed(mailbox: Mailbox, on: Day): Result<Routing> {
  if (!isOpen(mailbox, on)) return closed(mailbox)
  return allow({ mailbox, words: `${mailbox.name} was chosen` })
}

function toWhoeverAnswers({ ward, on, responsibilities, mailboxes }: RoutingQuestion, topic: Topic): Result<Routing> {
  const inForce = responsibilities.filter(it => it.topicId === topic.id && holds(it, on))
  const own = ward ? inForce.find(it => it.wardId === ward) : undefined
  const found = own ?? inForce.find(it => it.wardId === null)
  const mailbox = found && mailboxes.find(it => it.id === found.mailboxId)
  if (!mailbox) return refuse('no-mailbox', `No mailbox answers for “${topic.name}” on ${inWords(on)}`, 'topic')
  if (!isOpen(mailbox, on)) return closed(mailbox)
  return allow({ mailbox, words: `${mailbox.name} answers for “${topic.name}”${own ? ' in this ward' : ''}` })
}

/** A matter nobody was named for goes to whoever receives personal matters; never to an open mailbox. */
function toProperOfficer({ on, mailboxes }: RoutingQuestion, sensitive: Sensitivity): Result<Routing> {
  const restricted = mailboxes.filter(it => it.restricted && isOpen(it, on))
  const mailbox =
    restricted.find(it => it.handles.includes(sensitive)) ??
    restricted.find(it => it.handles.includes('personal-matters'))
  if (!mailbox)
    return refuse(
      'no-proper-officer',
      'No proper officer receives matters of this kind. Call member services',
      'sensitive',
    )
  return allow({ mailbox, words: `Only the named people of ${mailbox.name} will see it` })
}

export const holds = (it: { readonly fromOn: Day; readonly untilOn: Day | null }, on: Day): boolean =>
  it.fromOn <= on && (it.untilOn === null || on <= it.untilOn)

const closed = (mailbox: Mailbox): Result<never> =>
  refuse(
    'mailbox-closed',
    `${mailbox.name} takes nothing new since ${inWords(mailbox.closedOn!)}. Select another mailbox`,
    'mailbox',
  )
