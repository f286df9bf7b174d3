import { oneLine, shortened } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { OutboxMail } from './outbox-mail.ts'
import * as sql from './outbox.sql.ts'
import { markUnreachable } from './unreachable.sql.ts'

/**
 * A mail of ours did not arrive. Marks it and its address, and gives the mail, so that the enquiry can take back
 * "answered" (domain, section 7); undefined when it is marked already: the same report twice has one effect. Needs a
 * transaction of the system.
 */
export async function markBounced(tx: Tx, id: string, reason: string, at: Date): Promise<OutboxMail | undefined> {
  const words = shortened(oneLine(reason), 500)
  const mail = await sql.markBounced(tx, id, words)
  if (mail) await markUnreachable(tx, mail.toAddress, words, at)
  return mail
}
