import type { Day } from '../kernel/day.ts'
import type { Reference } from '../kernel/reference.ts'
import type { Result } from '../kernel/result.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Arrival, Held, NewEnquiry, Recorded, Reply } from './understand/arrival.ts'
import type { PartStanding } from './understand/understand.ts'
import type { ParsedMail } from './parse/parsed-mail.ts'

/**
 * What mail asks of the rooms above it; app supplies it. All of it is asked in a transaction of the system, except where
 * said otherwise.
 */
export type MailDeps = {
  /** the core mailbox with this address (lower case), if any */
  readonly mailboxByAddress: (tx: Tx, address: string) => Promise<{ id: string; restricted: boolean } | undefined>
  readonly enquiryByReference: (tx: Tx, reference: Reference) => Promise<{ id: string } | undefined>
  /** the people who take part in an enquiry and may therefore write about it */
  readonly participants: (tx: Tx, enquiryId: string) => Promise<readonly string[]>
  /** how a part of an answer stands that somebody with this address was asked for, when their message reached us */
  readonly partAsked: (
    tx: Tx,
    enquiryId: string,
    address: string,
    receivedAt: Date,
  ) => Promise<{ readonly contributionId: string; readonly standing: PartStanding } | undefined>
  /**
   * Why a message may be sensitive, in words that repeat nothing of it; undefined when it is not, or goes the restricted
   * way anyway. It then waits for a person before anybody is notified.
   */
  readonly seemsSensitive: (
    tx: Tx,
    arrival: NewEnquiry | Recorded | Reply,
    letter: Letter,
  ) => Promise<string | undefined>
  /** the kinds of sensitive matters that have a proper officer, to choose from */
  readonly sensitiveMatters: readonly { readonly value: string; readonly words: string }[]
  /** says to whoever wrote it why their message waits, where they can do something about it */
  readonly tellHeld: (tx: Tx, held: Held, letter: Letter) => Promise<void>
  /**
   * Does what an arrival asks for, in the given transaction; a held arrival is never given. Whatever it wrote is undone
   * when it refuses, and the message is quarantined with the refusal's words. Undefined: nothing was filed, which only
   * automatic mail may be.
   */
  readonly act: (
    tx: Tx,
    arrival: Exclude<Arrival, { kind: 'held' }>,
    letter: Letter,
  ) => Promise<Result<Filed | undefined>>
  /**
   * Undoes, as far as the enquiry allows it, what filing a message by hand did: an enquiry that was made of it
   * (`isWhole`) is closed as recorded in error, another one gets a note that the message was taken back and why.
   */
  readonly takeBack: (tx: Tx, filing: Filing) => Promise<Result<unknown>>
  /** the day by which a message in quarantine is to be decided: one working day after it came */
  readonly decideBy: (tx: Tx, received: Day) => Promise<Day>
}

export type Filing = {
  readonly enquiryId: string
  readonly officerId: string
  /** the enquiry is nothing but this message */
  readonly isWhole: boolean
  readonly reason: string
}

/** A message as it is handed up, readable and with its envelope. */
export type Letter = {
  readonly intakeId: string
  readonly sha256: string
  /** when its first delivery reached the council: the receipt date, however late it is dealt with */
  readonly receivedAt: Date
  readonly mailFrom: string
  readonly recipients: readonly string[]
  readonly mail: ParsedMail
}

/** Where a message went. A restricted enquiry makes its mail restricted too, to the named people of `mailboxId`. */
export type Filed = {
  readonly enquiryId: string
  readonly reference: string
  readonly restricted: boolean
  readonly mailboxId: string | null
}
