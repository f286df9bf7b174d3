import type { Tx } from '#platform/db/database.ts'

/** One folder on one server; `account` is user@host. */
export type ImapFolder = { readonly account: string; readonly folder: string }

export type ReadSoFar = {
  /** undefined until the folder was first read */
  readonly uidValidity: bigint | undefined
  readonly lastUid: number
  /** when the server last answered */
  readonly contactAt: Date | undefined
}

/** How far the folder has been read. Needs a transaction of the system, as everything here. */
export async function readSoFar(tx: Tx, { account, folder }: ImapFolder): Promise<ReadSoFar> {
  const [row] = await tx<{ uidValidity: string | null; lastUid: string; contactAt: Date | null }[]>`
    select uid_validity::text, last_uid::text, contact_at from mail.imap_folder
    where account = ${account} and folder = ${folder}
  `
  return {
    uidValidity: row?.uidValidity ? BigInt(row.uidValidity) : undefined,
    lastUid: Number(row?.lastUid ?? 0),
    contactAt: row?.contactAt ?? undefined,
  }
}

/** The folder is numbered so, and everything up to this number has been dealt with. */
export async function beginAt(
  tx: Tx,
  { account, folder }: ImapFolder,
  { uidValidity, lastUid }: { uidValidity: bigint; lastUid: number },
): Promise<void> {
  await tx`
    insert into mail.imap_folder (account, folder, uid_validity, last_uid)
    values (${account}, ${folder}, ${uidValidity.toString()}, ${lastUid})
    on conflict (account, folder) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
  `
}

/** In the transaction that keeps the message with this number. */
export async function moveOn(tx: Tx, { account, folder }: ImapFolder, uid: number): Promise<void> {
  await tx`
    update mail.imap_folder set last_uid = greatest(last_uid, ${uid}) where account = ${account} and folder = ${folder}
  `
}

/** The server answered at that moment. */
export async function noteContact(tx: Tx, { account, folder }: ImapFolder, at: Date): Promise<void> {
  await tx`
    insert into mail.imap_folder (account, folder, contact_at) values (${account}, ${folder}, ${at})
    on conflict (account, folder) do update set contact_at = excluded.contact_at, trouble = null
  `
}

export async function noteTrouble(tx: Tx, { account, folder }: ImapFolder, trouble: string): Promise<void> {
  await tx`
    insert into mail.imap_folder (account, folder, trouble) values (${account}, ${folder}, ${trouble})
    on conflict (account, folder) do update set trouble = excluded.trouble
  `
}

export type ImapHealth = { readonly contactAt: Date | null; readonly trouble: string | null }

/** How the connection to the folder stands; undefined when nobody has tried yet. */
export async function imapHealth(tx: Tx, { account, folder }: ImapFolder): Promise<ImapHealth | undefined> {
  const [row] = await tx<ImapHealth[]>`
    select contact_at, trouble from mail.imap_folder where account = ${account} and folder = ${folder}
  `
  return row
}

/**
 * Puts a message of which only the headers were taken straight into the quarantine, with the reason in words; one that
 * was dealt with already stays as it is.
 */
export async function holdAsTooLarge(
  tx: Tx,
  sha256: string,
  subject: string,
  from: string,
  words: string,
): Promise<void> {
  await tx`
    update mail.intake set state = 'quarantined', reason = 'too-large', words = ${words}, subject = ${subject},
      from_address = ${from}, from_name = ''
    where sha256 = ${sha256} and state = 'waiting'
  `
}
