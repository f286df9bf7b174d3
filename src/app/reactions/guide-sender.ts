import * as letters from '#mail/door.ts'
import { personById } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Facts } from './facts.ts'
import type { Desk } from './letter.ts'
import type { Following } from './reactions.ts'

/**
 * Whoever sent what had to be restricted is told, kindly, how such a matter goes straight to the proper officer next time.
 * It is about no enquiry: an assistant who may no longer see it gets it too.
 */
export async function guideSender(
  tx: Tx,
  it: Pick<Following, 'stamp' | 'publicUrl' | 'now'>,
  { enquiry, eventId }: Facts,
  { council, oneStop }: Desk,
): Promise<void> {
  const [sender, phone] = await Promise.all([
    personById(tx, enquiry.raisedBy ?? enquiry.memberId),
    setting(tx, 'council.phone'),
  ])
  if (!sender || sender.disabled) return
  const url = `${it.publicUrl}/enquiries/new`
  const composed = letters.guidance(council, { to: sender.name, reference: enquiry.reference, phone, url })
  const to = { person: sender.id, name: sender.name, address: sender.email }
  const from = { name: 'One Stop', address: oneStop.email }
  await letters.post(tx, it.stamp, { ...composed, kind: 'notice', to, from, event: eventId, automatic: true }, it.now())
}
