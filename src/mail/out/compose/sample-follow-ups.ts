import { day } from '#kernel/day.ts'
import { checkpointMade } from './checkpoint-made.ts'
import type { About, Composed, Council } from './letter.ts'
import { promiseDue, promiseLapsed, promiseNotKept } from './promise-followed.ts'
import { sampleToScore } from './sample-to-score.ts'

type Work = { readonly about: About; readonly to: string; readonly member: string; readonly mailbox: string }

/** What comes after answers: promises that are followed, and samples to score. */
export function sampleFollowUps(council: Council, { about, to, member, mailbox }: Work): Record<string, Composed> {
  const promised = { about, to, mailbox, promise: 'Replace the lantern by the footbridge', dueOn: day('2026-06-15') }
  const scoring = {
    to,
    mailbox,
    month: 'May 2026',
    drawn: 10,
    by: day('2026-06-15'),
    url: 'https://onestop.tessbridge.example/quality/samples/0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a01',
  }
  return {
    promiseDue: promiseDue(council, { ...promised, today: false }),
    promiseDueToday: promiseDue(council, { ...promised, today: true }),
    promiseLapsed: promiseLapsed(council, promised),
    promiseNotKept: promiseNotKept(council, { ...promised, to: member }),
    sampleToScore: sampleToScore(council, { ...scoring, left: 10, time: 1 }),
    checkpointMade: checkpointMade(council, {
      madeAt: '1 December 2026 at 2:50am',
      seal: 1440,
      entries: 23_418,
      fileName: 'one-stop-audit-2026-12-01-seal-1440.json',
    }),
    sampleStillToScore: sampleToScore(council, { ...scoring, left: 1, time: 2 }),
  }
}
