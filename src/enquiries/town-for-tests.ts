import assert from 'node:assert/strict'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import type { Result } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape, replay, theSystem, type Doer, type Enquiry } from './door.ts'
import { enquiryById, historyOf } from './enquiry.sql.ts'

/** A small council in which acts are done on given days; every enquiry is held against the replay of its events. */
export async function actingTown() {
  const db = await testDatabase()
  const council = await smallCouncil(db.owner)
  const { member } = council.people
  const happened: { enquiryId: string; eventIds: readonly string[] }[] = []
  const house = houseWith(async (_tx, what) => void happened.push(what))
  const way = (date: string) => ({ now: nowAt(instantOn(day(date), 10)) })
  const doerOf = (who: PersonKey | 'system'): Doer => (who === 'system' ? theSystem : council.people[who])

  async function raised(date: string, given: object = {}): Promise<Enquiry> {
    const it = raiseShape.parse({
      member: member.person,
      subject: 'A canary in Mill Lane',
      text: 'When will it be mended? Who decided to wait?',
      topic: council.topic.potholes,
      ...given,
    })
    const done = await inTransaction(db, member.person, tx => raise(tx, house, member, it, way(date)))
    assert.ok(done.ok)
    return done.value.enquiry
  }

  async function does(
    who: PersonKey | 'system',
    name: string,
    { reference }: Pick<Enquiry, 'reference'>,
    date: string,
    given: object = {},
  ): Promise<Result<Enquiry>> {
    const doer = doerOf(who)
    const act = actNamed(name)!
    const done = await inTransaction(db, doer.person ?? 'system', tx =>
      carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, way(date)),
    )
    if (done.ok) await replayed(done.value.enquiry.id)
    return done.ok ? { ok: true, value: done.value.enquiry } : done
  }

  const replayed = (id: string): Promise<void> =>
    inTransaction(db, 'system', async tx => {
      const stored = (await enquiryById(tx, id))!
      assert.deepEqual({ ...stored }, replay(id, stored.reference, await historyOf(tx, id)))
    })

  return { db, council, house, happened, way, raised, does }
}

/** What was allowed; the test fails with the refusal's words when it was not. */
export function allowed<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.words)
  return result.value
}

export const refusedAs = <T>(result: Result<T>): string => (result.ok ? 'allowed' : result.refusal.code)
