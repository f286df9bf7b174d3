import type { Tx } from '#platform/db/database.ts'
import type { CannedReply } from './canned-reply.ts'

/** The canned replies of some mailboxes that are offered today, by name, as far as the viewer may read them. */
export const offeredIn = (tx: Tx, mailboxIds: readonly string[]): Promise<CannedReply[]> => tx<CannedReply[]>`
  select id, mailbox_id, name, words, version, retired_at, changed_at, changed_by
  from mailboxes.canned_reply
  where mailbox_id = any (${mailboxIds as string[]}::uuid[]) and retired_at is null
  order by lower(name), id
`

/** All of one mailbox, those no longer offered last. */
export const repliesOf = (tx: Tx, mailboxId: string): Promise<CannedReply[]> => tx<CannedReply[]>`
  select id, mailbox_id, name, words, version, retired_at, changed_at, changed_by
  from mailboxes.canned_reply
  where mailbox_id = ${mailboxId}
  order by retired_at is not null, lower(name), id
`

export async function replyById(tx: Tx, id: string): Promise<CannedReply | undefined> {
  const [row] = await tx<CannedReply[]>`
    select id, mailbox_id, name, words, version, retired_at, changed_at, changed_by
    from mailboxes.canned_reply where id::text = ${id}
  `
  return row
}

export type CannedVersion = Pick<CannedReply, 'version' | 'name' | 'words' | 'changedAt' | 'changedBy'>

/** What it said at all times, the newest first. */
export const versionsOf = (tx: Tx, id: string): Promise<CannedVersion[]> => tx<CannedVersion[]>`
  select version, name, words, changed_at, changed_by
  from mailboxes.canned_reply_version where reply_id = ${id} order by version desc
`

export type CannedWords = Pick<CannedReply, 'name' | 'words'>
export type By = { readonly at: Date; readonly by: string | null }

export async function insertReply(tx: Tx, mailboxId: string, it: CannedWords, { at, by }: By): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into mailboxes.canned_reply (mailbox_id, name, words, changed_at, changed_by)
    values (${mailboxId}, ${it.name}, ${it.words}, ${at}, ${by}) returning id
  `
  await keepVersion(tx, row!.id, 1, it, { at, by })
  return row!.id
}

/** False when somebody else changed it since `version` was read. */
export async function updateReply(
  tx: Tx,
  { id, version }: CannedReply,
  it: CannedWords,
  { at, by }: By,
): Promise<boolean> {
  const changed = await tx`
    update mailboxes.canned_reply
    set name = ${it.name}, words = ${it.words}, version = version + 1, changed_at = ${at}, changed_by = ${by}
    where id = ${id} and version = ${version} returning id
  `
  if (changed.length > 0) await keepVersion(tx, id, version + 1, it, { at, by })
  return changed.length > 0
}

const keepVersion = (tx: Tx, id: string, version: number, it: CannedWords, { at, by }: By) => tx`
  insert into mailboxes.canned_reply_version (reply_id, version, name, words, changed_at, changed_by)
  values (${id}, ${version}, ${it.name}, ${it.words}, ${at}, ${by})
`

/** `at`: offered no more from then on; null: offered again. False when nobody may, or it stands so already. */
export async function setRetired(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const changed = await tx`
    update mailboxes.canned_reply set retired_at = ${at}
    where id = ${id} and (retired_at is null) = ${at !== null} returning id
  `
  return changed.length > 0
}

/** Whether the viewer may change the canned replies of a mailbox: whoever runs it, its proper officer, administrators. */
export async function keepsReplies(tx: Tx, mailboxId: string): Promise<boolean> {
  const [row] = await tx<{ keeps: boolean }[]>`
    select mailboxes.viewer_administers() or ${mailboxId} = any (mailboxes.viewer_keeps_replies()) as keeps
  `
  return row!.keeps
}

export async function readsReplies(tx: Tx, mailboxId: string): Promise<boolean> {
  const [row] = await tx<{ reads: boolean }[]>`
    select ${mailboxId} = any (mailboxes.viewer_reads_replies()) as reads
  `
  return row!.reads
}
