import { createHash, verify, X509Certificate } from 'node:crypto'
import { objectName, octets, readBer, type Element } from './ber.ts'

/** What a cryptographic message (RFC 5652) turned out to be. */
export type Smime =
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'signed'; readonly content: Uint8Array | undefined; readonly signature: Signature }

export type Signature = {
  /** the words are those that were signed, by whoever holds the key; undefined when that could not be worked out */
  readonly holds: boolean | undefined
  /** whom the certificate names, as name and address; who vouches for it is not looked into */
  readonly by: string | undefined
  readonly issuer: string | undefined
}

const kinds: Readonly<Record<string, 'signed' | 'encrypted'>> = {
  '1.2.840.113549.1.7.2': 'signed',
  '1.2.840.113549.1.7.3': 'encrypted',
  '1.2.840.113549.1.9.16.1.23': 'encrypted',
}

/** Opens what S/MIME puts into smime.p7m and smime.p7s; `detached` is what a p7s signs. Undefined when it is neither. */
export function openSmime(bytes: Uint8Array, detached?: Uint8Array): Smime | undefined {
  try {
    const [type, wrapped] = readBer(bytes).children
    const kind = type && kinds[objectName(type)]
    if (kind === 'encrypted') return { kind }
    const signed = wrapped?.children[0]
    return kind && signed ? openSigned(signed, detached) : undefined
  } catch {
    return undefined
  }
}

const [sequence, set, context0, octetString] = [0x30, 0x31, 0xa0, 0x04]

/** version, digestAlgorithms, encapContentInfo, [0] certificates, [1] revocation lists, signerInfos */
function openSigned({ children }: Element, detached?: Uint8Array): Smime {
  const inside = children[2]?.children.find(it => it.tag === context0)?.children[0]
  const content = inside && octets(inside)
  const certificates = children.slice(3).find(it => it.tag === context0)?.children ?? []
  const signers = children.at(-1)
  const [signer] = signers?.tag === set ? signers.children : []
  return { kind: 'signed', content, signature: signatureOf(signer, certificates, content ?? detached) }
}

function signatureOf(
  signer: Element | undefined,
  certificates: readonly Element[],
  content: Uint8Array | undefined,
): Signature {
  const certificate = signer && certificateOf(signer, certificates)
  if (!signer || !certificate) return { holds: undefined, by: undefined, issuer: undefined }
  return {
    holds: content && holds(signer, certificate, content),
    by: named(certificate),
    issuer: partOf(certificate.issuer, 'O') ?? partOf(certificate.issuer, 'CN'),
  }
}

/** The signer is named by issuer and serial number, as in their certificate; where they are named by key, the only one is taken. */
function certificateOf(signer: Element, certificates: readonly Element[]): X509Certificate | undefined {
  const [, serial] = signer.children[1]?.children ?? []
  const wanted = serial && Buffer.from(serial.content).toString('hex').replace(/^0+/, '')
  const read = certificates.filter(it => it.tag === sequence).map(it => new X509Certificate(it.whole))
  return (
    read.find(it => it.serialNumber.toLowerCase().replace(/^0+/, '') === wanted) ??
    (read.length === 1 ? read[0] : undefined)
  )
}

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const messageDigest = '1.2.840.113549.1.9.4'

/** version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm, signature. Undefined for what we do not know how to check. */
function holds({ children }: Element, certificate: X509Certificate, content: Uint8Array): boolean | undefined {
  const hash = hashes[objectName(children[2]!.children[0]!)]
  const attributes = children[3]?.tag === context0 ? children[3] : undefined
  const signature = children.find(it => it.tag === octetString)
  if (!hash || !signature) return undefined
  const digest = attributes?.children.find(it => objectName(it.children[0]!) === messageDigest)?.children[1]
    ?.children[0]
  if (attributes && !(digest && createHash(hash).update(content).digest().equals(octets(digest)))) return false
  // they are signed as the set they are, not under the tag they stand with
  const signed = attributes ? Buffer.concat([Buffer.of(set), attributes.whole.subarray(1)]) : content
  return verify(hash, signed, certificate.publicKey, octets(signature))
}

function named(certificate: X509Certificate): string | undefined {
  const name = partOf(certificate.subject, 'CN')
  const address =
    /email:([^\s,]+)/.exec(certificate.subjectAltName ?? '')?.[1] ?? partOf(certificate.subject, 'emailAddress')
  return address && name !== address ? `${name ?? ''} <${address}>`.trim() : name
}

const partOf = (name: string, part: string): string | undefined =>
  name
    .split('\n')
    .find(line => line.startsWith(`${part}=`))
    ?.slice(part.length + 1)
