import { instantInWords, type Now } from '#kernel/day.ts'
import { incidentWaits, pleaseDelete, post } from '#mail/door.ts'
import { presentPersons, type Person } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import {
  hoursToDecide,
  incidentsPath,
  readUndecided,
  remindedAtHours,
  reminderDue,
  takeLettersDue,
  takeReminder,
} from '#privacy/door.ts'
import type { Following } from './reactions/reactions.ts'

type Telling = Pick<Following, 'stamp' | 'publicUrl'> & { readonly db: Database }

/**
 * Tells the data protection officers of incidents that opened, and again while nobody decides; and writes to those who
 * were asked to delete something. However late or often it runs, each step and each letter goes once. Returns how many.
 */
export const remindDpo = (it: Telling, now: Now): Promise<number> =>
  inTransaction(it.db, 'system', async tx => (await tellOfWaiting(tx, it, now)) + (await askToDelete(tx, it, now)))

async function tellOfWaiting(tx: Tx, it: Telling, now: Now): Promise<number> {
  let sent = 0
  const from = await council(tx)
  for (const incident of await readUndecided(tx)) {
    const step = reminderDue(incident.awareAt, incident.facts, now.at)
    if (step === undefined || !(await takeReminder(tx, incident.id, step, now.at))) continue
    const hours = remindedAtHours[step]!
    const { number, reference } = incident
    const decideBy = instantInWords(new Date(incident.awareAt.getTime() + hoursToDecide * 3_600_000))
    for (const to of await officers(tx)) {
      const url = `${it.publicUrl}${incidentsPath}/${number}`
      const over = hours === hoursToDecide
      const letter = { to: to.name, number, reference, hours, decideBy, over, url }
      await send(tx, it, incidentWaits(from, letter), to, `incident ${incident.id} ${step}`, now)
      sent++
    }
  }
  return sent
}

const officers = async (tx: Tx): Promise<Person[]> => (await presentPersons(tx)).filter(it => it.roles.includes('dpo'))

async function askToDelete(tx: Tx, it: Telling, now: Now): Promise<number> {
  const [due, from] = await Promise.all([takeLettersDue(tx, now.at), council(tx)])
  for (const { id, personId, name, address, number } of due) {
    const composed = pleaseDelete(from, { to: name, number })
    await send(tx, it, composed, { id: personId, name, email: address }, `delete ${id}`, now)
  }
  return due.length
}

const council = async (tx: Tx) => ({ name: await setting(tx, 'council.name'), team: 'One Stop' })

async function send(
  tx: Tx,
  { stamp }: Telling,
  composed: ReturnType<typeof pleaseDelete>,
  { id, name, email }: { readonly id: string | null; readonly name: string; readonly email: string },
  event: string,
  now: Now,
): Promise<void> {
  const to = { person: id, name, address: email }
  const from = { name: 'One Stop', address: await setting(tx, 'mail.one-stop') }
  await post(tx, stamp, { ...composed, kind: 'notice', to, from, event, automatic: true }, now.at)
}
