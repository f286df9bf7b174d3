import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Now, Day } from '#kernel/day.ts'
import type { NewAttachment } from './attachment.sql.ts'
import type { Part } from './act.ts'
import type { Enquiry } from './enquiry.ts'

/** Who acts: a person as they are signed in, or the council's own timetable and reactions. */
export type Doer = {
  readonly person: string | null
  readonly name: string
  readonly permissions: ReadonlySet<string>
  /** set for somebody who was asked for something and may not see the enquiry: the only part they have in it */
  readonly through?: Part
}

export const theSystem: Doer = { person: null, name: 'One Stop', permissions: new Set() }

/** How an act came to us, beside what is given. */
export type Way = {
  readonly now: Now
  /** the day it counts from when it reached us earlier than now */
  readonly on?: Day
  /** web, email, api, phone … */
  readonly via?: string
  readonly quoted?: string
  readonly rawSha256?: string
  readonly files?: readonly NewAttachment[]
  /** why files may go although they hide something: one of `whyItMayGo` */
  readonly hiddenReason?: string
  /** the version the doer saw; another one means a lost race */
  readonly version?: number
}

export type CarriedOut = {
  readonly enquiry: Enquiry
  readonly messageId: string
  /** the new enquiry that began with this act */
  readonly raised?: Enquiry
}

/**
 * Runs the writing part of an act as the house. The policies let nobody else write an enquiry, and an act may move it
 * out of the doer's own sight. The doer's sight is put back afterwards.
 */
export const asTheHouse = <T>(tx: Tx, seer: string, work: () => Promise<T>): Promise<T> =>
  seeingAs(tx, 'system', seer, work)
