import assert from 'node:assert/strict'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import type { Result } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import {
  actNamed,
  carryOut,
  houseWith,
  raise,
  raiseShape,
  replay,
  theSystem,
  type CarriedOut,
  type Enquiry,
} from './door.ts'
import { enquiryByReference, historyOf } from './enquiry.sql.ts'

/** A small council in which enquiries are raised and acted on, each on a day of its own, as the real acts do it. */
export const db = await testDatabase()
export const council = await smallCouncil(db.owner)
const house = houseWith(async () => {})

export const wayOn = (date: string) => ({ now: nowAt(instantOn(day(date), 10)) })

export async function raisedOn(date: string, given: object = {}, by: PersonKey = 'member'): Promise<Enquiry> {
  const doer = council.people[by]
  const it = raiseShape.parse({
    member: doer.person,
    subject: 'Pothole in Mill Lane',
    text: 'A pothole in Mill Lane.',
    topic: council.topic.potholes,
    ...given,
  })
  return valueOf(await inTransaction(db, doer.person, tx => raise(tx, house, doer, it, wayOn(date)))).enquiry
}

/** Tries an act; `by` is a person of the council or the council's own timetable. */
export function tries(
  by: PersonKey | 'system',
  name: string,
  { reference }: Pick<Enquiry, 'reference'>,
  date: string,
  given: object = {},
): Promise<Result<CarriedOut>> {
  const doer = by === 'system' ? theSystem : council.people[by]
  const act = actNamed(name)!
  return inTransaction(db, doer.person ?? 'system', tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, wayOn(date)),
  )
}

/** Does an act that has to succeed. */
export const does = async (...given: Parameters<typeof tries>): Promise<CarriedOut> => valueOf(await tries(...given))

/** The code of a refusal that has to come. */
export async function refusedAs(...given: Parameters<typeof tries>): Promise<string> {
  const done = await tries(...given)
  assert.ok(!done.ok, 'it was not refused')
  return done.refusal.code
}

/** The enquiry as it stands, which has to be what its events make of it. */
export async function standsAt({ reference }: Pick<Enquiry, 'reference'>): Promise<Enquiry> {
  return inTransaction(db, 'system', async tx => {
    const row = (await enquiryByReference(tx, reference))!
    assert.deepEqual({ ...row }, replay(row.id, row.reference, await historyOf(tx, row.id)))
    return row
  })
}

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.words)
  return result.value
}
