import { addDays, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import { typedDay, typedDayOrNone } from '#platform/http/typed-day.ts'
import { endPart } from '../change.sql.ts'
import type { Editing } from '../edit-mailbox/edit-mailbox.ts'
import { heeding } from '../heeding.ts'
import { partWords } from '../words.ts'
import type { Mailbox, NamedPerson, Part } from '../mailbox.ts'
import { insertNamedPerson, type NamedPersonFacts } from '../set-up.sql.ts'

const isPart = (word: string): word is Part => Object.hasOwn(partWords, word)

/** Who, as what, from when until when; the people are those the form offered. */
export function readNaming(form: Form, mailboxId: string, people: readonly string[]): Result<NamedPersonFacts> {
  const fromOn = typedDay(form, 'from', 'First day')
  const untilOn = typedDayOrNone(form, 'until', 'Last day')
  const part = form.text('part')
  const wrong = [
    ...(people.includes(form.text('person')) ? [] : [refuse('person', 'Select a person', 'person').refusal]),
    ...(isPart(part) ? [] : [refuse('part', 'Select a part', 'part').refusal]),
    ...[fromOn, untilOn].flatMap(it => (it.ok ? [] : [it.refusal])),
  ]
  if (!fromOn.ok || !untilOn.ok || !isPart(part) || wrong.length > 0) return refuseAll(wrong)!
  if (untilOn.value && untilOn.value < fromOn.value)
    return refuse('until', 'Last day must be the first day or later', 'until')
  return allow({ mailboxId, personId: form.text('person'), part, fromOn: fromOn.value, untilOn: untilOn.value })
}

/** Names somebody in a mailbox. Refusals: `part-taken` (one owner, deputy, proper officer at a time), `named-already`. */
export async function nameSomebody(
  tx: Tx,
  mailbox: Mailbox,
  facts: NamedPersonFacts,
  { actor, now }: Editing,
): Promise<Result<string>> {
  const what = partWords[facts.part].toLowerCase()
  const taken = {
    one_at_a_time: refuse(
      'part-taken',
      `There is ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} on those days already. Set their last day first`,
      'part',
    ),
    named_once: refuse('named-already', `They are named as ${what} on some of those days already`, 'person'),
  }
  const named = await heeding(tx, taken, inner => insertNamedPerson(inner, facts))
  if (!named.ok) return named
  const subject = { kind: 'mailbox', id: mailbox.id, reference: mailbox.key }
  await record(tx, { at: now.at, actor, act: 'mailboxes.name', subject, details: facts })
  return named
}

/** What ending a part needs to know of it. */
export type NamedPart = Pick<NamedPerson, 'id' | 'name' | 'fromOn'>

/** Sets the last day of somebody's part; a part that has not begun by then is taken away. The past stays as it was. */
export async function endNaming(
  tx: Tx,
  mailbox: Mailbox,
  named: NamedPart,
  untilOn: Day,
  { actor, now }: Editing,
): Promise<Result<true>> {
  if (untilOn < addDays(now.today, -1)) return refuse('in-the-past', 'Last day must be yesterday or later', 'until')
  await endPart(tx, named.id, untilOn)
  const subject = { kind: 'mailbox', id: mailbox.id, reference: mailbox.key }
  await record(tx, { at: now.at, actor, act: 'mailboxes.unname', subject, details: { named: named.id, untilOn } })
  return allow(true)
}
