import { dayOf, instantOn } from '#kernel/day.ts'
import { keepForDigest, manyClimbed, othersWritten, post } from '#mail/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Facts } from './facts.ts'
import type { Letter } from './letter.ts'
import type { Following } from './reactions.ts'

/**
 * Whether a step of the ladder is told by the one letter that stands for all others of the day, which it then writes:
 * after a long stop, or when One Stop is brought to a council with much late work, nobody gets hundreds on one morning.
 * What climbed stands on every enquiry and on the lists all the same. Members are owed a new date for each (domain, section
 * 4): those come as a list with their next digest, whatever they chose.
 */
export async function isGathered(
  tx: Tx,
  it: Pick<Following, 'stamp' | 'publicUrl'>,
  { kind, to }: Letter,
  { eventId, enquiry }: Facts,
  at: Date,
): Promise<boolean> {
  if (kind !== 'escalation' || to.id === null) return false
  const most = await setting(tx, 'escalation.letters-a-day')
  const today = dayOf(at)
  const since = instantOn(today, 0)
  if ((await othersWritten(tx, { person: to.id, kind, since, event: eventId })) < most) return false
  const [name, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const toMember = to.id === enquiry.memberId
  if (toMember) await keepForDigest(tx, { person: to.id, eventId, kind, rhythm: 'daily' }, at)
  const url = `${it.publicUrl}${toMember ? '/enquiries/mine' : '/enquiries?view=overdue'}`
  const composed = manyClimbed({ name, team: 'One Stop' }, { to: to.name, told: most, toMember, url })
  const receiver = { person: to.id, name: to.name, address: to.email }
  const from = { name: 'One Stop', address }
  // once a day for each of them, however many follow
  const event = `climbs ${today}`
  await post(tx, it.stamp, { ...composed, kind: 'notice', to: receiver, from, event, automatic: true }, at)
  return true
}
