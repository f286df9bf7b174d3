import type { Tx } from '#platform/db/database.ts'
import type { Party, ReplyMatch } from './reply-address.ts'

/** Keeps the address unless it is known already; tells whether it was revoked. */
export async function keep(tx: Tx, hash: Buffer, party: Party, at: Date): Promise<{ revoked: boolean }> {
  const [row] = await tx<{ revoked: boolean }[]>`
    insert into mail.reply_address (token_hash, enquiry, person, address, created_at)
    values (${hash}, ${party.enquiry}, ${party.person}, ${party.address}, ${at})
    on conflict (token_hash) do update set token_hash = excluded.token_hash
    returning revoked_at is not null as revoked
  `
  if (!row) throw new Error('a reply address was not kept')
  return row
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
