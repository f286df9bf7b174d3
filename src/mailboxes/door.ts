import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { heldRegister } from './held-register.ts'
import { limitFor, type Limit } from './limit.ts'
import { isOpen, type Mailbox, type NamedPerson } from './mailbox.ts'
import { isPersonNamed, namedPeopleOf, partsOfPerson, type PartOfPerson } from './people.sql.ts'
import type { Register } from './register.ts'
import { routeTo, routeToNamed, type Routing } from './routing.ts'
import type { Sensitivity } from './sensitivity.ts'
import * as setUp from './set-up.sql.ts'
import { forgetClues, keepLesson } from './learn/clue.sql.ts'
import { featuresOf } from './learn/features.ts'
import { suggestFor } from './learn/learned.ts'
import { lesson, slightestWeight } from './learn/weights.ts'
import type { Suggestion } from './suggest.ts'
import type { Topic } from './topic.ts'

export { assign, type Assignment, type Candidate } from './assignment.ts'
export { insertReply as keepCannedReply, offeredIn as cannedRepliesOffered } from './canned-replies/canned-reply.sql.ts'
export { fieldsLeftIn, filledIn, type CannedReply, type CannedValues } from './canned-replies/canned-reply.ts'
export { importMailboxes } from './import-mailboxes/import-mailboxes.ts'
export type { Limit } from './limit.ts'
export { isOpen, type Mailbox, type NamedPerson, type Part } from './mailbox.ts'
export type { PartOfPerson } from './people.sql.ts'
export { sensitivityWords } from './words.ts'
export { isSensitivity, sensitivities, sensitivityQuestions, type Sensitivity } from './sensitivity.ts'
export { strayDataIn, withoutStrayData, type OurOwn } from './personal-data.ts'
export { type Finding, type FindingKind } from './sensitivity/finding.ts'
export { sensitiveWords } from './sensitivity/change-words/held-words.ts'
export { findingsIn } from './sensitivity/findings-in.ts'
export { warningIn, type TextWarning } from './sensitivity/warning.ts'
export type { WordLists } from './sensitivity/word-lists.ts'
export type { Suggestion } from './suggest.ts'
export { kinds, type Kind, type Responsibility, type Topic } from './topic.ts'

/** The mailbox that mail to this address is for; undefined when it is none of ours. Case makes no difference. */
export async function mailboxByAddress(tx: Tx, address: string): Promise<Mailbox | undefined> {
  return (await heldRegister(tx)).mailboxByAddress.get(address.trim().toLowerCase())
}

export async function mailboxById(tx: Tx, id: string): Promise<Mailbox | undefined> {
  return (await heldRegister(tx)).mailboxById.get(id)
}

/** The mailboxes with these ids, closed ones too; unknown ids are left out. */
export async function mailboxesById(tx: Tx, ids: readonly string[]): Promise<Mailbox[]> {
  const { mailboxById } = await heldRegister(tx)
  return ids.flatMap(id => mailboxById.get(id) ?? [])
}

export async function mailboxByKey(tx: Tx, key: string): Promise<Mailbox | undefined> {
  return (await heldRegister(tx)).mailboxByKey.get(key)
}

/** Every mailbox that takes new enquiries on a day, by name. */
export async function openMailboxes(tx: Tx, on: Day): Promise<Mailbox[]> {
  return (await heldRegister(tx)).mailboxes.filter(it => isOpen(it, on))
}

/** Every mailbox there ever was, closed ones too, by name. */
export async function allMailboxes(tx: Tx): Promise<readonly Mailbox[]> {
  return (await heldRegister(tx)).mailboxes
}

/** Every topic of the register of definitions, by name. */
export async function topics(tx: Tx): Promise<readonly Topic[]> {
  return (await heldRegister(tx)).topics
}

export async function topicById(tx: Tx, id: string): Promise<Topic | undefined> {
  return (await heldRegister(tx)).topicById.get(id)
}

export async function topicByKey(tx: Tx, key: string): Promise<Topic | undefined> {
  return (await heldRegister(tx)).topicByKey.get(key)
}

/** What a mailbox or topic is called, by its id; null for one that is not known. */
export async function namesInRegister(tx: Tx): Promise<(id: string | null) => string | null> {
  const { mailboxById, topicById } = await heldRegister(tx)
  return id => (id && (mailboxById.get(id) ?? topicById.get(id))?.name) ?? null
}

/** What is known of a mailbox or topic, by its id. */
export type RegisterById = {
  readonly mailbox: (id: string | null) => Mailbox | undefined
  readonly topic: (id: string | null) => Topic | undefined
}

export async function registerById(tx: Tx): Promise<RegisterById> {
  const { mailboxById, topicById } = await heldRegister(tx)
  return { mailbox: id => (id ? mailboxById.get(id) : undefined), topic: id => (id ? topicById.get(id) : undefined) }
}

export type RouteQuestion = {
  /** by its id or its key; the mailbox too */
  readonly topicId?: string | null
  /** a mailbox somebody named goes before what the topic says */
  readonly mailboxId?: string | null
  readonly wardId?: string | null
  readonly on: Day
  readonly sensitive?: Sensitivity
}

export type Destination = Routing & { readonly topic: Topic | undefined; readonly limit: Limit }

/**
 * Where an enquiry goes and in how many working days it is due. Two small queries. Refusals of `routeTo`, and
 * `no-such-topic`, `no-such-mailbox`.
 */
export async function routeFor(tx: Tx, question: RouteQuestion): Promise<Result<Destination>> {
  const [register, council] = await Promise.all([heldRegister(tx), setting(tx, 'enquiries.limit-working-days')])
  const topic = question.topicId ? topicNamed(register, question.topicId) : undefined
  if (question.topicId && !topic) return refuse('no-such-topic', 'Select a topic from the list', 'topic')
  const routed = decide(register, question, topic)
  if (!routed.ok) return routed
  return allow({ ...routed.value, topic, limit: limitFor(topic, routed.value.mailbox, council) })
}

/** In how many working days an answer of this topic and mailbox is due. */
export async function limitOf(tx: Tx, topicId: string | null, mailboxId: string | null): Promise<Limit> {
  const [register, council] = await Promise.all([heldRegister(tx), setting(tx, 'enquiries.limit-working-days')])
  const topic = topicId ? register.topicById.get(topicId) : undefined
  return limitFor(topic, mailboxId ? register.mailboxById.get(mailboxId) : undefined, council)
}

const topicNamed = (register: Register, named: string): Topic | undefined =>
  register.topicById.get(named) ?? register.topicByKey.get(named)

function decide(
  register: Register,
  { mailboxId, wardId, on, sensitive }: RouteQuestion,
  topic: Topic | undefined,
): Result<Routing> {
  if (mailboxId && !sensitive) {
    const mailbox = register.mailboxById.get(mailboxId) ?? register.mailboxByKey.get(mailboxId)
    return mailbox ? routeToNamed(mailbox, on) : refuse('no-such-mailbox', 'Select a mailbox from the list', 'mailbox')
  }
  const responsibilities = (topic && register.responsibilitiesByTopic.get(topic.id)) ?? []
  return routeTo({ topic, ward: wardId, on, sensitive, responsibilities, mailboxes: register.mailboxes })
}

/** Up to three topics a text seems to be about, each with its reason, the likeliest first. */
export async function suggestTopics(tx: Tx, text: string): Promise<Suggestion[]> {
  return suggestFor(tx, await heldRegister(tx), text)
}

/** Learns from what was written about a topic; `share` is how much of everything is about it, above 0 to 1. */
export async function learnTopic(tx: Tx, topicId: string, texts: readonly string[], share: number): Promise<void> {
  const topic = (await heldRegister(tx)).topicById.get(topicId)
  const taught = lesson(texts, topic ? [topic.name, ...topic.words] : [])
  await keepLesson(tx, topicId, taught, { prior: Math.log(share), learnedFrom: texts.length })
}

/** Forgets what hardly anything but this text taught about a topic. */
export const forgetText = (tx: Tx, topicId: string, text: string): Promise<void> =>
  forgetClues(tx, topicId, [...featuresOf(text).keys()], slightestWeight)

/** The people named in a mailbox on a day, with absence and cover; of a restricted one only for those inside it. */
export const namedPeople = (tx: Tx, mailboxId: string, on: Day): Promise<NamedPerson[]> =>
  namedPeopleOf(tx, mailboxId, on)

/** The mailboxes a person is named in on a day, and as what. */
export const partsOf = (tx: Tx, personId: string, on: Day): Promise<PartOfPerson[]> => partsOfPerson(tx, personId, on)

export const isNamed = (tx: Tx, mailboxId: string, personId: string, on: Day): Promise<boolean> =>
  isPersonNamed(tx, mailboxId, personId, on)

// For imports and the demonstration: each one insert, giving the id. They throw where a constraint is broken and are
// not written to the trail one by one; pages use the acts, which refuse politely and are.

export const addMailbox = (tx: Tx, facts: setUp.MailboxFacts): Promise<string> => setUp.insertMailbox(tx, facts)
export const addTopic = (tx: Tx, facts: setUp.TopicFacts): Promise<string> => setUp.insertTopic(tx, facts)
export const giveResponsibility = (tx: Tx, facts: setUp.ResponsibilityFacts): Promise<string> =>
  setUp.insertResponsibility(tx, facts)
export const namePerson = (tx: Tx, facts: setUp.NamedPersonFacts): Promise<string> => setUp.insertNamedPerson(tx, facts)
export const addAbsence = (tx: Tx, facts: setUp.AbsenceFacts): Promise<string> => setUp.insertAbsence(tx, facts)
