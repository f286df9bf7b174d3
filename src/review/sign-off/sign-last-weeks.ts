import { addDays, instantOn, nowAt, type Day, type Now } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { signedMailboxes } from './boxes.ts'
import { lastWeek, weekEnd } from './sign-off.ts'
import { readRunners } from './sign-off.sql.ts'
import { signAsRead, weekOfMailbox } from './sign-week.ts'

/**
 * Signs the last weeks of every mailbox for a demonstration, by the real rule: most on Monday, some on Thursday, a few
 * not at all. The same council signs the same weeks. Needs a transaction of the system.
 */
export async function signLastWeeks(tx: Tx, now: Now, weeks: number, reasons: readonly string[]): Promise<void> {
  const [boxes, runners] = await Promise.all([signedMailboxes(tx, now.today), readRunners(tx, now.today)])
  for (const [nth, box] of boxes.entries())
    for (let back = 0; back < weeks; back++) {
      const weekOn = addDays(lastWeek(now.today), -7 * back)
      const person = runners.find(it => it.mailboxId === box.id)?.personId
      const turn = (nth * 5 + back * 3) % 11
      const on: Day = addDays(weekEnd(weekOn), turn === 4 ? 4 : 1)
      if (!person || turn === 7 || on >= now.today) continue
      const week = await weekOfMailbox(tx, box.id, weekOn)
      const explanations = new Map(
        week.late.map(({ enquiryId }, at) => [enquiryId, reasons[(nth + at) % reasons.length]!]),
      )
      const words = { sampleWords: 'The sample is scored together at the end of the month.', words: '', reason: '' }
      await signAsRead(tx, { person, now: nowAt(instantOn(on, 9)) }, box, weekOn, week, { ...words, explanations })
    }
}
