import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NamedPerson } from '../mailbox.ts'

/** Who owns which mailbox on a day: names by mailbox id, as far as the viewer may know them. */
export async function ownersOn(tx: Tx, on: Day): Promise<Map<string, string>> {
  const rows = await tx<{ mailboxId: string; name: string }[]>`
    select n.mailbox_id, p.name from mailboxes.named_person n join people.person p on p.id = n.person_id
    where n.part = 'owner' and n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
  `
  return new Map(rows.map(row => [row.mailboxId, row.name]))
}

/** Who will be named in a mailbox from a later day. */
export const namedLater = (
  tx: Tx,
  mailboxId: string,
  on: Day,
): Promise<Pick<NamedPerson, 'id' | 'name' | 'part' | 'fromOn'>[]> => tx`
  select n.id, p.name, n.part, n.from_on
  from mailboxes.named_person n join people.person p on p.id = n.person_id
  where n.mailbox_id = ${mailboxId} and n.from_on > ${on} order by n.from_on, p.sort_name
`

/** Whether the viewer belongs inside a mailbox: named in it, or somebody who sets up, protects or audits. */
export async function isInside(tx: Tx, mailboxId: string): Promise<boolean> {
  const [row] = await tx<{ inside: boolean }[]>`
    select mailboxes.viewer_knows_all_people() or ${mailboxId} = any (mailboxes.viewer_named()) as inside
  `
  return row!.inside
}

/** Whether the viewer owns the mailbox, is its deputy, or administers all. */
export async function runs(tx: Tx, mailboxId: string): Promise<boolean> {
  const [row] = await tx<{ runs: boolean }[]>`
    select mailboxes.viewer_administers() or ${mailboxId} = any (mailboxes.viewer_runs()) as runs
  `
  return row!.runs
}
