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

function marked({ secret, domain }: Stamp, what: string, id: string): string {
  const hex = id.replaceAll('-', '').toLowerCase()
  return `<${what}-${hex}.${sign(secret, what, hex)}@${domain.toLowerCase()}>`
}

const sign = (secret: string, what: string, hex: string): string =>
  createHmac('sha256', secret).update(`message-id ${what} ${hex}`).digest('hex').slice(0, 32)

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
