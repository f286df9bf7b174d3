import { addWorkingDays, currentCalendar, workingDaysBetween } from '#clock/door.ts'
import {
  actNamed,
  carryOut,
  enquiryByReference,
  inLaneSince,
  withOpenContributions,
  withPartnerOver,
  openOver,
  promisedBy,
  replayedDifferently,
  silentSince,
  unassignedIn,
  theSystem,
  waitingSince,
  type House,
} from '#enquiries/door.ts'
import { giveOut } from './reactions/give-out.ts'
import type { Day, Now } from '#kernel/day.ts'
import { setting } from '#platform/settings.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'

/** What the timetable does. Each enquiry in a transaction of its own: one that fails does not hold up the others. */
export type Timely = { readonly db: Database; readonly house: House }

/** Closes what has been silent long enough. Returns how many. */
export async function closeSilent(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => silentSince(tx, now.today))
  return eachDoes(it, found, 'close-silent', {}, now)
}

/** Reminds members of questions that wait for their reply (domain, section 2). */
export async function remindMembers(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => waitingSince(tx, now.today))
  return eachDoes(it, found, 'remind', {}, now)
}

/** Reminds whoever was asked for a part of an answer before it is due, and once it is late the holder too. */
export async function remindContributors(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => withOpenContributions(tx))
  return eachDoes(it, found, 'remind-contributions', {}, now)
}

/** Once their date has passed everybody hears that a partner is late; after a longer silence it is taken back. */
export async function followPartners(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => withPartnerOver(tx, now.today))
  const reminded = await eachDoes(it, found, 'remind-partner', {}, now)
  return reminded + (await eachDoes(it, found, 'take-back', { text: 'No answer came in time.' }, now))
}

/** Reminds whoever owes a promise, and breaks by itself what was not kept. */
export async function followPromises(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', async tx => {
    const [calendar, before] = await Promise.all([
      currentCalendar(tx),
      setting(tx, 'enquiries.promise-reminder-working-days'),
    ])
    return promisedBy(tx, addWorkingDays(calendar, now.today, before))
  })
  return eachDoes(it, found, 'follow-promises', {}, now)
}

/** Opens again what the member wrote about and nobody looked at for a working day (domain, section 2, review lane). */
export async function reopenUntouched(it: Timely, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => inLaneSince(tx, now.today))
  let opened = 0
  for (const reference of found) opened += await inTransaction(it.db, 'system', tx => openAgain(tx, it, reference, now))
  return opened
}

async function openAgain(tx: Tx, { house }: Timely, reference: string, now: Now): Promise<number> {
  const [enquiry, calendar] = await Promise.all([enquiryByReference(tx, reference), currentCalendar(tx)])
  if (!enquiry?.laneOn || workingDaysBetween(calendar, enquiry.laneOn, now.today) < 1) return 0
  const text = 'The member wrote after the answer and nobody looked at it for a working day.'
  const tries = (name: string, given: object) =>
    carryOut(tx, house, theSystem, reference, actNamed(name)!, given as never, { now, via: 'timetable' })
  const done = await tries(enquiry.status === 'answered' ? 'disagree' : 'reopen', { text })
  // closed too long ago: what the member wrote becomes a new enquiry that follows on from it
  if (!done.ok && done.refusal.code === 'too-late') return (await tries('follow-up', { text: '' })).ok ? 1 : 0
  return done.ok ? 1 : 0
}

/** What came while everybody was away is given out now that somebody is there. Returns how many were looked at. */
export async function giveOutWaiting({ db, house }: Timely, now: Now): Promise<number> {
  const found = await inTransaction(db, 'system', tx => unassignedIn(tx))
  for (const reference of found)
    await inTransaction(db, 'system', async tx => {
      const enquiry = await enquiryByReference(tx, reference)
      if (enquiry) await giveOut(tx, house, enquiry, now)
    })
  return found.length
}

/** The calendar changed: open clocks are worked out again, and members whose date moved are told. */
export async function recalculate(it: Timely, affectedDays: readonly Day[], now: Now): Promise<number> {
  const [earliest] = affectedDays.toSorted()
  if (!earliest) return 0
  const found = await inTransaction(it.db, 'system', tx => openOver(tx, earliest))
  return eachDoes(it, found, 'recalculate', {}, now)
}

/** Compares every row with the replay of its events; gives the references that differ, of which there must be none. */
export const compareWithEvents = (it: Timely): Promise<string[]> =>
  inTransaction(it.db, 'system', tx => replayedDifferently(tx))

async function eachDoes(
  { db, house }: Timely,
  references: readonly string[],
  name: string,
  given: object,
  now: Now,
): Promise<number> {
  let done = 0
  for (const reference of references) {
    const result = await inTransaction(db, 'system', tx =>
      carryOut(tx, house, theSystem, reference, actNamed(name)!, given as never, { now, via: 'timetable' }),
    )
    if (result.ok) done++
  }
  return done
}
