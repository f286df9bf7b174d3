import { currentCalendar, type Calendar } from '#clock/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Limits } from './act.ts'

/**
 * What the heart needs from the rest of the house. app hands in what follows from events: nothing happens by itself,
 * and what does is written in one place (app/reactions.ts).
 */
export type House = {
  readonly calendar: (tx: Tx) => Promise<Calendar>
  readonly limits: (tx: Tx) => Promise<Limits>
  /** told in the same transaction that these events happened to this enquiry */
  readonly happened: (tx: Tx, what: Happened) => Promise<void>
}

export type Happened = { readonly enquiryId: string; readonly eventIds: readonly string[] }

/** The house as it is: the calendar in force, the council's settings, and what follows. */
export const houseWith = (happened: House['happened']): House => ({
  calendar: currentCalendar,
  limits: limitsInForce,
  happened,
})

/** The council’s own numbers, as they are set now. */
export async function limitsInForce(tx: Tx): Promise<Limits> {
  const [roundTwo, silence, waiting, reopen, remindFirst, remindSecond] = await Promise.all([
    setting(tx, 'enquiries.round-two-working-days'),
    setting(tx, 'enquiries.silence-working-days'),
    setting(tx, 'enquiries.waiting-limit-working-days'),
    setting(tx, 'enquiries.reopen-working-days'),
    setting(tx, 'enquiries.remind-first-working-days'),
    setting(tx, 'enquiries.remind-second-working-days'),
  ])
  return { roundTwo, silence, waiting, reopen, remindFirst, remindSecond }
}
