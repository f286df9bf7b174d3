import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { AbsenceFacts, MailboxFacts, TopicFacts } from './set-up.sql.ts'

/** False when somebody else changed it since `version` was read. */
export async function updateMailbox(tx: Tx, id: string, version: number, it: MailboxFacts): Promise<boolean> {
  const changed = await tx`
    update mailboxes.mailbox set key = ${it.key}, address = ${it.address}, name = ${it.name}, phone = ${it.phone ?? ''},
      purpose = ${it.purpose ?? ''}, standard = ${it.standard ?? ''}, service_id = ${it.serviceId ?? null},
      organisation_id = ${it.organisationId ?? null}, restricted = ${it.restricted ?? false},
      handles = ${[...(it.handles ?? [])]}, limit_working_days = ${it.limitWorkingDays ?? null},
      closed_on = ${it.closedOn ?? null}, takes_over = ${it.takesOver ?? false}, version = version + 1
    where id = ${id} and version = ${version} returning id
  `
  return changed.length > 0
}

/** False when somebody else changed it since `version` was read. */
export async function updateTopic(tx: Tx, id: string, version: number, it: TopicFacts): Promise<boolean> {
  const changed = await tx`
    update mailboxes.topic set key = ${it.key}, name = ${it.name}, words = ${[...(it.words ?? [])]},
      kind = ${it.kind ?? 'enquiry'}, limit_working_days = ${it.limitWorkingDays ?? null}, lgsl = ${it.lgsl ?? null},
      needs_review = ${it.needsReview ?? false}, version = version + 1
    where id = ${id} and version = ${version} returning id
  `
  return changed.length > 0
}

/** Ends a part with a day, its last; one that has not begun by then is taken away altogether. */
export async function endPart(tx: Tx, id: string, untilOn: Day): Promise<void> {
  await tx`delete from mailboxes.named_person where id = ${id} and from_on > ${untilOn}`
  await tx`update mailboxes.named_person set until_on = ${untilOn} where id = ${id}`
}

/** Other days or another cover. Throws where it would lie over another absence of the same person. */
export async function updateAbsence(tx: Tx, id: string, it: AbsenceFacts): Promise<void> {
  await tx`
    update mailboxes.absence set from_on = ${it.fromOn}, until_on = ${it.untilOn ?? null}, cover_id = ${it.coverId ?? null}
    where id = ${id}
  `
}

export async function endAbsence(tx: Tx, id: string, untilOn: Day): Promise<boolean> {
  const gone = await tx`delete from mailboxes.absence where id = ${id} and from_on > ${untilOn} returning id`
  const ended = await tx`update mailboxes.absence set until_on = ${untilOn} where id = ${id} returning id`
  return gone.length + ended.length > 0
}

export async function endResponsibility(tx: Tx, id: string, untilOn: Day | null): Promise<void> {
  await tx`update mailboxes.responsibility set until_on = ${untilOn} where id = ${id}`
}

export async function deleteResponsibility(tx: Tx, id: string): Promise<void> {
  await tx`delete from mailboxes.responsibility where id = ${id}`
}

/** Keeps others from changing what this topic's mailbox is until the transaction ends. */
export async function lockTopic(tx: Tx, id: string): Promise<void> {
  await tx`select id from mailboxes.topic where id = ${id} for update`
}

/** Lets a mailbox give new work out by itself, or not; false where the viewer does not run it. */
export async function setGivesOut(tx: Tx, mailboxId: string, byItself: boolean): Promise<boolean> {
  const [row] = await tx<{ done: boolean }[]>`select mailboxes.set_gives_out(${mailboxId}, ${byItself}) as done`
  return row!.done
}
