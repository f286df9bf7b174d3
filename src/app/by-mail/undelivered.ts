import { actNamed, carryOut, theSystem } from '#enquiries/door.ts'
import { nowAt } from '#kernel/day.ts'
import { failuresIn, markBounced, type Letter, type OutboxMail } from '#mail/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { tellUnreached } from './contributor-writes.ts'
import type { ByMail } from './acting.ts'

/**
 * What a message reports as undeliverable is marked, with its address, and what rested on its arrival is taken back:
 * an answer does not count as given, a question paused nothing (domain, section 7). The same report twice does it once.
 */
export async function takeBackFailures(tx: Tx, it: ByMail, { mail, recipients, receivedAt }: Letter): Promise<void> {
  for (const { mail: id, reason } of failuresIn({ mail, recipients }, it.stamp)) {
    const bounced = await markBounced(tx, id, reason, receivedAt)
    if (bounced) await takeBack(tx, it, bounced)
  }
}

type Returning = Pick<ByMail, 'house' | 'clock' | 'stamp' | 'config'>

/** What rested on this mail's arrival is taken back. A rule refuses where the member has spoken of it meanwhile. */
export async function takeBack(tx: Tx, it: Returning, mail: OutboxMail): Promise<void> {
  if (mail.kind === 'contribution' || mail.kind === 'hand-over') return tellUnreached(tx, it, mail)
  const name = mail.kind === 'answer' ? 'undeliver' : mail.kind === 'question' ? 'void-question' : undefined
  if (!name || !mail.reference || !mail.aboutMessage) return
  const given = { message: mail.aboutMessage }
  const now = nowAt(it.clock?.() ?? new Date())
  await carryOut(tx, it.house, theSystem, mail.reference, actNamed(name)!, given as never, { now, via: 'email' })
}
