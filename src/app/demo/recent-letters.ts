import { recentEvents } from '#enquiries/door.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { followEvent } from '../reactions/reactions.ts'
import type { Stamp } from '#mail/door.ts'

/** So many days of letters are enough to read; a year of them would fill the disk with what nobody opens. */
const days = 4
const most = 500

/** Writes the letters of the last days of the played history, as they were sent then, by the ordinary reactions. */
export async function writeRecentLetters(db: Database, stamp: Stamp, publicUrl: string, now: Date): Promise<void> {
  const events = await inTransaction(db, 'system', tx =>
    recentEvents(tx, new Date(now.getTime() - days * 86_400_000), most),
  )
  for (const { id, at } of events)
    await inTransaction(db, 'system', tx => followEvent(tx, { stamp, publicUrl, now: () => at }, id))
}
