import { dueOn, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { namedPeople, routeFor, suggestTopics, topics, type Sensitivity } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { allExpected } from '../expected/expected.sql.ts'
import type { Expected } from '../expected/expected.ts'
import type { House } from '../house.ts'

/** Where an enquiry would go, who answers there and by when: shown before it is sent. */
export type Destined = {
  readonly topicId: string | undefined
  readonly topic: string | undefined
  /** why it is suggested, in plain words */
  readonly reason: string | undefined
  readonly mailboxId: string
  readonly mailbox: string
  readonly phone: string
  readonly restricted: boolean
  /** whoever runs the mailbox; undefined where the viewer may not know or nobody is named */
  readonly runBy: string | undefined
  readonly dueOn: Day
  /** how long answers to the like of it take; undefined where too few are known */
  readonly expected: Expected | undefined
}

export type Destinations = {
  readonly suggested: readonly Destined[]
  readonly others: readonly Destined[]
  /** when member services place it */
  readonly unplacedDueOn: Day
}

type Question = { readonly wardId: string | undefined; readonly on: Day }

/** Up to three topics the text speaks of, and every other one, each with where it leads. */
export async function destinationsFor(tx: Tx, house: House, text: string, asked: Question): Promise<Destinations> {
  const [calendar, councilLimit, suggestions, all, expectedOf] = await Promise.all([
    house.calendar(tx),
    setting(tx, 'enquiries.limit-working-days'),
    suggestTopics(tx, text),
    topics(tx),
    allExpected(tx),
  ])
  const destined = await Promise.all(all.map(({ id }) => destinedFor(tx, calendar, { ...asked, topicId: id })))
  const byTopic = new Map(destined.flatMap(it => (it?.topicId ? [[it.topicId, it]] : [])))
  const suggested = suggestions.flatMap(({ topicId, reason }) => {
    const found = byTopic.get(topicId)
    return found ? [{ ...found, reason, expected: expectedOf(found) }] : []
  })
  return {
    suggested: await Promise.all(suggested.map(it => withOwner(tx, it, asked.on))),
    others: [...byTopic.values()].filter(it => !suggested.some(other => other.topicId === it.topicId)),
    unplacedDueOn: dueOn({ receivedOn: asked.on, limitWorkingDays: councilLimit, pauses: [], calendar })!,
  }
}

/** The proper officer's mailbox for a sensitive matter; undefined when the council names none. */
export async function restrictedDestination(
  tx: Tx,
  house: House,
  sensitive: Sensitivity,
  asked: Question,
): Promise<Destined | undefined> {
  const found = await destinedFor(tx, await house.calendar(tx), { ...asked, sensitive })
  return found && withOwner(tx, found, asked.on)
}

async function destinedFor(
  tx: Tx,
  calendar: Calendar,
  asked: Question & { topicId?: string; sensitive?: Sensitivity },
): Promise<Destined | undefined> {
  const routed = await routeFor(tx, asked)
  if (!routed.ok) return undefined
  const { mailbox, topic, limit } = routed.value
  return {
    topicId: topic?.id,
    topic: topic?.name,
    reason: undefined,
    mailboxId: mailbox.id,
    mailbox: mailbox.name,
    phone: mailbox.phone,
    restricted: mailbox.restricted,
    runBy: undefined,
    expected: undefined,
    dueOn: dueOn({ receivedOn: asked.on, limitWorkingDays: limit.workingDays, pauses: [], calendar })!,
  }
}

async function withOwner(tx: Tx, it: Destined, on: Day): Promise<Destined> {
  const people = await namedPeople(tx, it.mailboxId, on)
  return { ...it, runBy: people.find(one => one.part === 'owner')?.name }
}
