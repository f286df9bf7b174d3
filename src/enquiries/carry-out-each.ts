import { entriesOf } from '#audit/door.ts'
import { newId } from '#kernel/id.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { mayAct, type Act, type Circumstances } from './act.ts'
import { apply } from './apply.ts'
import { theSystem, type Way } from './doer.ts'
import { insertAllEvents, lockAll, saveEnquiries, type Change } from './carry-out-each.sql.ts'
import type { Enquiry } from './enquiry.ts'
import type { Recorded } from './events.ts'
import { writeWithWhatFollows, type House } from './house.ts'

/** What is asked of one of many; `version` as it was looked at: another one means that it changed since. */
export type Each<Given> = { readonly reference: string; readonly version: number; readonly given: Given }

type Changed = Change & { readonly recorded: readonly Recorded[] }

/**
 * One act of the council's own on many enquiries, by the same steps as carryOut and in as few questions as for one: lock
 * them, ask the rule about each, write all. What is refused is left out. For acts that say nothing, change no holder and
 * touch no others. Gives how many were changed and the references of those that changed meanwhile. Needs a transaction
 * of the system.
 */
export async function carryOutEach<Given, Facts>(
  tx: Tx,
  house: House,
  act: Act<Given, Facts>,
  asked: readonly Each<Given>[],
  way: Way,
): Promise<{ readonly changed: number; readonly raced: readonly string[] }> {
  const [locked, calendar, limits] = await Promise.all([
    lockAll(
      tx,
      asked.map(it => it.reference),
    ),
    house.calendar(tx),
    house.limits(tx),
  ])
  const by = { person: null, name: theSystem.name, parts: ['system'] as const }
  const at: Omit<Circumstances, 'messageId'> = { by, on: way.now.today, today: way.now.today, calendar, limits }
  const byReference = new Map(locked.map(it => [it.reference as string, it]))
  const decided = await Promise.all(
    asked.map(async it => {
      const enquiry = byReference.get(it.reference)
      return enquiry && { it, enquiry, result: await decidedOn(tx, act, enquiry, it, at, way) }
    }),
  )
  const changed = decided.flatMap(it => (it?.result.ok ? it.result.value : []))
  if (changed.length > 0) await write(tx, house, act.name, changed, way)
  const raced = decided.filter(it => it && !it.result.ok && it.result.refusal.code === 'stale-version')
  return { changed: changed.length, raced: raced.map(it => it!.it.reference) }
}

async function decidedOn<Given, Facts>(
  tx: Tx,
  act: Act<Given, Facts>,
  enquiry: Enquiry,
  { given, version }: Each<Given>,
  circumstances: Omit<Circumstances, 'messageId'>,
  { now }: Way,
): Promise<Result<Changed>> {
  const at = { ...circumstances, messageId: newId() }
  if (version !== enquiry.version) return refuse('stale-version', 'It changed meanwhile')
  const may = mayAct(enquiry, at.by, act)
  if (!may.ok) return may
  const facts = act.gather ? await act.gather(tx, enquiry, given, at) : ({} as Facts)
  const decision = act.decide(enquiry, { ...given, ...facts, ...at })
  if (!decision.ok) return decision
  const recorded = decision.value.events.map(
    (event): Recorded => ({ event, at: now.at, on: at.on, by: null, as: 'system', onBehalfOf: null }),
  )
  return allow({ before: enquiry, after: recorded.reduce(apply, enquiry), recorded })
}

async function write(tx: Tx, house: House, act: string, changed: readonly Changed[], { now }: Way): Promise<void> {
  const written = changed.map(it => ({ ...it, ids: it.recorded.map(() => newId()) }))
  const [first] = written
  // what follows from them all is one job: its events name their enquiries themselves
  const what = { enquiryId: first!.before.id, eventIds: written.flatMap(it => it.ids) }
  await writeWithWhatFollows(
    tx,
    house,
    what,
    insertAllEvents(
      tx,
      written.map(({ before, recorded, ids }) => ({ enquiryId: before.id, from: before.version + 1, recorded, ids })),
    ),
    saveEnquiries(tx, written, now.at),
    entriesOf(
      tx,
      written.map(({ before: { id, reference } }) => ({
        at: now.at,
        actor: null,
        act: `enquiries.${act}`,
        subject: { kind: 'enquiry', id, reference },
      })),
    ),
  )
}
