import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { bytesOf } from './attachment.ts'
import { openSmime, type Signature } from './smime.ts'

/** How the sender protected a message: so that nobody else can read it, or so that everybody sees who wrote it. */
export type Protection =
  | { readonly kind: 'encrypted'; readonly means: 'S/MIME' | 'PGP' }
  | ({ readonly kind: 'signed'; readonly means: 'S/MIME' | 'PGP' } & Signature)

export type Opened = { readonly email: Email; readonly protection: Protection | undefined }

/** How messages inside messages are read: as attachments, because their authors are no party to this one (domain, section 7). */
export const readOptions = { forceRfc822Attachments: true } as const

/**
 * Takes the wrapping off a signed message, so that what stands in it can be read as if it had come without; says so of
 * an encrypted one, which nobody here can open.
 */
export async function opened(email: Email, raw: Uint8Array): Promise<Opened> {
  const type = email.headers.findLast(it => it.key === 'content-type')?.value ?? ''
  const [mime = ''] = type.toLowerCase().split(';')
  const part = (pattern: RegExp) => email.attachments.find(it => pattern.test(it.mimeType))
  const wrapping = mime.trim().endsWith('pkcs7-mime') ? part(/pkcs7-mime$/) : undefined
  if (wrapping) return unwrapped(email, wrapping)
  if (mime.trim() === 'multipart/encrypted' || startsWithPgp(email)) {
    return { email, protection: { kind: 'encrypted', means: 'PGP' } }
  }
  if (mime.trim() !== 'multipart/signed') return { email, protection: undefined }
  const seal = part(/pkcs7-signature$/)
  if (seal) return { email: without(email, seal), protection: sealedBy(seal, signedPart(raw, type)) }
  const pgp = part(/pgp-signature$/)
  const unknown = { kind: 'signed', means: 'PGP', holds: undefined, by: undefined, issuer: undefined } as const
  return pgp ? { email: without(email, pgp), protection: unknown } : { email, protection: undefined }
}

const startsWithPgp = ({ text }: Email): boolean => /^\s*-----BEGIN PGP MESSAGE-----/.test(text?.slice(0, 1000) ?? '')

const without = (email: Email, seal: Attachment): Email => ({
  ...email,
  attachments: email.attachments.filter(it => it !== seal),
})

async function unwrapped(email: Email, wrapping: Attachment): Promise<Opened> {
  const smime = openSmime(bytesOf(wrapping))
  if (smime?.kind === 'encrypted') return { email, protection: { kind: 'encrypted', means: 'S/MIME' } }
  if (!smime?.content) return { email, protection: undefined }
  const { text, html, attachments } = await PostalMime.parse(smime.content, readOptions)
  const inside = { ...email, attachments, ...(text !== undefined && { text }), ...(html !== undefined && { html }) }
  return { email: inside, protection: { kind: 'signed', means: 'S/MIME', ...smime.signature } }
}

function sealedBy(seal: Attachment, signed: Uint8Array | undefined): Protection | undefined {
  const smime = openSmime(bytesOf(seal), signed)
  return smime?.kind === 'signed' ? { kind: 'signed', means: 'S/MIME', ...smime.signature } : undefined
}

/** The bytes that were signed: the first part as it came, without the line end that belongs to the boundary (RFC 1847). */
function signedPart(raw: Uint8Array, type: string): Uint8Array | undefined {
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  if (!boundary) return undefined
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const opening = bytes.indexOf(`\n--${boundary}`)
  const from = opening < 0 ? -1 : bytes.indexOf('\n', opening + 1) + 1
  const closing = from <= 0 ? -1 : bytes.indexOf(`\n--${boundary}`, from)
  if (closing < 0) return undefined
  return bytes.subarray(from, bytes[closing - 1] === 0x0d ? closing - 1 : closing)
}
