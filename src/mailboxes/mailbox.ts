import type { Day } from '#kernel/day.ts'
import type { Sensitivity } from './sensitivity.ts'

/** A core mailbox: the one place in the council that answers for some topics. */
export type Mailbox = {
  readonly id: string
  /** stands in addresses of pages and before the @ */
  readonly key: string
  readonly address: string
  readonly name: string
  readonly phone: string
  readonly purpose: string
  /** the standard its answers keep */
  readonly standard: string
  readonly serviceId: string | null
  /** set for an outside partner's mailbox */
  readonly organisationId: string | null
  /** only its named people see what is in it */
  readonly restricted: boolean
  /** the sensitive matters its proper officer receives */
  readonly handles: readonly Sensitivity[]
  readonly limitWorkingDays: number | null
  /** the first day on which it takes nothing new */
  readonly closedOn: Day | null
  /** a partner may take an enquiry over wholly, so that it closes here */
  readonly takesOver: boolean
  /** new work goes by itself to whoever is present and has least; else people take it */
  readonly givesOut: boolean
  readonly version: number
}

export type Part = 'owner' | 'deputy' | 'proper-officer' | 'responder'

/** Somebody named in a mailbox, and whether they are there on the day that was asked about. */
export type NamedPerson = {
  readonly id: string
  readonly mailboxId: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly part: Part
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly absent: boolean
  /** the last day of the absence; null when there or away until further notice */
  readonly absentUntilOn: Day | null
  readonly coverId: string | null
  readonly coverName: string | null
}

export const isOpen = (mailbox: Mailbox, on: Day): boolean => mailbox.closedOn === null || on < mailbox.closedOn
