import { begunBetween, heldSeenBy, offeredTo } from '#enquiries/door.ts'
import { addDays, type Now } from '#kernel/day.ts'
import { coverOffered, post, type Stamp } from '#mail/door.ts'
import { personById } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'

type Offering = { readonly db: Database; readonly stamp: Stamp; readonly publicUrl: string }
type Begun = Awaited<ReturnType<typeof begunBetween>>[number]

/** After a stop, absences that began so many days ago are still told of. */
const lateDays = 14

/**
 * On the first day of an absence whoever stands in and whoever runs the mailbox is offered the open work, once. Who sees
 * nothing of it hears nothing. Returns how many letters were written.
 */
export async function offerCover(it: Offering, now: Now): Promise<number> {
  const begun = await inTransaction(it.db, 'system', tx => begunBetween(tx, addDays(now.today, -lateDays), now.today))
  let written = 0
  for (const absence of begun) written += await inTransaction(it.db, 'system', tx => offer(tx, it, absence, now))
  return written
}

async function offer(tx: Tx, it: Offering, absence: Begun, now: Now): Promise<number> {
  const [away, readers] = await Promise.all([
    personById(tx, absence.personId),
    offeredTo(tx, absence.personId, now.today),
  ])
  let written = 0
  for (const { personId } of readers) {
    const open = await heldSeenBy(tx, absence.personId, personId)
    const reader = await personById(tx, personId)
    if (away && reader && !reader.disabled && open > 0)
      written += (await write(tx, it, { absence, away: away.name, reader, open }, now)) ? 1 : 0
  }
  return written
}

type Reader = { readonly id: string; readonly name: string; readonly email: string }
type Offered = { readonly absence: Begun; readonly away: string; readonly reader: Reader; readonly open: number }

async function write(tx: Tx, it: Offering, { absence, away, reader, open }: Offered, now: Now) {
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const { id, fromOn, untilOn } = absence
  const url = `${it.publicUrl}/enquiries/cover/${id}`
  const composed = coverOffered(
    { name: council, team: 'One Stop' },
    { to: reader.name, away, fromOn, untilOn, open, url },
  )
  const to = { person: reader.id, name: reader.name, address: reader.email }
  const from = { name: 'One Stop', address }
  // the same absence, from the same day, is offered to the same person once
  const event = `cover ${id} ${fromOn}`
  return post(tx, it.stamp, { ...composed, kind: 'cover', to, from, event, automatic: true }, now.at)
}
