import type { Tx } from '../../platform/db/database.ts'

/** One message as it was handed over, with the envelope it came in. */
export type Delivered = {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly mailFrom: string
  readonly recipients: readonly string[]
  readonly fromIp: string
  readonly helo: string
  readonly receivedAt: Date
}

/**
 * Keeps a message: its bytes once, this delivery of them, and a place in the queue. The same bytes again only add the
 * delivery. Statements and values travel without waiting, so many messages share one trip and one commit; a big message
 * goes in slices, each waited for.
 */
export async function insertDelivered(tx: Tx, it: Delivered): Promise<void> {
  const isBig = it.bytes.length > sliceBytes
  if (isBig) await insertSlices(tx, it)
  const bytes = isBig
    ? tx`(select string_agg(bytes, '' order by place) from mail.slice where sha256 = ${it.sha256})`
    : tx`decode(${base64Of(it.bytes)}, 'base64')`
  const inserted = tx`
    with raw as (
      insert into mail.raw (sha256, bytes) values (${it.sha256}, ${bytes})
      on conflict (sha256) do nothing
    ), delivery as (
      insert into mail.delivery (sha256, mail_from, recipients, from_ip, helo, received_at)
      values (${it.sha256}, ${it.mailFrom}, ${[...it.recipients]}, ${it.fromIp}, ${it.helo}, ${it.receivedAt})
    )
    insert into mail.intake (sha256, received_at, try_after) values (${it.sha256}, ${it.receivedAt}, ${it.receivedAt})
    on conflict (sha256) do nothing
  `
  await Promise.all([inserted, isBig && tx`delete from mail.slice where sha256 = ${it.sha256}`])
}

/** What travels at once: the driver holds it several times over. */
export const sliceBytes = 3 * 1024 * 1024

async function insertSlices(tx: Tx, { sha256, bytes }: Delivered): Promise<void> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = base64Of(bytes.subarray(at, at + sliceBytes))
    await tx`insert into mail.slice (sha256, place, bytes) values (${sha256}, ${at}, decode(${slice}, 'base64'))`
  }
}

/** The driver would send bytes as hexadecimal, through several copies: with 35 MB that is felt. */
const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** For this transaction "committed" means "on the disk", whatever the server is set to otherwise. */
export async function commitToDisk(tx: Tx): Promise<void> {
  await tx`select set_config('synchronous_commit', 'on', true)`
}
