import type { Tx } from '#platform/db/database.ts'

/**
 * Who takes part in an enquiry and may therefore write about it: its member, whoever raised it, its holder, and while a
 * partner has it those who answer for them.
 */
export async function participantsOf(tx: Tx, enquiryId: string): Promise<string[]> {
  const [row] = await tx<{ people: (string | null)[] }[]>`
    select array[e.member_id, e.raised_by, e.holder_id] || array(
      select n.person_id from mailboxes.named_person n
      where n.mailbox_id = (e.handed_over ->> 'mailboxId')::uuid
        and n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
    ) as people
    from enquiries.enquiry e where e.id = ${enquiryId}
  `
  return (row?.people ?? []).filter(person => person !== null)
}
