import { currentCalendar } from '#clock/door.ts'
import { enquiryById, eventWithWords, isOpen, isPaused, type Enquiry, type EnquiryEvent } from '#enquiries/door.ts'
import { ahead, laddersByMailbox } from '#escalation/door.ts'
import { dayOf, type Day } from '#kernel/day.ts'
import type { Later, OutboxMail } from '#mail/door.ts'
import { personById } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'

type Climbed = Extract<EnquiryEvent, { type: 'climbed' }>

/**
 * Whether a step is still true when its letter goes (domain, section 4). What is over is not told any more. What does not
 * hold just now, because a question waits or the date was moved, waits in the outbox: the step is not climbed again.
 */
export async function maySendClimb(tx: Tx, mail: OutboxMail, now: Date): Promise<string | Later | undefined> {
  const [eventId = ''] = mail.onceKey.split(' ')
  const [told, enquiry] = await Promise.all([
    eventWithWords(tx, eventId),
    mail.aboutEnquiry ? enquiryById(tx, mail.aboutEnquiry) : undefined,
  ])
  if (told?.recorded.event.type !== 'climbed' || !enquiry) return 'What it tells of is gone'
  return (await mayReach(tx, mail)) ?? (await holds(tx, told.recorded.event, enquiry, dayOf(now)))
}

/** Late work climbs past those who may read it: they hear its number and no more. */
async function mayReach(tx: Tx, { toPerson, restricted, aboutEnquiry }: OutboxMail): Promise<string | undefined> {
  if (!toPerson) return undefined
  const person = await personById(tx, toPerson)
  if (!person || person.disabled) return 'The recipient no longer has an account'
  if (restricted) return undefined
  const seen = await seeingAs(tx, person.id, 'system', () => enquiryById(tx, aboutEnquiry!))
  return seen ? undefined : 'The recipient may no longer see this enquiry'
}

/** Whether what a step told is as true today as when it was climbed; for lists, which cannot wait for one of their lines. */
export const isStillTrue = async (tx: Tx, event: Climbed, enquiry: Enquiry, today: Day): Promise<boolean> =>
  (await holds(tx, event, enquiry, today)) === undefined

async function holds(tx: Tx, event: Climbed, enquiry: Enquiry, today: Day): Promise<string | Later | undefined> {
  // whoever chased has chased, whatever happened since
  if (event.because === 'chased') return undefined
  if (!isOpen(enquiry) || enquiry.round !== event.round) return 'It has been dealt with meanwhile'
  if (isPaused(enquiry)) return { notNow: 'A question waits for the member' }
  const [calendar, ladderOf] = await Promise.all([currentCalendar(tx), laddersByMailbox(tx, today)])
  const step = ahead(ladderOf(enquiry.mailboxId), enquiry, calendar).find(it => it.rung === event.rung)
  if (!step) return 'It has been dealt with meanwhile'
  return step.on > today ? { notNow: 'The date was moved' } : undefined
}
