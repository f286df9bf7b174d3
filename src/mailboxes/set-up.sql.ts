import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Part } from './mailbox.ts'
import type { Sensitivity } from './sensitivity.ts'
import type { Kind } from './topic.ts'

export type MailboxFacts = {
  readonly key: string
  readonly address: string
  readonly name: string
  readonly phone?: string
  readonly purpose?: string
  readonly standard?: string
  readonly serviceId?: string | null
  readonly organisationId?: string | null
  readonly restricted?: boolean
  readonly handles?: readonly Sensitivity[]
  readonly limitWorkingDays?: number | null
  readonly closedOn?: Day | null
  readonly takesOver?: boolean
  readonly givesOut?: boolean
}

export type TopicFacts = {
  readonly key: string
  readonly name: string
  readonly words?: readonly string[]
  readonly kind?: Kind
  readonly limitWorkingDays?: number | null
  readonly lgsl?: number | null
  readonly needsReview?: boolean
}

export type ResponsibilityFacts = {
  readonly topicId: string
  readonly mailboxId: string
  readonly wardId?: string | null
  readonly fromOn: Day
  readonly untilOn?: Day | null
}

export type NamedPersonFacts = {
  readonly mailboxId: string
  readonly personId: string
  readonly part: Part
  readonly fromOn: Day
  readonly untilOn?: Day | null
}

export type AbsenceFacts = {
  readonly personId: string
  readonly fromOn: Day
  readonly untilOn?: Day | null
  readonly coverId?: string | null
}

const idOf = (rows: readonly { id: string }[]): string => rows[0]!.id

export async function insertMailbox(tx: Tx, it: MailboxFacts): Promise<string> {
  return idOf(
    await tx<{ id: string }[]>`
    insert into mailboxes.mailbox (key, address, name, phone, purpose, standard, service_id, organisation_id, restricted,
      handles, limit_working_days, closed_on, takes_over, gives_out)
    values (${it.key}, ${it.address}, ${it.name}, ${it.phone ?? ''}, ${it.purpose ?? ''}, ${it.standard ?? ''},
      ${it.serviceId ?? null}, ${it.organisationId ?? null}, ${it.restricted ?? false}, ${[...(it.handles ?? [])]},
      ${it.limitWorkingDays ?? null}, ${it.closedOn ?? null}, ${it.takesOver ?? false}, ${it.givesOut ?? false})
    returning id
  `,
  )
}

export async function insertTopic(tx: Tx, it: TopicFacts): Promise<string> {
  return idOf(
    await tx<{ id: string }[]>`
    insert into mailboxes.topic (key, name, words, kind, limit_working_days, lgsl, needs_review)
    values (${it.key}, ${it.name}, ${[...(it.words ?? [])]}, ${it.kind ?? 'enquiry'}, ${it.limitWorkingDays ?? null},
      ${it.lgsl ?? null}, ${it.needsReview ?? false})
    returning id
  `,
  )
}

export async function insertResponsibility(tx: Tx, it: ResponsibilityFacts): Promise<string> {
  return idOf(
    await tx<{ id: string }[]>`
    insert into mailboxes.responsibility (topic_id, ward_id, mailbox_id, from_on, until_on)
    values (${it.topicId}, ${it.wardId ?? null}, ${it.mailboxId}, ${it.fromOn}, ${it.untilOn ?? null})
    returning id
  `,
  )
}

export async function insertNamedPerson(tx: Tx, it: NamedPersonFacts): Promise<string> {
  return idOf(
    await tx<{ id: string }[]>`
    insert into mailboxes.named_person (mailbox_id, person_id, part, from_on, until_on)
    values (${it.mailboxId}, ${it.personId}, ${it.part}, ${it.fromOn}, ${it.untilOn ?? null})
    returning id
  `,
  )
}

export async function insertAbsence(tx: Tx, it: AbsenceFacts): Promise<string> {
  return idOf(
    await tx<{ id: string }[]>`
    insert into mailboxes.absence (person_id, from_on, until_on, cover_id)
    values (${it.personId}, ${it.fromOn}, ${it.untilOn ?? null}, ${it.coverId ?? null})
    returning id
  `,
  )
}
