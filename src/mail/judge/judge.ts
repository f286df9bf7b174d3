import type { ParsedMail } from '../parse/parsed-mail.ts'
import { readAuthenticationResults, type Finding } from './authentication-results.ts'

/**
 * Whether a message really comes from the domain it names. `pass`: proven. `fail`: the domain's owner says it is not
 * theirs, or what should prove it does not. `none`: nothing proves it and nothing speaks against it. `not-checked`:
 * there was no way to ask.
 */
export type Verdict = {
  readonly result: 'pass' | 'fail' | 'none' | 'not-checked'
  /** what it rests on, in words for the officer who has to decide */
  readonly because: string
}

/** DNS as the judge asks it: `resolver(name, type)`, failing with `code: 'ENOTFOUND'` where there is nothing. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>

export type Judging = {
  /** undefined: there is no DNS to ask, as in the demonstration */
  readonly resolver?: Resolver
  /** our own mail server in front, which has checked already: its name in Authentication-Results and its addresses */
  readonly relay?: { readonly name: string; readonly addresses: readonly string[] }
}

/** Stands for the sender's address where mail was fetched: the server in front spoke with the sender, not we. */
export const fetched = 'imap'

export type Envelope = { readonly mailFrom: string; readonly fromIp: string; readonly helo: string }

const seconds = 10

/** Judges by what our own relay found; without one, by DKIM, SPF and DMARC itself. Never throws. */
export async function judge(raw: Uint8Array, mail: ParsedMail, envelope: Envelope, by: Judging): Promise<Verdict> {
  const domain = mail.from?.address.split('@').at(-1)
  if (!domain) return { result: 'not-checked', because: 'The message names no sender' }
  const relayed = relayVerdict(mail, domain, envelope, by)
  if (relayed) return relayed
  if (!by.resolver) return { result: 'not-checked', because: 'Senders are not looked up here, so nobody checked it' }
  if (areTooLarge(raw)) return { result: 'fail', because: 'Its headers are too large to check its sender by them' }
  try {
    return await withinTime(check(raw, domain, envelope, by.resolver))
  } catch (error) {
    return {
      result: 'none',
      because: `The check did not work: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

const [mostHeaderBytes, mostHeaderLines] = [128 * 1024, 2000]

/** No honest message has such headers, and reading their signatures would take minutes. */
function areTooLarge(raw: Uint8Array): boolean {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, mostHeaderBytes)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)?.index
  if (end === undefined) return raw.length > mostHeaderBytes
  return head.slice(0, end).split('\n').length > mostHeaderLines
}

/**
 * Only the topmost header counts, only from our relay's own address and under its own name: anybody can write such a
 * header into a message, but nobody can write one above the relay's.
 */
function relayVerdict(mail: ParsedMail, domain: string, { fromIp }: Envelope, { relay }: Judging): Verdict | undefined {
  if (!relay || !isRelay(relay.addresses, fromIp)) return undefined
  const read = readAuthenticationResults(mail.authenticationResults[0] ?? '')
  if (read?.by !== relay.name.toLowerCase()) return undefined
  return verdictOf(read.findings, domain)
}

/** A mailbox that mail is fetched from stands behind our own mail server: whatever lies there went through it. */
const isRelay = (addresses: readonly string[], fromIp: string): boolean =>
  fromIp === fetched || addresses.includes(fromIp.replace(/^::ffff:/, ''))

/** DMARC decides where it spoke; else one aligned proof is enough, and a failed one without any other is a failure. */
export function verdictOf(findings: readonly Finding[], domain: string): Verdict {
  const because = findings.map(it => `${it.method}=${it.result}`).join(', ') || 'no results'
  const dmarc = findings.find(it => it.method === 'dmarc')?.result
  if (dmarc === 'pass' || dmarc === 'fail') return { result: dmarc, because }
  const own = findings.filter(it => ['dkim', 'spf'].includes(it.method) && isAligned(it.domain, domain))
  if (own.some(it => it.result === 'pass')) return { result: 'pass', because }
  if (own.some(it => it.result === 'fail')) return { result: 'fail', because }
  return { result: 'none', because }
}

/** The same domain or one below it. Whether two domains below a third belong together only DMARC can say. */
const isAligned = (found: string | undefined, domain: string): boolean =>
  found !== undefined &&
  (found === domain || found.endsWith(`.${domain}`) || (domain.endsWith(`.${found}`) && found.includes('.')))

async function check(raw: Uint8Array, domain: string, envelope: Envelope, resolver: Resolver): Promise<Verdict> {
  // loaded when the first message needs it: it is large, and many councils' relays do this work
  const { authenticate } = await import('mailauth')
  const { dkim, spf, dmarc } = await authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
    sender: envelope.mailFrom,
    // without the address of who handed it over SPF has nothing to say, and DKIM decides alone
    ...(envelope.fromIp !== fetched && { ip: envelope.fromIp.replace(/^::ffff:/, ''), helo: envelope.helo }),
    mta: 'one-stop',
    resolver,
    disableArc: true,
    disableBimi: true,
  })
  const findings: Finding[] = [
    ...(dkim.results ?? []).map(it => ({
      method: 'dkim',
      result: it.status.result,
      domain: it.signingDomain?.toLowerCase(),
    })),
    ...(spf ? [{ method: 'spf', result: spf.status.result, domain: spf.domain?.toLowerCase() }] : []),
    ...(dmarc ? [{ method: 'dmarc', result: dmarc.status.result, domain: undefined }] : []),
  ]
  return verdictOf(findings, domain)
}

function withinTime(checking: Promise<Verdict>): Promise<Verdict> {
  const { promise, resolve } = Promise.withResolvers<Verdict>()
  const limit = setTimeout(
    () => resolve({ result: 'none', because: `The check took more than ${seconds} seconds` }),
    seconds * 1000,
  )
  return Promise.race([checking, promise]).finally(() => clearTimeout(limit))
}
