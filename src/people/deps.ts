import type { Now } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { AddressProofMail } from './addresses/prove.ts'
import type { SignInMail } from './sign-in-link.ts'

/** An act of administration, as the audit keeps it. */
export type Administered = {
  readonly at: Date
  /** who did it */
  readonly actor: string | null
  /** `people.disabled` and the like */
  readonly act: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly details?: object
}

/** Something about how somebody signs in has changed, and they hear of it by mail whoever did it. */
export type SecurityNotice = {
  readonly to: { readonly id: string; readonly name: string; readonly email: string }
  /** a whole sentence: `Your password was changed.` */
  readonly what: string
  /** `Firefox on Windows` */
  readonly device: string
  readonly at: Date
}

/** What the pages of people need of rooms they may not know: given by the app, which knows them all. */
export type PeopleDeps = {
  /** seals what may stand in the database or a cookie only unreadably */
  readonly secret: string
  /** sends the mail with the transaction, or not at all when it fails */
  readonly send: (tx: Tx, mail: SignInMail) => Promise<void>
  /** tells somebody that the way they sign in was changed. In a transaction of the system */
  readonly notify: (tx: Tx, notice: SecurityNotice) => Promise<void>
  /** asks at an address whether it is theirs. In a transaction of the system */
  readonly sendAddressProof: (tx: Tx, mail: AddressProofMail) => Promise<void>
  /** writes an act down in the audit, in the same transaction */
  readonly record: (tx: Tx, it: Administered) => Promise<void>
  /** what disabling somebody would mean elsewhere, each a whole sentence: "They hold 5 open enquiries." */
  readonly consequences: (tx: Tx, personId: string, now: Now) => Promise<readonly string[]>
  /** what follows elsewhere when somebody was disabled, such as unassigning their work */
  readonly disabled: (tx: Tx, personId: string, now: Now) => Promise<void>
}
