import { createHmac, timingSafeEqual } from 'node:crypto'

/** What marks a mail as the council's own: the secret it is signed with and the domain of its addresses. */
export type Stamp = { readonly secret: string; readonly domain: string }

export type Marked = { readonly what: 'mail' | 'enquiry'; readonly id: string }

const shape = /^<?([me])-([0-9a-f]{32})\.([0-9a-f]{32})@([^<>\s]+?)>?$/i

/**
 * The Message-ID of a mail of ours: `<m-ID.SIGNATURE@domain>`. The signature (128 bits of HMAC-SHA-256) proves that an
 * In-Reply-To naming it answers a mail we sent. Hexadecimal, because some mail programs change the case of letters.
 */
export const messageIdOf = (stamp: Stamp, mail: string): string => marked(stamp, 'm', mail)

/**
 * Stands first in the References of every mail about one enquiry, so that mail programs show them as one conversation.
 * No mail bears it as its own Message-ID.
 */
export const threadIdOf = (stamp: Stamp, enquiry: string): string => marked(stamp, 'e', enquiry)

/** What a Message-ID found in somebody's In-Reply-To or References refers to; undefined unless we signed it. */
export function readMessageId(stamp: Stamp, text: string): Marked | undefined {
  const [, what, hex, signature, domain] = shape.exec(text.trim().toLowerCase()) ?? []
  if (!what || !hex || !signature || domain !== stamp.domain.toLowerCase()) return undefined
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(stamp.secret, what, hex)))) return undefined
  return { what: what === 'm' ? 'mail' : 'enquiry', id: uuidOf(hex) }
}

/**
 * Where reports about one mail come back to, `bounce+ID.SIGNATURE@domain`: its envelope sender. Whatever a mail server
 * quotes or leaves out, the address says which mail of ours it speaks of. It is the Message-ID written as an address,
 * with 96 bits of the signature, so that it stays within the 64 characters a mailbox name may have.
 */
export function bounceAddressOf(messageId: string): string {
  const [, , hex, signature, domain] = shape.exec(messageId) ?? []
  if (!hex || !signature) throw new Error(`${messageId} is not a Message-ID of ours`)
  return `bounce+${hex}.${signature.slice(0, bounceSignature)}@${domain}`
}

/** The mail whose reports come to this address; undefined unless we signed it. */
export function readBounceAddress(stamp: Stamp, address: string): string | undefined {
  const [, hex, signature] = bounceShape.exec(address.trim().toLowerCase()) ?? []
  if (!hex || !signature) return undefined
  const right = sign(stamp.secret, 'm', hex).slice(0, bounceSignature)
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? uuidOf(hex) : undefined
}

const bounceSignature = 24
const bounceShape = /^bounce\+([0-9a-f]{32})\.([0-9a-f]{24})@/

function marked({ secret, domain }: Stamp, what: string, id: string): string {
  const hex = id.replaceAll('-', '').toLowerCase()
  return `<${what}-${hex}.${sign(secret, what, hex)}@${domain.toLowerCase()}>`
}

const sign = (secret: string, what: string, hex: string): string =>
  createHmac('sha256', secret).update(`message-id ${what} ${hex}`).digest('hex').slice(0, 32)

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
