import { partsOf } from '#mailboxes/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Doer } from '../doer.ts'

/** Whether somebody answers for a partner's mailbox today. Ask as themselves. */
export const answersFor = async (tx: Tx, person: string, mailboxId: string, today: Day): Promise<boolean> =>
  (await partsOf(tx, person, today)).some(it => it.mailboxId === mailboxId)

/** Somebody of the partner acts on an enquiry they do not see: the house opens it for them, for this one act. */
export const asPartner = (doer: Doer): Doer => ({ ...doer, through: 'partner' })
