import { addWorkingDays, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { toldDueOn, type Asked, type Enquiry } from '../enquiry.ts'

/** A part answer asked of somebody, in words; how it stands is told by the enquiry's facts. */
export type Contribution = {
  readonly id: string
  readonly enquiryId: string
  readonly askedBy: string
  /** null for somebody outside the council */
  readonly ofPerson: string | null
  readonly ofName: string
  readonly ofAddress: string
  readonly questions: readonly string[]
  readonly background: string
  readonly dueOn: Day
  readonly askedAt: Date
}

export const openContributions = ({ contributions }: Pick<Enquiry, 'contributions'>): readonly Asked[] =>
  contributions.filter(it => !it.endedOn)

export const contributionIn = ({ contributions }: Pick<Enquiry, 'contributions'>, id: string): Asked | undefined =>
  contributions.find(it => it.id === id)

/**
 * The last day for a contribution: a working day before the enquiry itself is due (domain, section 2). What is due
 * today or late already can still be helped by the end of the next working day.
 */
export function latestFor(enquiry: Enquiry, today: Day, calendar: Calendar): Day {
  const due = toldDueOn(enquiry)
  const before = due !== null && due > today ? addWorkingDays(calendar, due, -1) : undefined
  // at a weekend the working day before a Monday has passed already
  return before !== undefined && before >= today ? before : addWorkingDays(calendar, today, 1)
}
