import { record } from '#audit/door.ts'
import { addDays, type Now } from '#kernel/day.ts'
import { parseReference } from '#kernel/reference.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { insertDue } from './due.sql.ts'
import { erasingById, insertErasing, insertNamed, setConfirmed, setWithdrawn, type Erasing } from './erasing.sql.ts'

type Who = { readonly person: string; readonly now: Now }

/** Lists what is due today for a second person to confirm. As the house; one such list at a time. */
export async function prepareDue(tx: Tx, { person, now }: Who): Promise<Result<string>> {
  const it = { why: 'schedule', dueOn: now.today, reason: '', preparedBy: person, preparedAt: now.at } as const
  const id = await insertErasing(tx, it)
  if (!id) return refuse('under-way', 'Another list is waiting to be confirmed or is being worked on. Finish it first')
  const count = await insertDue(tx, id, now.today)
  await noted(tx, { person, now }, id, 'privacy.prepared', { count })
  return allow(id)
}

/** Lists closed enquiries somebody named, with the reason why they are erased before their time. As the house. */
export async function prepareNamed(
  tx: Tx,
  { person, now }: Who,
  words: string,
  reason: string,
): Promise<Result<string>> {
  const typed = words.split(/[\s,;]+/).filter(Boolean)
  if (typed.length === 0) return refuse('none', 'Enter at least one reference', 'references')
  const wrong = typed.find(it => !parseReference(it.toUpperCase()))
  if (wrong) return refuse('no-reference', `Enter references like ME-2026-000123: “${wrong}” is none`, 'references')
  if (!reason) return refuse('no-reason', 'Enter the reason, such as the request and its date', 'reason')
  const it = { why: 'request', dueOn: now.today, reason, preparedBy: person, preparedAt: now.at } as const
  const id = (await insertErasing(tx, it))!
  const references = [...new Set(typed.map(one => one.toUpperCase()))]
  const taken = await insertNamed(tx, id, references)
  const left = references.find(one => !taken.includes(one))
  if (left) {
    await setWithdrawn(tx, id, now.at)
    return refuse(
      'not-closed',
      `${left} is not a closed enquiry that still has words. Only those can be erased`,
      'references',
    )
  }
  await noted(tx, { person, now }, id, 'privacy.prepared', { count: taken.length })
  return allow(id)
}

/** Days after which a list has to be prepared anew: it would no longer be what was looked at. */
const longestDays = 14

/** The second person’s word: from here on it is carried out. As the house. */
export async function confirm(tx: Tx, { person, now }: Who, id: string): Promise<Result<Erasing>> {
  const erasing = await erasingById(tx, id, true)
  if (!erasing || erasing.withdrawnAt) return refuse('gone', 'This list was withdrawn')
  if (erasing.confirmedAt) return refuse('confirmed', 'This list was confirmed already')
  if (erasing.preparedBy === person) return refuse('own', 'Somebody else has to confirm what you prepared', 'confirm')
  if (addDays(erasing.dueOn, longestDays) < now.today)
    return refuse('too-old', 'This list is more than two weeks old. Withdraw it and prepare a new one')
  await setConfirmed(tx, id, person, now.at)
  await noted(tx, { person, now }, id, 'privacy.confirmed', {})
  return allow(erasing)
}

/** Takes a list back that nobody confirmed. As the house. */
export async function withdraw(tx: Tx, { person, now }: Who, id: string): Promise<Result<Erasing>> {
  const erasing = await erasingById(tx, id, true)
  if (!erasing || erasing.withdrawnAt || erasing.confirmedAt)
    return refuse('gone', 'This list was confirmed or withdrawn meanwhile')
  await setWithdrawn(tx, id, now.at)
  await noted(tx, { person, now }, id, 'privacy.list-withdrawn', {})
  return allow(erasing)
}

const noted = (tx: Tx, { person, now }: Who, id: string, act: string, details: object): Promise<void> =>
  record(tx, { at: now.at, actor: person, act, subject: { kind: 'erasing', id }, details })
