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
 * delivery. Statement and values travel without waiting, so many messages share one trip and one commit.
 */
export async function insertDelivered(tx: Tx, it: Delivered): Promise<void> {
  await tx`
    with raw as (
      insert into mail.raw (sha256, bytes) values (${it.sha256}, decode(${base64Of(it.bytes)}, 'base64'))
      on conflict (sha256) do nothing
    ), delivery as (
      insert into mail.delivery (sha256, mail_from, recipients, from_ip, helo, received_at)
      values (${it.sha256}, ${it.mailFrom}, ${[...it.recipients]}, ${it.fromIp}, ${it.helo}, ${it.receivedAt})
    )
    insert into mail.intake (sha256, received_at, try_after) values (${it.sha256}, ${it.receivedAt}, ${it.receivedAt})
    on conflict (sha256) do nothing
  `
}

/** The driver would send bytes as hexadecimal, through several copies: with 35 MB that is felt. */
const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** For this transaction "committed" means "on the disk", whatever the server is set to otherwise. */
export async function commitToDisk(tx: Tx): Promise<void> {
  await tx`select set_config('synchronous_commit', 'on', true)`
}
