import assert from 'node:assert/strict'
import { council, db, house, raised } from '#enquiries/page/stage-for-tests.ts'
import { actNamed, carryOut } from '#enquiries/door.ts'
import { day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { PersonKey } from '#test/small-council.ts'
import { drawMonth } from './sample/draw-month.ts'
import { sampledIn, samplesOf } from './sample/sample.sql.ts'
import type { Sample, Sampled } from './sample/sample.ts'

export const at = (on: string) => nowAt(instantOn(day(on), 10))

/** An enquiry that somebody took and answered on a day; gives its reference. */
export async function answeredBy(
  who: PersonKey,
  on: string,
  {
    answerText = 'It was mended because it was dark.',
    ...given
  }: { answerText?: string; [field: string]: unknown } = {},
): Promise<string> {
  const reference = await raised({ receivedOn: on, ...given }, { now: at(on) })
  await acts(who, 'take', reference, on)
  await acts(who, 'answer', reference, on, {
    text: answerText,
    answers: [1, 2].map(number => ({ number, answer: 'In July' })),
  })
  return reference
}

export async function acts(
  by: PersonKey,
  name: string,
  reference: string,
  on: string,
  given: object = {},
): Promise<void> {
  const doer = council.people[by]
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, { now: at(on) }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

/** Draws a month in every mailbox; gives how many samples were new. */
export const drawnFor = (month: string, on: string): Promise<number> =>
  inTransaction(db, 'system', tx => drawMonth(tx, day(month), at(on)))

/** The sample of a mailbox as somebody sees it, with the answers in it that they may see. */
export async function sampleSeen(
  who: PersonKey,
  month: string,
  mailboxId: string,
): Promise<{ sample: Sample; answers: Sampled[] } | undefined> {
  return inTransaction(db, council.people[who].person, async tx => {
    const sample = (await samplesOf(tx, month as Day)).find(it => it.mailboxId === mailboxId)
    return sample && { sample, answers: await sampledIn(tx, sample.id) }
  })
}
