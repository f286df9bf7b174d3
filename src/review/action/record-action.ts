import { record } from '#audit/door.ts'
import { currentCalendar } from '#clock/door.ts'
import { dayOf, type Day, type Now } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { personById } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { actionReference, mayWrite, standingOf, type ActionStanding, type Wanted } from './action.ts'
import { insertAction, insertEvent, readAction } from './action.sql.ts'
import { insertDecision } from './decision.sql.ts'

/** Who writes, and when. `records`: of the leadership team or its officer. */
export type Writer = { readonly person: string | null; readonly records: boolean; readonly now: Now }

export type ActionAsked = {
  readonly review: string
  readonly what: string
  readonly responsibleId: string
  readonly dueOn: Day
}

/** Writes down what was agreed: what, who, by when. Refusals name the fields to mend. */
export async function recordAction(tx: Tx, writer: Writer, it: ActionAsked): Promise<Result<number>> {
  const { today, at } = writer.now
  const person = it.responsibleId ? await personById(tx, it.responsibleId) : undefined
  const wrong: Refusal[] = [
    ...textRefusal(it.what, 2000, 'what', 'Enter what is to be done'),
    ...(person && !person.disabled ? [] : [refuse('person-missing', 'Select who does it', 'responsible').refusal]),
    ...(it.dueOn > today ? [] : [refuse('date-past', 'The date must be in the future', 'dueOn').refusal]),
  ]
  const refused = refuseAll(wrong)
  if (refused) return refused
  const { review, what, responsibleId, dueOn: firstDueOn } = it
  const added = await insertAction(tx, {
    review,
    what,
    responsibleId,
    firstDueOn,
    agreedOn: today,
    by: writer.person,
    at,
  })
  const subject = { kind: 'action', id: added.id, reference: actionReference(added.number) }
  await record(tx, { at, actor: writer.person, act: 'review.record-action', subject })
  return allow(added.number)
}

export type DecisionAsked = { readonly review: string; readonly words: string }

/** Writes down what was decided. */
export async function recordDecision(tx: Tx, { person, now }: Writer, it: DecisionAsked): Promise<Result<number>> {
  const refused = refuseAll(textRefusal(it.words, 4000, 'words', 'Enter what was decided'))
  if (refused) return refused
  const added = await insertDecision(tx, { ...it, takenOn: now.today, recordedBy: person, recordedAt: now.at })
  const subject = { kind: 'decision', id: added.id, reference: `Decision ${added.number}` }
  await record(tx, { at: now.at, actor: person, act: 'review.record-decision', subject })
  return allow(added.number)
}

/**
 * Writes beneath an action. `seen` is how many events its writer saw: two at once do not both count. Refusals of
 * `mayWrite`, `stale-version` and `not-found`.
 */
export async function writeBeneath(
  tx: Tx,
  writer: Writer,
  number: number,
  wanted: Wanted,
  seen: number,
): Promise<Result<ActionStanding>> {
  const { today, at } = writer.now
  const [action, standing] = await standingNow(tx, number, writer.now)
  if (!action) return refuse('not-found', 'There is no such action')
  // what was done already is done: pressing twice changes nothing and says so
  const may = mayWrite(wanted, { today, standing: standing!, records: writer.records })
  if (!may.ok) return may
  if (wanted.type === 'passed' && !(await isPresent(tx, wanted.toPerson!)))
    return refuse('person-missing', 'Select who takes it on', 'toPerson')
  const { type, words, dueOn = null, toPerson = null } = wanted
  const event = { type, words, dueOn, toPerson, onDay: today, byPerson: writer.person }
  if (!(await insertEvent(tx, action.id, seen, event, at)))
    return refuse('stale-version', 'Somebody else wrote here meanwhile. Look at it again')
  const subject = { kind: 'action', id: action.id, reference: actionReference(number) }
  await record(tx, { at, actor: writer.person, act: 'review.write-beneath', subject, details: { type } })
  return allow((await standingNow(tx, number, writer.now))[1]!)
}

const isPresent = async (tx: Tx, id: string): Promise<boolean> => (await personById(tx, id))?.disabled === false

export async function standingNow(tx: Tx, number: number, { at }: Now) {
  const [action, calendar, soon] = await Promise.all([
    readAction(tx, number),
    currentCalendar(tx),
    setting(tx, 'review.due-soon-working-days'),
  ])
  return [action, action && standingOf(action, dayOf(at), calendar, soon)] as const
}

const textRefusal = (text: string, limit: number, field: string, missing: string): Refusal[] => {
  if (text === '') return [refuse('words-missing', missing, field).refusal]
  if (text.length <= limit) return []
  return [refuse('words-long', `Use ${limit.toLocaleString('en-GB')} characters or fewer`, field).refusal]
}
