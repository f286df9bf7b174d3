import type { Tx } from '#platform/db/database.ts'

/** Whether the viewer counts everything. */
export async function seesAll(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ all: boolean }[]>`
    select platform.is_system() or enquiries.viewer_sees_all() as all
  `
  return row!.all
}

/**
 * What the policy of facts lets everybody else see, said once more: for a policy that begins with who sees everything no
 * index can be used, and whoever runs one mailbox should not wait for all the others to be read.
 */
export const isTheirs = (tx: Tx) => tx`(
  f.mailbox_id = any ((select mailboxes.viewer_named())::uuid[])
  or f.mailbox_id = any ((select mailboxes.viewer_overseen())::uuid[])
  or f.member_id = any ((select people.viewer_members())::uuid[])
  or f.enquiry_id = any ((select reports.viewer_restricted())::uuid[])
)`
