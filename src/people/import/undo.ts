import { allow, refuse, type Result } from '#kernel/result.ts'
import { listInWords } from '#kernel/text.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { markUndone, readChanges, readKnown, updateLeftAs, type DoneChange } from './import.sql.ts'
import { differing, isSame, nameOf, type Field, type State } from './state.ts'
import { placesWith, writeState, type Writing } from './write-state.ts'

/** What undoing an import did, person by person. */
export type Undone = {
  readonly putBack: number
  readonly kept: readonly { readonly name: string; readonly why: string }[]
}

/**
 * Puts back what an import changed, as far as nothing else has changed since, and says what it left as it is. Nobody is
 * erased: somebody whom the import added can no longer sign in and has no roles. In a transaction of the system.
 */
export async function undoImport(tx: Tx, importId: string, writing: Writing): Promise<Result<Undone>> {
  if (!(await markUndone(tx, importId, writing.by, writing.now.at)))
    return refuse('not-undone', 'This import was undone already, or never done')
  const changes = await readChanges(tx, importId)
  const ids = changes.map(it => it.person)
  const known = new Map((await readKnown(tx, ids)).map(it => [it.id, it.state]))
  const places = await placesWith(tx, [], [])
  const kept: { name: string; why: string }[] = []
  for (const change of changes) {
    const now = known.get(change.person)
    if (!now) continue
    const own = change.person === writing.by
    const { state, why } = own ? { state: now, why: ownWords } : stateAfterUndo(change, now, writing.now.today)
    await writeState(tx, change.person, now, state, places, writing)
    await updateLeftAs(tx, importId, change.place, why)
    if (why) kept.push({ name: now.name, why })
  }
  return allow({ putBack: changes.length - kept.length, kept })
}

/** What somebody becomes, and what could not be put back. Pure. */
export function stateAfterUndo(
  { before, after }: Pick<DoneChange, 'before' | 'after'>,
  now: State,
  today: Day,
): { readonly state: State; readonly why: string } {
  const was = before ?? notHere(after, today)
  const touched = differing(was, after)
  const [free, changed] = [touched.filter(it => isSame(it, now, after)), touched.filter(it => !isSame(it, now, after))]
  const seatKept = free.includes('ward') && was.ward === null
  const back = free.filter(it => !(seatKept && seat.includes(it)))
  const state = back.reduce<State>((left, field) => ({ ...left, [field]: was[field] }), now)
  const ended = seatKept && now.fromOn ? { ...state, untilOn: lastDay(now.fromOn, today) } : state
  return { state: ended, why: [...changedWords(changed), ...(seatKept ? [seatWords] : [])].join(' ') }
}

/** Whoever was added is shut out, not erased. */
const notHere = (after: State, today: Day): State => ({
  ...after,
  roles: [],
  disabled: true,
  ...(after.fromOn && { untilOn: lastDay(after.fromOn, today) }),
})

/** A seat cannot be taken away, because what happened refers to it: it ends. */
const seat: readonly Field[] = ['ward', 'group', 'fromOn', 'untilOn']

const lastDay = (fromOn: Day, today: Day): Day => (fromOn < today ? addDays(today, -1) : fromOn)

/** Undoing could take the very right away by which it is done. */
const ownWords = 'This is you: ask another administrator to change it.'

const seatWords = 'They stay on record as a former member.'

const changedWords = (fields: readonly Field[]): string[] =>
  fields.length === 0
    ? []
    : [`Changed since by somebody, and left as it is: ${listInWords(fields.map(it => nameOf(it).toLowerCase()))}.`]
