import { randomBytes } from 'node:crypto'
import { record } from '#audit/door.ts'
import { currentCalendar } from '#clock/door.ts'
import type { Day, Now } from '#kernel/day.ts'
import { allMailboxes, isOpen } from '#mailboxes/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { draw, type Size } from './draw.ts'
import { monthAfter, monthsToDraw } from './month.ts'
import { answersGiven, insertSample, insertSampled, latestMonth, type AnswerOfMonth } from './sample.sql.ts'

/**
 * Draws what is to be drawn on this day. Each month is one transaction, and each mailbox has one sample of a month, so
 * that a run that is cut off leaves nothing half drawn and one that comes twice changes nothing. Returns how many samples.
 */
export async function drawDue(db: Database, now: Now): Promise<number> {
  const months = await inTransaction(db, 'system', async tx =>
    monthsToDraw(await latestMonth(tx), now.today, await currentCalendar(tx)),
  )
  let drawn = 0
  for (const month of months) drawn += await inTransaction(db, 'system', tx => drawMonth(tx, month, now))
  return drawn
}

/** Where seeds come from: unknown to everybody until the draw, kept with it ever after. */
export type Seeds = (mailboxId: string, month: Day) => string
const unforeseen: Seeds = () => randomBytes(16).toString('hex')

/** The samples of one month, one for each mailbox that was open or answered anything. In a transaction of the system. */
export async function drawMonth(tx: Tx, month: Day, now: Now, seeds: Seeds = unforeseen): Promise<number> {
  const [answers, mailboxes, percent, least] = await Promise.all([
    answersGiven(tx, month, monthAfter(month)),
    allMailboxes(tx),
    setting(tx, 'quality.sample-percent'),
    setting(tx, 'quality.sample-least'),
  ])
  const byMailbox = Map.groupBy(answers, it => it.mailboxId)
  const concerned = mailboxes.filter(it => byMailbox.has(it.id) || isOpen(it, month))
  const size = { percent, least }
  let drawn = 0
  for (const { id } of concerned)
    if (await drawMailbox(tx, { mailboxId: id, month, seed: seeds(id, month) }, byMailbox.get(id) ?? [], size, now))
      drawn++
  if (drawn > 0)
    await record(tx, {
      at: now.at,
      actor: null,
      act: 'quality.draw',
      subject: { kind: 'month', id: month },
      details: { drawn },
    })
  return drawn
}

type Which = { readonly mailboxId: string; readonly month: Day; readonly seed: string }

async function drawMailbox(
  tx: Tx,
  which: Which,
  answers: readonly AnswerOfMonth[],
  size: Size,
  { today }: Now,
): Promise<boolean> {
  const id = await insertSample(tx, { ...which, drawnOn: today, answers: answers.length, ...size })
  if (!id) return false
  await insertSampled(tx, id, draw(answers, which.seed, size))
  return true
}
