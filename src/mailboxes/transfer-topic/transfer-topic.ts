import { addDays, inWords, type Day, type Now } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDay } from '#platform/http/typed-day.ts'
import { deleteResponsibility, endResponsibility, lockTopic } from '../change.sql.ts'
import type { Editing } from '../edit-mailbox/edit-mailbox.ts'
import { isOpen, type Mailbox } from '../mailbox.ts'
import { holds } from '../routing.ts'
import { responsibilitiesOf } from './transfer-topic.sql.ts'
import { insertResponsibility } from '../set-up.sql.ts'
import type { Responsibility, Topic } from '../topic.ts'

export type Transfer = { readonly mailbox: Mailbox; readonly wardId: string | null; readonly fromOn: Day }

export function readTransfer(form: Form, mailboxes: readonly Mailbox[], wards: readonly string[]): Result<Transfer> {
  const fromOn = typedDay(form, 'from', 'First day')
  const mailbox = mailboxes.find(it => it.id === form.text('mailbox'))
  const ward = form.text('ward')
  const wrong = [
    ...(mailbox ? [] : [refuse('mailbox', 'Select a mailbox', 'mailbox').refusal]),
    ...(ward === '' || wards.includes(ward) ? [] : [refuse('ward', 'Select a ward from the list', 'ward').refusal]),
    ...(fromOn.ok ? [] : [fromOn.refusal]),
  ]
  if (!mailbox || !fromOn.ok || wrong.length > 0) return refuseAll(wrong)!
  return allow({ mailbox, wardId: ward || null, fromOn: fromOn.value })
}

/** What changes when a topic goes to another mailbox from a day on. */
export type TransferPlan = { readonly ends: Responsibility | undefined; readonly endsOn: Day }

/**
 * From a day on another mailbox answers for a topic, in one ward or generally; whoever answers until then ends the day
 * before. Refusals: `in-the-past`, `mailbox-closed`, `same-mailbox`, `planned-already` when a later change stands.
 */
export function planTransfer(
  all: readonly Responsibility[],
  { mailbox, wardId, fromOn }: Transfer,
  now: Now,
): Result<TransferPlan> {
  const same = all.filter(it => it.wardId === wardId)
  const current = same.find(it => holds(it, fromOn))
  const later = same.find(it => it.fromOn >= fromOn)
  if (current && fromOn < now.today) return refuse('in-the-past', 'First day must be today or later', 'from')
  if (!isOpen(mailbox, fromOn))
    return refuse('mailbox-closed', `${mailbox.name} is closed by then. Select another mailbox`, 'mailbox')
  if (later)
    return refuse(
      'planned-already',
      `A change from ${inWords(later.fromOn)} is planned already. Take it back first`,
      'from',
    )
  if (current?.mailboxId === mailbox.id)
    return refuse('same-mailbox', `${mailbox.name} answers for it already`, 'mailbox')
  return allow({ ends: current, endsOn: addDays(fromOn, -1) })
}

export async function transferTopic(
  tx: Tx,
  topic: Topic,
  transfer: Transfer,
  { actor, now }: Editing,
): Promise<Result<string>> {
  await lockTopic(tx, topic.id)
  const plan = planTransfer(await responsibilitiesOf(tx, topic.id), transfer, now)
  if (!plan.ok) return plan
  if (plan.value.ends) await endResponsibility(tx, plan.value.ends.id, plan.value.endsOn)
  const { mailbox, wardId, fromOn } = transfer
  const id = await insertResponsibility(tx, { topicId: topic.id, mailboxId: mailbox.id, wardId, fromOn })
  const details = { to: mailbox.key, wardId, fromOn, ended: plan.value.ends?.id ?? null }
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.transfer-topic',
    subject: { kind: 'topic', id: topic.id, reference: topic.key },
    details,
  })
  return allow(id)
}

/** Takes back a change that has not begun; whoever would have ended by it goes on. Refusal `begun` for any other. */
export async function takeBackTransfer(
  tx: Tx,
  topic: Topic,
  id: string,
  { actor, now }: Editing,
): Promise<Result<true>> {
  await lockTopic(tx, topic.id)
  const all = await responsibilitiesOf(tx, topic.id)
  const planned = all.find(it => it.id === id)
  if (!planned || planned.fromOn <= now.today)
    return refuse('begun', 'Only a change that has not begun can be taken back')
  const before = all.find(it => it.wardId === planned.wardId && it.untilOn === addDays(planned.fromOn, -1))
  await deleteResponsibility(tx, planned.id)
  if (before) await endResponsibility(tx, before.id, planned.untilOn)
  const details = { planned: planned.id, fromOn: planned.fromOn, mailboxId: planned.mailboxId }
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.take-back-transfer',
    subject: { kind: 'topic', id: topic.id, reference: topic.key },
    details,
  })
  return allow(true)
}
