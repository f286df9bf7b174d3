import { addDays, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDay, typedDayOrNone } from '#platform/http/typed-day.ts'
import { endAbsence, updateAbsence } from '../change.sql.ts'
import type { Editing } from '../edit-mailbox/edit-mailbox.ts'
import { heeding } from '../heeding.ts'
import { insertAbsence, type AbsenceFacts } from '../set-up.sql.ts'

/** Who is away from when until when, and who stands in. */
export function readAbsence(form: Form, people: readonly string[], covers: readonly string[]): Result<AbsenceFacts> {
  const fromOn = typedDay(form, 'from', 'First day')
  const untilOn = typedDayOrNone(form, 'until', 'Last day')
  const [person, cover] = [form.text('person'), form.text('cover')]
  const wrong = [
    ...(people.includes(person) ? [] : [refuse('person', 'Select who is away', 'person').refusal]),
    ...[fromOn, untilOn].flatMap(it => (it.ok ? [] : [it.refusal])),
    ...(cover === '' || covers.includes(cover) ? [] : [refuse('cover', 'Select who stands in', 'cover').refusal]),
    ...(cover !== '' && cover === person ? [refuse('cover', 'Select somebody else to stand in', 'cover').refusal] : []),
  ]
  if (!fromOn.ok || !untilOn.ok || wrong.length > 0) return refuseAll(wrong)!
  if (untilOn.value && untilOn.value < fromOn.value)
    return refuse('until', 'Last day must be the first day or later', 'until')
  return allow({ personId: person, fromOn: fromOn.value, untilOn: untilOn.value, coverId: cover || null })
}

const twice = { absent_once: refuse('away-already', 'They are away on some of those days already', 'from') }

/** Tells that somebody is away: new work goes past them. Refusal `away-already`. */
export async function tellAbsence(tx: Tx, facts: AbsenceFacts, editing: Editing): Promise<Result<string>> {
  const told = await heeding(tx, twice, inner => insertAbsence(inner, facts))
  if (told.ok) await recordAbsence(tx, 'mailboxes.tell-absence', facts, editing)
  return told
}

/** Other days, or another cover. Refusal `away-already`. */
export async function changeAbsence(tx: Tx, id: string, facts: AbsenceFacts, editing: Editing): Promise<Result<void>> {
  const changed = await heeding(tx, twice, inner => updateAbsence(inner, id, facts))
  if (changed.ok) await recordAbsence(tx, 'mailboxes.change-absence', facts, editing)
  return changed
}

const recordAbsence = (tx: Tx, act: string, facts: AbsenceFacts, { actor, now }: Editing) =>
  record(tx, { at: now.at, actor, act, subject: { kind: 'person', id: facts.personId }, details: facts })

/** Somebody is back today: yesterday was the last day; an absence still to come is taken away. */
export async function comeBack(
  tx: Tx,
  absence: { id: string; personId: string },
  { actor, now }: Editing,
): Promise<Day> {
  const untilOn = addDays(now.today, -1)
  await endAbsence(tx, absence.id, untilOn)
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.end-absence',
    subject: { kind: 'person', id: absence.personId },
    details: { untilOn },
  })
  return untilOn
}
