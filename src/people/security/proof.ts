import { inTransaction } from '#platform/db/database.ts'
import { redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { setting } from '#platform/settings.ts'
import { readProvedAt } from '../session.sql.ts'

/**
 * Lets only those through who lately showed who they are; others are asked to, and then come to `page`. A device left
 * open on a desk can so be read, but not made somebody else's.
 */
export const onProof =
  (page: string, handle: (asked: Asked) => Promise<Answer>) =>
  async (asked: Asked): Promise<Answer> =>
    (await isProven(asked)) ? handle(asked) : redirect(`/people/me/confirm?wanted=${encodeURIComponent(page)}`)

const isProven = (asked: Asked): Promise<boolean> =>
  inTransaction(asked.db, 'system', async tx => {
    const { session, person } = asked.viewer
    if (!session || !person) return false
    const [provedAt, minutes] = await Promise.all([
      readProvedAt(tx, session, person),
      setting(tx, 'people.proof-minutes'),
    ])
    return provedAt !== undefined && provedAt.getTime() > asked.now.at.getTime() - minutes * 60_000
  })
