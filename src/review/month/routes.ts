import { addDays } from '#kernel/day.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { readPacks } from '#reports/door.ts'
import { readDecisions } from '../action/decision.sql.ts'
import { followed } from '../action/followed.ts'
import { reviewNow } from '../action/routes.ts'
import { signedMailboxes } from '../sign-off/boxes.ts'
import { lastWeek } from '../sign-off/sign-off.ts'
import { readSignOffs } from '../sign-off/sign-off.sql.ts'
import { monthPage } from './page.ts'

export const reviewPageRoutes: Route[] = [{ method: 'GET', path: '/review', may: 'review.follow', handle: show }]

/** Decisions and ended actions of so many days stand on the page of the review. */
const shownDays = 92

async function show(asked: Asked): Promise<Answer> {
  const { today } = asked.now
  const since = addDays(today, -shownDays)
  const weekOn = lastWeek(today)
  return asked.transact(async tx => {
    const [span, actions, decisions, boxes, packs] = await Promise.all([
      reviewNow(tx, asked),
      followed(tx, asked.now, since),
      readDecisions(tx, since),
      signedMailboxes(tx, today),
      readPacks(tx),
    ])
    const signed = await readSignOffs(
      tx,
      boxes.map(it => it.id),
      weekOn,
    )
    const unsigned = boxes.filter(box => !signed.some(it => it.mailboxId === box.id))
    const pack = packs.find(it => it.key === span.key)
    const records = mayDo(asked.viewer, 'review.record')
    return page(monthPage({ span, actions, decisions, weekOn, unsigned, mailboxes: boxes.length, records, pack }))
  })
}
