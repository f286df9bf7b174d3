import type { Tx } from '#platform/db/database.ts'

/** That somebody called those who protect people, and when: nothing of what was said. */
export type Referral = {
  readonly at: Date
  readonly byPerson: string
  /** null: the emergency services */
  readonly mailboxId: string | null
}

export async function insertReferral(tx: Tx, { at, byPerson, mailboxId }: Referral): Promise<void> {
  await tx`insert into enquiries.referral (at, by_person, mailbox_id) values (${at}, ${byPerson}, ${mailboxId})`
}

/** What the viewer may see of the last calls, the newest first. */
export const lastReferrals = (tx: Tx): Promise<Referral[]> => tx<Referral[]>`
  select at, by_person, mailbox_id from enquiries.referral order by at desc, id desc limit 20
`
