import type { Tx } from '#platform/db/database.ts'
import type { Party, ReplyMatch } from './reply-address.ts'

/** Keeps the addresses that are not known already; gives the hashes, in hexadecimal, of those that were revoked. */
export async function keep(
  tx: Tx,
  given: readonly { readonly hash: Buffer; readonly party: Party }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  // in one order, so that two batches with the same addresses do not wait for each other in a circle
  const rows = given
    .map(({ hash, party }) => ({ hash: hash.toString('hex'), ...party }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const kept = await tx<{ hash: string; revoked: boolean }[]>`
    insert into mail.reply_address (token_hash, enquiry, person, address, created_at)
    select decode(hash, 'hex'), enquiry, person, address, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (hash text, enquiry uuid, person uuid, address text)
    on conflict (token_hash) do update set token_hash = excluded.token_hash
    returning encode(token_hash, 'hex') as hash, revoked_at is not null as revoked
  `
  return new Set(kept.filter(it => it.revoked).map(it => it.hash))
}

export async function find(tx: Tx, hash: Buffer): Promise<ReplyMatch | undefined> {
  const [row] = await tx<ReplyMatch[]>`
    select enquiry, person, address, revoked_at is not null as revoked
    from mail.reply_address where token_hash = ${hash}
  `
  return row
}

export async function revoke(tx: Tx, enquiry: string, at: Date, address?: string): Promise<number> {
  const { count } = await tx`
    update mail.reply_address set revoked_at = ${at}
    where enquiry = ${enquiry} and revoked_at is null ${address ? tx`and lower(address) = lower(${address})` : tx``}
  `
  return count
}
