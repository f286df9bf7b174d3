import { record } from '#audit/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { markReachable } from '../out/unreachable.sql.ts'
import { readFailing, sendLostAgain } from './failing.sql.ts'

/**
 * Mail goes to an address again; with `again`, also what did not arrive there. How many emails are sent again; undefined
 * when the address was mended before.
 */
export const mended = (
  { db, viewer, now }: Pick<Asked, 'db' | 'viewer' | 'now'>,
  address: string,
  again: boolean,
): Promise<number | undefined> =>
  inTransaction(db, 'system', async tx => {
    const [it] = await readFailing(tx, address)
    if (!it) return undefined
    const sent = again && it.person && !it.disabled ? await sendLostAgain(tx, it, now.at) : 0
    await markReachable(tx, it.address)
    await record(tx, {
      at: now.at,
      actor: viewer.person,
      act: 'mail.address-mended',
      subject: it.person ? { kind: 'person', id: it.person } : { kind: 'address', id: 'nobody’s' },
      details: { sent },
    })
    return sent
  })
