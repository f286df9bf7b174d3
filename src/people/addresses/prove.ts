import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { isAddress } from '../address.ts'
import { insertAddresses, lockAddresses, readAddresses, readAddressesTaken } from '../person.sql.ts'
import type { Person } from '../person.ts'
import { hashOf, newSecret } from '../secret.ts'
import { countProofs, insertProof, readProof, useProof } from './address-proof.sql.ts'

/** What the mail to an address that somebody says is theirs tells; how it looks is for the rooms that know mail. */
export type AddressProofMail = {
  readonly to: string
  readonly name: string
  /** a page with a button; opening it does nothing */
  readonly link: string
  readonly at: Date
}

const holdsHours = 24
/** Nobody's inbox can be flooded through us. */
const mostADay = 10
const mostAddresses = 10

/**
 * Somebody says that an address is theirs: a mail goes there, whose link only they can use. Undefined when there is
 * nothing to send because somebody else has the address: the page says the same, so that it tells nobody who that is.
 * In a transaction of the system.
 */
export async function claimAddress(
  tx: Tx,
  person: Person,
  typed: string,
  { at, publicUrl }: { at: Date; publicUrl: string },
): Promise<Result<AddressProofMail | undefined>> {
  const address = typed.trim().toLowerCase()
  if (!isAddress(address))
    return refuse('no-address', 'Enter an email address in the right form, like name@example.org', 'address')
  const known = [person.email.toLowerCase(), ...(await readAddresses(tx, person.id)).map(it => it.toLowerCase())]
  if (known.includes(address)) return refuse('known', 'Enter another address: we know this one as yours', 'address')
  if (known.length > mostAddresses)
    return refuse('too-many', `Remove an address first: ${mostAddresses} are the most`, 'address')
  if ((await countProofs(tx, person.id, new Date(at.getTime() - 86_400_000))) >= mostADay)
    return refuse('too-often', 'Wait until tomorrow: too many addresses were added today', 'address')
  if ((await readAddressesTaken(tx, [address], person.id)).length > 0) return allow(undefined)
  const secret = newSecret()
  const expiresAt = new Date(at.getTime() + holdsHours * 3_600_000)
  await insertProof(tx, { hash: hashOf(secret), personId: person.id, address, createdAt: at, expiresAt })
  return allow({ to: address, name: person.name, link: `${publicUrl}/people/me/addresses/confirm/${secret}`, at })
}

/** The address a link of this person proves, while it holds; undefined for anybody else’s link. */
export const addressOfLink = (tx: Tx, secret: string, personId: string, at: Date): Promise<string | undefined> =>
  readProof(tx, hashOf(secret), personId, at)

/** From now on mail from this address is theirs. Undefined when the link does not hold. In a transaction of the system. */
export async function proveAddress(tx: Tx, secret: string, personId: string, at: Date): Promise<string | undefined> {
  await lockAddresses(tx)
  const address = await addressOfLink(tx, secret, personId, at)
  if (!address || (await readAddressesTaken(tx, [address], personId)).length > 0) return undefined
  if (!(await useProof(tx, hashOf(secret), at))) return undefined
  await insertAddresses(tx, [{ person: personId, address }])
  return address
}
