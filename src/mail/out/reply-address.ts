import { createHash, createHmac } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import * as sql from './reply-address.sql.ts'
import type { Stamp } from './stamp.ts'

/** The recipient of a mail as a party to an enquiry. */
export type Party = { readonly enquiry: string; readonly person: string | null; readonly address: string }
export type ReplyMatch = Party & { readonly revoked: boolean }

/**
 * The address this party replies to, `reply+TOKEN@domain`: the same for every mail of the enquiry to them.
 *
 * The token is derived (HMAC of enquiry, address and how often it was revoked) and only its hash is stored. So the address
 * can be named again without keeping it, a copy of the database gives none away, revoking gives the party a fresh one,
 * and after a change of the secret old addresses still arrive: they are found by their hash.
 * Needs a transaction of the system.
 */
export const replyAddressFor = async (tx: Tx, stamp: Stamp, party: Party, at: Date): Promise<string> =>
  (await replyAddressesFor(tx, stamp, [party], at))(party)

/** The same for several, asked for together. */
export async function replyAddressesFor(
  tx: Tx,
  stamp: Stamp,
  parties: readonly Party[],
  at: Date,
): Promise<(party: Party) => string> {
  const found = new Map<string, string>()
  let open = [...new Map(parties.map(it => [keyOf(it), it])).values()]
  for (let generation = 0; open.length > 0; generation++) {
    const tokens = open.map(party => ({ party, token: tokenOf(stamp.secret, party, generation) }))
    const revoked = await sql.keep(
      tx,
      tokens.map(({ party, token }) => ({ party, hash: hashOf(token) })),
      at,
    )
    for (const { party, token } of tokens)
      if (!revoked.has(hashOf(token).toString('hex'))) found.set(keyOf(party), `reply+${token}@${stamp.domain}`)
    open = open.filter(it => !found.has(keyOf(it)))
  }
  return party => found.get(keyOf(party))!
}

/** One for each enquiry and address, whatever the case of its letters. */
const keyOf = ({ enquiry, address }: Party): string => `${enquiry} ${address.toLowerCase()}`

/**
 * Whose reply address this is; undefined when it is none of ours. A match says which enquiry and to whom the address was
 * given, not that the sender may act (domain, section 7). A revoked one is told as such. Needs a transaction of the system.
 */
export async function findReplyAddress(tx: Tx, address: string): Promise<ReplyMatch | undefined> {
  const token = /^reply\+([a-z2-7]{20})@/i.exec(address.trim())?.[1]
  return token === undefined ? undefined : sql.find(tx, hashOf(token.toLowerCase()))
}

/** From now on mail to these addresses of the enquiry is not taken for a reply; `address` limits it to one party. */
export const revokeReplyAddresses = (tx: Tx, enquiry: string, at: Date, address?: string): Promise<number> =>
  sql.revoke(tx, enquiry, at, address)

/** 100 bits in letters and figures that survive any change of case. */
function tokenOf(secret: string, { enquiry, address }: Party, generation: number): string {
  const digest = createHmac('sha256', secret).update(`reply ${enquiry} ${address.toLowerCase()} ${generation}`).digest()
  return Array.from(digest.subarray(0, 20), byte => alphabet[byte & 31]).join('')
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
